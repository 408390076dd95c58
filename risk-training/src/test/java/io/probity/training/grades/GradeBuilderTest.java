package io.probity.training.grades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.metrics.RankedOutcomes;
import io.probity.model.MasterScale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeBuilderTest {

  private static final GradePlan.Built FREE =
      GradePlan.Built.DEFAULT.withMinShare(0).withIntervals(1, false, 0.8).withGrades(1, 26);

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  /** Records in blocks: PD, goods, bads. */
  private static Grades grades(GradePlan plan, double[][] blocks) {
    List<Double> pd = new ArrayList<>();
    List<Integer> target = new ArrayList<>();
    for (double[] block : blocks) {
      for (int i = 0; i < block[1] + block[2]; i++) {
        pd.add(block[0]);
        target.add(i < block[1] ? 0 : 1);
      }
    }
    return GradeBuilder.of(
        plan,
        pd.stream().mapToDouble(p -> p).toArray(),
        target.stream().mapToInt(y -> y).toArray(),
        ones(pd.size()));
  }

  @Test
  void built_matchesTheHandCalculation() {
    // Bad rates 2%, 1%, 10%, 30%: the first two fall, so they are one grade of 3 bads in 200; the
    // others stay apart. The first numbers of fewest decimals above 0.02 and 0.0999 are 0.03 and
    // 0.1.
    Grades grades = grades(
        FREE.withCells(4),
        new double[][] {{0.01, 98, 2}, {0.02, 99, 1}, {0.0999, 90, 10}, {0.25, 70, 30}});

    assertThat(grades.scale().grades())
        .extracting(MasterScale.Grade::name)
        .containsExactly("A", "B", "C");
    assertThat(grades.scale().grades())
        .extracting(MasterScale.Grade::pdBelow)
        .containsExactly(0.03, 0.1, 1.0);
    assertThat(grades.rows()).extracting(Grades.Row::bads).containsExactly(3.0, 10.0, 30.0);
    assertThat(grades.rows().get(0).meanPd()).isCloseTo(0.015, within(1e-15));
    assertThat(grades.rows().get(0).share()).isEqualTo(0.5);
    assertThat(grades.rises()).isTrue();
  }

  /** Tries every partition, as a check of the dynamic program. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void built_smallCase_isTheBestOfAllPartitions(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 9;
    double[] pd = new double[900];
    int[] target = new int[900];
    for (int row = 0; row < 900; row++) {
      pd[row] = (1 + row / 100) / 20.0;
      target[row] = random.nextDouble() < pd[row] ? 1 : 0;
    }
    GradePlan.Built plan =
        FREE.withGrades(2, 5).withMinShare(0.2).withIntervals(0.2, true, 0.5).withCells(size);
    PdCells cells = PdCells.of(RankedOutcomes.of(pd, target), size);
    assertThat(cells.size()).isEqualTo(size);

    double best = Double.NEGATIVE_INFINITY;
    List<Integer> bestStarts = List.of();
    for (int mask = 0; mask < 1 << (size - 1); mask++) {
      List<Integer> starts = new ArrayList<>(List.of(0));
      for (int cut = 1; cut < size; cut++) {
        if ((mask >> (cut - 1) & 1) == 1) {
          starts.add(cut);
        }
      }
      double value = valueIfAllowed(cells, plan, starts);
      if (value > best + 1e-9) {
        best = value;
        bestStarts = starts;
      }
    }

    assertThat(GradeSearch.best(cells, plan)).isEqualTo(bestStarts).isNotEmpty();
  }

  private static double valueIfAllowed(PdCells cells, GradePlan.Built plan, List<Integer> starts) {
    if (starts.size() < plan.minGrades() || starts.size() > plan.maxGrades()) {
      return Double.NEGATIVE_INFINITY;
    }
    double value = 0;
    double lastRate = -1;
    double lastHigh = -1;
    for (int i = 0; i < starts.size(); i++) {
      int to = i + 1 < starts.size() ? starts.get(i + 1) : cells.size();
      double n = cells.weight(starts.get(i), to);
      double bads = cells.bads(starts.get(i), to);
      Interval interval = new Proportion(bads, n).jeffreys(plan.level());
      if (n < plan.minShare() * cells.total()
          || bads / n <= lastRate
          || interval.low() <= lastHigh
          || interval.high() - interval.low() > plan.largestWidth()) {
        return Double.NEGATIVE_INFINITY;
      }
      lastRate = bads / n;
      lastHigh = interval.high();
      value += bads * Math.log(Math.max(bads, 1) / n) + (n - bads) * Math.log((n - bads) / n);
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void built_defaults_keepEveryRule(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 20_000;
    double[] pd = new double[rows];
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      pd[row] = 1 / (1 + Math.exp(4.5 - 4 * random.nextDouble()));
      target[row] = random.nextDouble() < pd[row] ? 1 : 0;
    }

    Grades grades = GradeBuilder.of(GradePlan.Built.DEFAULT, pd, target, ones(rows));

    assertThat(grades.scale().size()).isBetween(3, 10);
    assertThat(grades.rises()).isTrue();
    assertThat(grades.rows()).allSatisfy(row -> assertThat(row.share()).isGreaterThan(0.0299));
    for (int i = 1; i < grades.rows().size(); i++) {
      assertThat(grades.rows().get(i - 1).interval().high())
          .isLessThan(grades.rows().get(i).interval().low());
    }
    assertThat(grades.rows().stream().mapToDouble(Grades.Row::records).sum()).isEqualTo(rows);
  }

  @Test
  void built_infeasible_saysWhichRuleBinds() {
    double[][] blocks = {{0.05, 95, 5}, {0.3, 70, 30}};

    assertThatThrownBy(() -> grades(FREE.withGrades(3, 10), blocks))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no grades with a rising bad rate keep all rules")
        .hasMessageContaining("relax one of: at least 3 grades");
    assertThatThrownBy(() -> grades(FREE.withGrades(2, 10).withMinShare(0.6), blocks))
        .hasMessageContaining("at least 2 grades; at least 0.6 of the records in a grade");
    assertThatThrownBy(
            () -> grades(FREE.withGrades(2, 10).withIntervals(1, true, 0.9999999), blocks))
        .hasMessageContaining("intervals of neighbours apart at a level of 0.9999999");
    assertThatThrownBy(() -> grades(
            FREE.withGrades(2, 10).withMinShare(0.6).withIntervals(0.0001, true, 0.8), blocks))
        .hasMessageContaining("no single rule is to blame");
  }

  @Test
  void built_allPdsTied_isOneGradeOrInfeasible() {
    double[][] tied = {{0.1, 90, 10}};

    assertThat(grades(FREE, tied).scale().size()).isEqualTo(1);
    assertThatThrownBy(() -> grades(GradePlan.Built.DEFAULT, tied))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void fixed_emptyGrade_isDescribedAsSuch() {
    Grades grades = grades(GradePlan.DEFAULT, new double[][] {{0.03, 97, 3}, {0.5, 1, 1}});

    assertThat(grades.scale()).isEqualTo(MasterScale.DEFAULT);
    assertThat(grades.rows().get(0).records()).isZero();
    assertThat(grades.rows().get(0).badRate()).isNaN();
    assertThat(grades.rows().get(2).badRate()).isEqualTo(0.03);
    assertThat(grades.rises()).isTrue();
  }

  /** The eight grades of a backtest, made anew from its obligors. */
  @Test
  void fixed_goldenBacktest_hasItsRatesAndItsViolation() throws IOException {
    List<String> lines =
        new String(bytes("input.csv"), StandardCharsets.UTF_8).lines().toList();
    JsonObject expected = JsonObject.parse(bytes("expected.json"), "expected.json", JsonLimits.FILE)
        .object("expected");
    List<MasterScale.Grade> scale = new ArrayList<>();
    double[][] blocks = new double[lines.size() - 1][];
    for (int i = 0; i < blocks.length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      double defaults = Double.parseDouble(cells[3]);
      blocks[i] = new double[] {
        Double.parseDouble(cells[1]), Double.parseDouble(cells[2]) - defaults, defaults
      };
      double bound = i + 1 < blocks.length ? Math.nextUp(blocks[i][0]) : 1.0;
      scale.add(new MasterScale.Grade(cells[0], bound));
    }

    Grades grades = grades(new GradePlan.Fixed(new MasterScale(scale)), blocks);

    List<JsonObject> wanted = expected.objects("grades");
    for (int i = 0; i < blocks.length; i++) {
      assertThat(grades.rows().get(i).badRate())
          .isEqualTo(wanted.get(i).number("observed_default_rate"));
    }
    assertThat(grades.rises()).isFalse(); // the golden case has one violation of the order
    assertThat(expected
            .object("portfolio")
            .object("rank_stability")
            .whole("monotone_violations_odr_by_grade"))
        .isEqualTo(1);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in =
        GradeBuilderTest.class.getResourceAsStream("/golden/15_pd_backtest/" + file)) {
      return in.readAllBytes();
    }
  }

  @Test
  void of_notPds_areRefused() {
    assertThatThrownBy(() ->
            GradeBuilder.of(GradePlan.DEFAULT, new double[] {0.5, 1.5}, new int[] {0, 1}, ones(2)))
        .hasMessage("grades need PDs in [0, 1], but they reach from 0.5 to 1.5");
  }

  @Test
  void json_roundTripsBothForms() {
    for (GradePlan plan : List.of(
        GradePlan.DEFAULT,
        GradePlan.Built.DEFAULT,
        FREE.withGrades(4, 7).withMinShare(0.1).withIntervals(0.05, true, 0.9).withCells(30))) {
      JsonText out = JsonText.pretty().beginObject();
      GradePlanJson.write(out, "grades", plan);

      assertThat(read(out.endObject().toString())).isEqualTo(plan);
    }
    assertThat(read("{\"grades\": {}}")).isEqualTo(GradePlan.Built.DEFAULT);
    assertThatThrownBy(() -> read("{\"grades\": {\"minGrade\": 2}}"))
        .hasMessageContaining("unknown key \"minGrade\"");
    assertThatThrownBy(() -> read("{\"grades\": {\"minGrades\": 12}}"))
        .hasMessageContaining("grades need 1 <= minimum <= maximum <= 26, not 12 and 10");
  }

  private static GradePlan read(String json) {
    return GradePlanJson.read(
        JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "plan.json", JsonLimits.FILE)
            .value("grades"));
  }
}
