package io.probity.training.rounding;

import io.probity.feature.FeatureMatrix;
import io.probity.input.NearestName;
import io.probity.model.Calibration;
import io.probity.model.MasterScale;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.schema.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what whole points change, and looks for the rounding that changes fewest.
 *
 * <p>A grade bound is the PD at which a grade ends, taken as a score: a record changes there if its
 * whole points fall on the other side of the bound's unrounded score than its PD on the bound. A
 * cut-off is a whole score: a record changes there if its whole points are below it and its unrounded
 * points are not, or the other way round. A record that changes at several bounds counts once.
 *
 * <p>Each value may be rounded down or up, so that no value is off by a whole point; a bin with more
 * unrounded points than another of its feature never gets fewer, and equal ones stay equal. A local
 * search from the nearest rounding flips single values, then pairs; a branch and bound then proves that
 * no rounding changes fewer, or finds one that does, until its work is used up. What it has proved by
 * then is the lower bound of the report. The work is counted in steps, so that the result is the same
 * on every machine.
 *
 * @param scale how log-odds become points
 * @param calibration from log-odds to the PD; an affine one is folded into the points
 * @param grades the grades whose bounds are compared at
 * @param cutOffs further bounds on the whole score, such as those of a policy
 * @param work the most steps of the search, at least 0; one is a look at one record pattern
 */
public record PointsRounding(
    ScoreScale scale,
    Calibration calibration,
    MasterScale grades,
    List<Integer> cutOffs,
    long work) {

  /** Well below a second of search; on real cards three times as much found nothing better. */
  public static final long DEFAULT_WORK = 100_000_000L;

  /** Copies the cut-offs and checks the work. */
  public PointsRounding {
    cutOffs = List.copyOf(cutOffs);
    if (work < 0) {
      throw new IllegalArgumentException("the work of a search must be at least 0, not " + work);
    }
  }

  /** Returns a comparison at grade bounds and cut-offs with the usual work. */
  public static PointsRounding of(
      ScoreScale scale, Calibration calibration, MasterScale grades, List<Integer> cutOffs) {
    return new PointsRounding(scale, calibration, grades, cutOffs, DEFAULT_WORK);
  }

  /**
   * Compares and searches.
   *
   * @param card the scorecard; its own points play no part
   * @param records the records to compare over, with every feature of the card; at least one
   * @throws IllegalArgumentException if there is no record or a feature is missing
   */
  public RoundingReport search(Scorecard card, FeatureMatrix records) {
    if (records.rows() == 0) {
      throw new IllegalArgumentException("rounding is compared over at least one record");
    }
    ScorecardPoints unrounded =
        ScorecardPoints.of(scale, calibration, card.intercept(), card.terms().size());
    RoundingChoices choices = RoundingChoices.of(card, unrounded);
    int[][] bins = bins(card, records);
    RoundingCases cases = RoundingCases.of(this, card, choices, bins);
    RoundingSearch search = new RoundingSearch(choices, cases, work);
    long nearest = search.changedByNearest();
    boolean[] up = search.run();
    List<Integer> changed = new ArrayList<>();
    double largestGap = 0.0;
    for (int row = 0; row < records.rows(); row++) {
      double gap = choices.points(bins, row, up) - choices.unrounded(bins, row);
      largestGap = Math.max(largestGap, Math.abs(gap));
      if (cases.changes(row, up)) {
        changed.add(row);
      }
    }
    return new RoundingReport(
        records.rows(),
        grades.size() - 1 + cutOffs.size(),
        nearest,
        changed,
        largestGap,
        search.lowerBound(),
        choices.points(card, up));
  }

  private static int[][] bins(Scorecard card, FeatureMatrix records) {
    List<String> names = records.fields().stream().map(Field::name).toList();
    int[][] bins = new int[card.terms().size()][records.rows()];
    for (int i = 0; i < bins.length; i++) {
      Scorecard.Term term = card.terms().get(i);
      int column = names.indexOf(term.binning().feature());
      if (column < 0) {
        throw new IllegalArgumentException("the records lack the feature "
            + term.binning().feature() + "; "
            + NearestName.remedy(term.binning().feature(), names));
      }
      double[] cells = records.columnUnsafe(column);
      for (int row = 0; row < cells.length; row++) {
        bins[i][row] = term.binning().binOf(cells[row]);
      }
    }
    return bins;
  }
}
