package io.probity.training.logistic;

import java.util.BitSet;
import java.util.List;

/**
 * Whether the classes of a sample are separated, that is, whether some direction of the coefficients
 * ranks no bad below any good. If so, some coefficients have no finite maximum-likelihood estimate:
 * the likelihood rises for ever along that direction.
 *
 * <p><b>Method.</b> With rows a<sub>i</sub> = s<sub>i</sub> x<sub>i</sub> (s = 1 for bad, −1 for good,
 * the intercept in x, rows of weight 0 left out), the classes are separated if some b has
 * a<sub>i</sub>·b ≥ 0 for all rows and &gt; 0 for one. A fit first tries a proof of overlap that needs
 * no pass over the rows: a Newton step that moves every linear predictor by less than 1, rounding
 * errors included (Stiemke's lemma). Only if that fails, which is the case for every separated sample,
 * the vector −Σ a<sub>i</sub> is projected onto the cone of the rows by non-negative least squares.
 * What is left of it, turned round, is a separating direction; if nothing is left, the weights of the
 * projection prove overlap. Rows that were ranked strictly are taken out and the rest is tested again,
 * until it overlaps, so that the largest set of perfectly predicted rows is found.
 *
 * <p><b>Guarantee.</b> {@link Kind#NONE} is only returned with a proof of overlap that includes
 * rounding errors, so no separation is missed. {@link Kind#QUASI} and {@link Kind#COMPLETE} are
 * returned with a direction along which no row is on the wrong side by more than 1e-9 (rows of length
 * 1 on standardised columns, the direction of length 1 in the metric of the rows): classes that
 * overlap by less count as separated, as their estimates would lie beyond what doubles can compute.
 * {@link Kind#UNPROVEN} is what is left: neither could be shown, and the estimates are treated as not
 * finite. Which rows are perfectly predicted is exact as long as the columns that vary among the
 * others keep 1e-5 of their length beside each other; closer to dependence some perfectly predicted
 * rows may be counted among the others.
 *
 * <p><b>Cost.</b> Nothing where the proof holds; else one pass over the rows for every few steps of
 * the projection, commonly fewer than twice the number of columns. Repeated rows need no collapsing:
 * the projection holds at most as many rows as there are columns. With a ridge penalty only the
 * unpenalised columns can have infinite estimates, and only they are tested.
 *
 * <p>Source: Albert and Anderson, On the existence of maximum likelihood estimates in logistic
 * regression models, Biometrika 71 (1984); Lawson and Hanson, Solving Least Squares Problems (1974),
 * chapter 23, for the projection.
 */
public final class Separation {

  /** The kinds of separation. */
  public enum Kind {
    /** The classes overlap: all estimates are finite. */
    NONE,
    /** Some rows are predicted perfectly, the others overlap: some estimates are infinite. */
    QUASI,
    /** All rows are predicted perfectly: no estimate is finite. */
    COMPLETE,
    /** Neither could be proven; the overlap, if there is one, is too narrow for doubles. */
    UNPROVEN,
    /** Not tested, because the penalty of Firth gives finite estimates in any case. */
    NOT_TESTED
  }

  private final Kind kind;
  private final List<String> columns;
  private final BitSet separated;
  private final int boundaryRows;

  Separation(Kind kind, List<String> columns, BitSet separated, int boundaryRows) {
    this.kind = kind;
    this.columns = List.copyOf(columns);
    this.separated = separated;
    this.boundaryRows = boundaryRows;
  }

  static Separation none(LogisticSample sample) {
    return new Separation(Kind.NONE, List.of(), new BitSet(), sample.positiveRows());
  }

  static Separation notTested(LogisticSample sample) {
    return new Separation(Kind.NOT_TESTED, List.of(), new BitSet(), sample.positiveRows());
  }

  /** Returns the kind. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether a finite maximum-likelihood estimate cannot be relied on. */
  public boolean isPresent() {
    return kind == Kind.QUASI || kind == Kind.COMPLETE || kind == Kind.UNPROVEN;
  }

  /**
   * Returns the coefficients without a finite estimate, {@link DesignMatrix#INTERCEPT} among them
   * where it is one: those that the rows which are not separated leave undetermined. All tested ones
   * if the separation is complete or unproven; none if there is no separation.
   */
  public List<String> columns() {
    return columns;
  }

  /** Returns how many rows are predicted perfectly in the limit. */
  public int separatedRows() {
    return separated.cardinality();
  }

  /** Returns how many rows of positive weight are not: those on the boundary, which overlap. */
  public int boundaryRows() {
    return boundaryRows;
  }

  /** Returns whether a row is predicted perfectly in the limit. */
  public boolean isSeparated(int row) {
    return separated.get(row);
  }

  /** Returns the finding in words. */
  @Override
  public String toString() {
    return switch (kind) {
      case NONE -> "no separation: a finite estimate exists";
      case NOT_TESTED -> "separation was not tested";
      case UNPROVEN ->
        "the classes overlap too narrowly, if at all, for a finite estimate of " + columns;
      case QUASI ->
        "quasi-complete separation: " + separatedRows() + " of "
            + (separatedRows() + boundaryRows) + " rows are predicted perfectly, and " + columns
            + " have no finite estimate";
      case COMPLETE ->
        "complete separation: all " + separatedRows() + " rows are predicted perfectly, and "
            + columns + " have no finite estimate";
    };
  }
}
