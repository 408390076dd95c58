package io.probity.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.application.BorrowingStatus;
import io.probity.application.EmploymentStatus;
import io.probity.application.IncomeEvidence;
import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.metrics.Auc;
import io.probity.preparation.DefaultDefinition;
import io.probity.preparation.LoanOutcome;
import io.probity.preparation.PanelMonth;
import io.probity.preparation.PanelStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final int APPLICANTS = 20_000;
  private static final Simulation SIMULATION =
      Simulation.of(SimulationPlan.of(APPLICANTS, 36, 20_261_121));
  private static final List<SimulatedApplicant> DRAWN =
      IntStream.range(0, APPLICANTS).mapToObj(SIMULATION::applicant).toList();

  private static double meanPd(List<SimulatedApplicant> group) {
    return group.stream().mapToDouble(one -> one.truth().pd()).average().orElseThrow();
  }

  private static double badRate(List<SimulatedApplicant> group) {
    return group.stream().mapToInt(one -> one.truth().isBad() ? 1 : 0).average().orElseThrow();
  }

  /** Checks a realised rate against independent draws of the PDs, four standard deviations wide. */
  private static void assertCalibrated(List<SimulatedApplicant> group, String name) {
    double variance = group.stream()
        .mapToDouble(one -> one.truth().pd() * (1.0 - one.truth().pd()))
        .sum();
    double bound = 4.0 * Math.sqrt(variance) / group.size();
    assertThat(Math.abs(badRate(group) - meanPd(group))).as(name).isLessThan(bound);
  }

  @Test
  void truth_inAllAndByDecileOfPd_isCalibrated() {
    assertCalibrated(DRAWN, "all");
    List<SimulatedApplicant> ranked = DRAWN.stream()
        .sorted(Comparator.comparingDouble(one -> one.truth().pd()))
        .toList();
    for (int decile = 0; decile < 10; decile++) {
      int from = decile * APPLICANTS / 10;
      assertCalibrated(ranked.subList(from, from + APPLICANTS / 10), "decile " + decile);
    }
  }

  @Test
  void truth_byTraitsAndYearsThatThePdIsNotGiven_isCalibrated() {
    // the traits act only through what is observable, so no group of them is off
    assertCalibrated(
        DRAWN.stream().filter(one -> one.truth().discipline() < -1.0).toList(), "careless");
    assertCalibrated(DRAWN.stream().filter(one -> one.truth().appetite() > 1.0).toList(), "eager");
    for (int year = 2021; year <= 2023; year++) {
      int wanted = year;
      assertCalibrated(
          DRAWN.stream()
              .filter(one -> one.application().asOf().getYear() == wanted)
              .toList(),
          "year " + year);
    }
  }

  @Test
  void truth_levelAndAuc_areRealistic() {
    double[] pd = DRAWN.stream().mapToDouble(one -> one.truth().pd()).toArray();
    int[] bad = DRAWN.stream().mapToInt(one -> one.truth().isBad() ? 1 : 0).toArray();

    assertThat(badRate(DRAWN)).isBetween(0.05, 0.12);
    assertThat(Auc.of(pd, bad).value()).isBetween(0.75, 0.83);
  }

  @Test
  void pd_averagesTheShocks() {
    Hazard hazard = Hazard.of(Observables.of(DRAWN.get(11).application()));
    double loss = hazard.jobLossProbability();
    double illness = hazard.illnessProbability();
    double expected = 0.0;
    for (int help = -1; help <= 1; help++) {
      double share = help == 0 ? 0.5 : 0.25;
      expected +=
          share * (1 - loss) * (1 - illness) * hazard.pdGiven(new Shocks(false, false, help));
      expected += share * loss * (1 - illness) * hazard.pdGiven(new Shocks(true, false, help));
      expected += share * (1 - loss) * illness * hazard.pdGiven(new Shocks(false, true, help));
      expected += share * loss * illness * hazard.pdGiven(new Shocks(true, true, help));
    }

    assertThat(hazard.pd()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void panel_saysWhatTheTruthSays_andEndsOnce() {
    DefaultDefinition definition = new DefaultDefinition(90, 12);
    for (SimulatedApplicant one : DRAWN) {
      LoanOutcome outcome = definition.classify(one.months());
      assertThat(outcome == LoanOutcome.BAD).isEqualTo(one.truth().isBad());
      assertThat(outcome).isNotEqualTo(LoanOutcome.EXCLUDED);
      for (PanelMonth month : one.months().subList(0, one.months().size() - 1)) {
        assertThat(month.status()).isEqualTo(PanelStatus.ACTIVE);
      }
    }
  }

  @Test
  void population_holdsEveryKindOfApplicant() {
    for (EmploymentStatus employment : List.of(
        EmploymentStatus.EMPLOYED,
        EmploymentStatus.EMPLOYED_TEMPORARY,
        EmploymentStatus.GIG_WORKER,
        EmploymentStatus.SELF_EMPLOYED,
        EmploymentStatus.RETIRED)) {
      assertThat(share(app -> app.applicant().employment() == employment)).isGreaterThan(0.02);
    }
    for (BorrowingStatus status :
        List.of(BorrowingStatus.NO_HIT, BorrowingStatus.THIN, BorrowingStatus.HIT)) {
      assertThat(share(app -> app.borrowing().status() == status)).isGreaterThan(0.05);
    }
    assertThat(share(app -> app.income().evidence() == IncomeEvidence.STATED)).isBetween(0.1, 0.3);
    assertThat(share(app -> app.borrowing().tradelines().stream()
                .filter(line -> line.type().isMicro())
                .count()
            >= 3))
        .isBetween(0.01, 0.2);
  }

  private static double share(Predicate<LoanApplication> which) {
    return DRAWN.stream().map(SimulatedApplicant::application).filter(which).count()
        / (double) APPLICANTS;
  }

  @Test
  void downturn_raisesUnemploymentAndPd() {
    YearMonth calm = YearMonth.of(2021, 6);
    YearMonth deep = YearMonth.of(2022, 12);

    assertThat(meanPd(of(deep))).isGreaterThan(1.1 * meanPd(of(calm)));
  }

  private static List<SimulatedApplicant> of(YearMonth month) {
    return DRAWN.stream()
        .filter(one -> YearMonth.from(one.application().asOf()).equals(month))
        .toList();
  }

  @Test
  void applicant_asJson_isReadBackEqual() throws IOException {
    for (SimulatedApplicant one : DRAWN.subList(0, 200)) {
      byte[] json = one.application().toJson().getBytes(StandardCharsets.UTF_8);

      assertThat(LoanApplication.parse(new ByteArrayInputStream(json)))
          .isEqualTo(one.application());
    }
  }

  @Test
  void applicant_dependsOnSeedAndNumberOnly() {
    Simulation fewer = Simulation.of(SimulationPlan.of(10, 36, 20_261_121));
    Simulation other = Simulation.of(SimulationPlan.of(10, 36, 7));

    assertThat(fewer.applicant(9)).isEqualTo(DRAWN.get(9));
    assertThat(other.applicant(9)).isNotEqualTo(DRAWN.get(9));
    assertThatThrownBy(() -> fewer.applicant(10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an applicant's number must be from 0 to 9, not 10");
  }

  @Test
  void plan_outOfRange_namesEveryNumber() {
    assertThatThrownBy(() -> SimulationPlan.of(0, 0, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("applicants: must be from 1 to 100000000; received 0")
        .hasMessageContaining("months: must be from 1 to 600; received 0");
  }
}
