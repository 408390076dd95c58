package io.probity.training.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.MasterScale;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsRoundingTest {

  /** One point a unit of log-odds and 0 points at 1:1, so that unrounded points are easy to see. */
  private static final ScoreScale PLAIN = new ScoreScale(0, 1, Math.log(2));

  private static final MasterScale ONE_GRADE =
      new MasterScale(List.of(new MasterScale.Grade("A", 1.0)));

  @TempDir
  private Path folder;

  /** A card whose bins have given unrounded points on the plain scale, without an intercept. */
  private static Scorecard card(double[][] points) {
    List<Scorecard.Term> terms = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      int bins = points[i].length + 1; // the missing bin takes the first value again
      double[] woe = Arrays.copyOf(points[i], bins);
      woe[bins - 1] = points[i][0];
      double[] cuts = new double[bins - 2];
      Arrays.setAll(cuts, cut -> cut + 0.5);
      double[] counts = new double[bins];
      Arrays.fill(counts, 10);
      Binning binning = Binning.ofNumber(
          Field.of("x" + i, FieldKind.NUMBER, FieldRole.FEATURE),
          cuts,
          BinTable.of(counts, counts, ZeroCellRule.HALF_IN_ZERO_BINS),
          woe,
          BinOrigin.AUTO);
      ScorecardPoints made = ScorecardPoints.of(PLAIN, Calibration.IDENTITY, 0, points.length);
      terms.add(new Scorecard.Term(binning, -1, 0, made.points(binning, -1)));
    }
    return Scorecard.of(0, terms);
  }

  /** Records by the bin of each feature. */
  private FeatureMatrix records(int[][] bins) throws IOException {
    List<Field> fields = new ArrayList<>();
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < bins[0].length; i++) {
      fields.add(Field.of("x" + i, FieldKind.NUMBER, FieldRole.FEATURE));
      csv.append(i == 0 ? "" : ",").append("x").append(i);
    }
    for (int[] row : bins) {
      csv.append('\n');
      for (int i = 0; i < row.length; i++) {
        csv.append(i == 0 ? "" : ",").append(row[i]);
      }
    }
    Schema schema = Schema.of(Optional.empty(), Set.of(), fields);
    Path file = Files.writeString(folder.resolve("r.csv"), csv + "\n");
    return FeatureMatrix.of(
        FeatureExtractor.compile(schema, fields.stream().map(Field::name).toList()),
        CsvReader.strict(schema).read(file).table());
  }

  private static PointsRounding at(Integer... cutOffs) {
    return PointsRounding.of(PLAIN, Calibration.IDENTITY, ONE_GRADE, List.of(cutOffs));
  }

  @Test
  void search_handCase_findsTheHarmlessRounding() throws IOException {
    Scorecard card = card(new double[][] {{1.4, 3}, {1.6, 5}});
    // (1.4, 1.6) has 3.0 points: at or above the cut-off 3; nearest gives 1 + 2 = 3.
    // (3, 1.6) has 4.6, below 5; nearest gives 5, which changes it. Rounding 1.6 down and 1.4 up
    // gives 3 and 4: no record changes.
    FeatureMatrix records = records(new int[][] {{0, 0}, {1, 0}, {1, 0}, {1, 1}});

    RoundingReport report = at(3, 5).search(card, records);

    assertThat(report.changedByNearest()).isEqualTo(2);
    assertThat(report.changed()).isEmpty();
    assertThat(report.isBest()).isTrue();
    assertThat(report.points()).containsExactly(List.of(2, 3, 2), List.of(1, 5, 1));
    assertThat(report.largestGap()).isCloseTo(0.6, within(1e-12));
    assertThat(report.summary())
        .isEqualTo("0 of 4 records change at one of 2 bounds because points are whole (2 with every"
            + " value rounded to the nearest); no rounding changes fewer");
    Scorecard better = report.applied(card);
    assertThat(better.score(new double[] {1, 0}, PLAIN)).isEqualTo(4);
    assertThat(better.badLogOdds(new double[] {1, 0}))
        .isEqualTo(card.badLogOdds(new double[] {1, 0}));
  }

  @Test
  void search_unavoidableChange_namesTheRecords() throws IOException {
    Scorecard card = card(new double[][] {{0.5, 0}, {0.5, 0}});
    FeatureMatrix records = records(new int[][] {{0, 0}, {0, 1}, {1, 0}});

    RoundingReport report = at(1).search(card, records);

    // (0.5, 0.5) is at 1: one must go up. (0.5, 0) and (0, 0.5) are below: both must go down.
    assertThat(report.changed()).hasSize(1);
    assertThat(report.lowerBound()).isEqualTo(1);
    assertThat(report.isBest()).isTrue();
    assertThat(report.changedByNearest()).isEqualTo(2);
  }

  @Test
  void search_gradeBounds_areTakenThroughTheCalibration() throws IOException {
    // PD 1/2 is calibrated from log-odds -1, a score of 1 before the line. Folded into the points
    // the
    // line adds -1, so the bound is at 0 points: 0.4 folded to -0.6 is worse, 1.4 to 0.4 better.
    Calibration line = Calibration.of(new CalibrationCurve.Platt(1.0, 1.0));
    MasterScale half =
        new MasterScale(List.of(new MasterScale.Grade("A", 0.5), new MasterScale.Grade("B", 1.0)));
    Scorecard card = card(new double[][] {{0.4, 1.4}});
    FeatureMatrix records = records(new int[][] {{0}, {1}});

    RoundingReport report = PointsRounding.of(PLAIN, line, half, List.of()).search(card, records);

    assertThat(report.bounds()).isEqualTo(1);
    // -0.6 goes to -1 or 0, both not above 0; 0.4 must go to 1 to stay above 0.
    assertThat(report.changedByNearest()).isEqualTo(1);
    assertThat(report.changed()).isEmpty();
    assertThat(report.points().get(0).get(1)).isEqualTo(1);
  }

  /** A search beside all roundings that keep the order of points. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void search_smallCase_isTheBestOfAllRoundings(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[3][3];
    for (double[] feature : points) {
      Arrays.setAll(feature, bin -> Math.round(random.nextDouble() * 40) / 10.0);
    }
    int[][] bins = new int[60][3];
    for (int[] row : bins) {
      Arrays.setAll(row, feature -> random.nextInt(3));
    }
    Scorecard card = card(points);

    RoundingReport report = at(4, 6, 8).search(card, records(bins));

    int best = Integer.MAX_VALUE;
    for (int mask = 0; mask < 1 << 9; mask++) {
      best = Math.min(best, changed(points, bins, mask));
    }
    assertThat(report.changed()).hasSize(best);
    assertThat(report.lowerBound()).isEqualTo(best);
    assertThat(report.changedByNearest()).isGreaterThanOrEqualTo(best);
  }

  private static int changed(double[][] points, int[][] bins, int mask) {
    int[][] whole = new int[3][3];
    for (int i = 0; i < 9; i++) {
      double value = unrounded(points, i / 3, i % 3);
      whole[i / 3][i % 3] = (mask >> i & 1) == 1 ? (int) Math.ceil(value) : (int) Math.floor(value);
    }
    for (int i = 0; i < 27; i++) {
      int f = i / 9;
      double first = unrounded(points, f, i / 3 % 3);
      double second = unrounded(points, f, i % 3);
      int gap = whole[f][i / 3 % 3] - whole[f][i % 3];
      if ((first > second && gap < 0) || (first == second && gap != 0)) {
        return Integer.MAX_VALUE;
      }
    }
    int changed = 0;
    for (int[] row : bins) {
      double exact = 0;
      int sum = 0;
      for (int f = 0; f < 3; f++) {
        exact += unrounded(points, f, row[f]);
        sum += whole[f][row[f]];
      }
      boolean differs = false;
      for (int cutOff : new int[] {4, 6, 8}) {
        differs |= exact >= cutOff != sum >= cutOff;
      }
      changed += differs ? 1 : 0;
    }
    return changed;
  }

  private static double unrounded(double[][] points, int feature, int bin) {
    ScorecardPoints made = ScorecardPoints.of(PLAIN, Calibration.IDENTITY, 0, 3);
    return made.unrounded(-points[feature][bin]);
  }

  @Test
  void search_littleWork_isStillSoundAndReportsWhatItProved() throws IOException {
    SplittableRandom random = new SplittableRandom(77);
    double[][] points = new double[8][6];
    for (double[] feature : points) {
      Arrays.setAll(feature, bin -> 20 * random.nextDouble());
    }
    int[][] bins = new int[2_000][8];
    for (int[] row : bins) {
      Arrays.setAll(row, feature -> random.nextInt(6));
    }
    Scorecard card = card(points);
    FeatureMatrix records = records(bins);
    PointsRounding usual = at(60, 80, 100);

    RoundingReport none = new PointsRounding(
            PLAIN, Calibration.IDENTITY, ONE_GRADE, List.of(60, 80, 100), 0)
        .search(card, records);
    RoundingReport some = new PointsRounding(
            PLAIN, Calibration.IDENTITY, ONE_GRADE, usual.cutOffs(), 1_000_000)
        .search(card, records);

    assertThat(none.changed()).hasSize((int) none.changedByNearest());
    assertThat(some.changed().size()).isLessThan(none.changed().size());
    assertThat(some.lowerBound()).isLessThanOrEqualTo(some.changed().size());
    assertThat(some.largestGap()).isLessThan(8);
  }

  @Test
  void search_noRecordsOrMissingFeature_isRefused() throws IOException {
    Scorecard card = card(new double[][] {{1.4, 3}, {1.6, 5}});

    assertThatThrownBy(() -> at(3).search(card, records(new int[][] {{0}})))
        .hasMessageStartingWith("the records lack the feature x1; ");
    FeatureMatrix none = records(new int[][] {{0, 0}}).rowsAt(new int[0]);
    assertThatThrownBy(() -> at(3).search(card, none))
        .hasMessage("rounding is compared over at least one record");
  }
}
