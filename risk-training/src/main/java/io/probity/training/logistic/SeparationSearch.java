package io.probity.training.logistic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The exact test for separation, by projections; the method stands at {@link Separation}. */
final class SeparationSearch {

  /** A product of more than this with a direction of length 1 counts as strictly positive. */
  private static final double STRICT = 1e-7;

  /** A part of a null vector below this share of its largest part counts as 0. */
  private static final double NULL_PART = 1e-7;

  private final LogisticSample sample;
  private final BitSet active = new BitSet();
  private final BitSet separated = new BitSet();

  private SeparationSearch(LogisticSample sample) {
    this.sample = sample;
    for (int row = 0; row < sample.rows(); row++) {
      active.set(row, sample.weight(row) > 0);
    }
  }

  /** Tests a sample whose columns are linearly independent. */
  static Separation of(LogisticSample sample) {
    return new SeparationSearch(sample).run();
  }

  private Separation run() {
    while (!active.isEmpty()) {
      LogisticSample rest = sample.withRows(active); // standardised anew
      double[][] gram = new SignedRows(rest).gram();
      int[] kept = separated.isEmpty() ? allColumns() : IndependentColumns.of(gram);
      SignedRows rows = new SignedRows(rest.select(columnNames(kept)));
      double[][] ownGram = kept.length == gram.length ? gram : rows.gram();
      ConeProjection projection = ConeProjection.of(rows, ownGram).orElse(null);
      ConeProjection.Outcome outcome =
          projection == null ? ConeProjection.Outcome.UNPROVEN : projection.project();
      BitSet found = projection != null && outcome == ConeProjection.Outcome.SEPARATED
          ? rows.above(projection.direction(), STRICT)
          : new BitSet();
      if (found.isEmpty()) {
        return stopped(outcome, undetermined(rest.columnsUnsafe(), gram, kept));
      }
      separated.or(found);
      active.andNot(found);
    }
    return new Separation(Separation.Kind.COMPLETE, names(allColumns()), separated, 0);
  }

  /** Returns the finding once the active rows yield no further direction. */
  private Separation stopped(ConeProjection.Outcome outcome, List<String> undetermined) {
    if (!separated.isEmpty()) {
      return new Separation(Separation.Kind.QUASI, undetermined, separated, active.cardinality());
    }
    if (outcome == ConeProjection.Outcome.OVERLAP) {
      return Separation.none(sample);
    }
    return new Separation(
        Separation.Kind.UNPROVEN, names(allColumns()), separated, active.cardinality());
  }

  /** Returns the coefficients that the active rows leave undetermined: the parts of null vectors. */
  private List<String> undetermined(Standardised columns, double[][] gram, int[] kept) {
    boolean[] involved = new boolean[gram.length];
    for (int column : allColumns()) {
      if (Arrays.binarySearch(kept, column) >= 0) {
        continue;
      }
      double[] vector = nullVector(gram, kept, column);
      double largest = 0;
      double intercept = vector[0];
      double terms = Math.abs(vector[0]);
      for (double part : vector) {
        largest = Math.max(largest, Math.abs(part));
      }
      for (int i = 1; i < vector.length; i++) {
        double shift = vector[i] * columns.mean(i - 1) / columns.scale(i - 1);
        intercept -= shift;
        terms += Math.abs(shift);
        involved[i] |= Math.abs(vector[i]) > NULL_PART * largest;
      }
      involved[0] |= Math.abs(intercept) > NULL_PART * terms;
    }
    return names(Arrays.stream(allColumns()).filter(column -> involved[column]).toArray());
  }

  /** Returns the combination of kept columns that equals another column, less that column. */
  private static double[] nullVector(double[][] gram, int[] kept, int column) {
    double[][] within = new double[kept.length][kept.length];
    double[] across = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        within[i][j] = gram[kept[i]][kept[j]];
      }
      across[i] = gram[kept[i]][column];
    }
    double[] vector = new double[gram.length];
    vector[column] = -1.0;
    double[] solution =
        Cholesky.of(within, 0.0).map(factor -> factor.solve(across)).orElse(across);
    for (int i = 0; i < kept.length; i++) {
      vector[kept[i]] = solution[i];
    }
    return vector;
  }

  private int[] allColumns() {
    int[] all = new int[sample.design().columns() + 1];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private List<String> columnNames(int[] positions) {
    return names(Arrays.stream(positions).filter(position -> position > 0).toArray());
  }

  private List<String> names(int[] positions) {
    return Arrays.stream(positions)
        .mapToObj(i -> i == 0 ? DesignMatrix.INTERCEPT : sample.design().names().get(i - 1))
        .toList();
  }
}
