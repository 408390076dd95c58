package io.probity.training;

import io.probity.model.Calibration;
import io.probity.model.Predictor;
import io.probity.model.Scorecard;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.calibration.CalibrationTrainer;
import io.probity.training.calibration.CalibrationTraining;
import io.probity.training.family.FamilyChoice;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.family.FamilyTraining;
import io.probity.training.grades.GradeBuilder;
import io.probity.training.grades.Grades;
import io.probity.training.rounding.PointsRounding;
import io.probity.training.rounding.RoundingPlan;
import io.probity.training.rounding.RoundingReport;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What is learned from some records by a plan: the predictor of its family, calibrated by inner folds,
 * with grades and whole points.
 *
 * @param choice how the predictor came about, and which families were compared
 * @param predictor the predictor, with its points
 * @param calibration from its log-odds to the PD
 * @param grades the grades and what they hold of the records, by PDs of inner folds
 * @param rounding what whole points change; empty for a family without points, or where the plan
 *     rounds each value by itself
 */
record Fitting(
    FamilyChoice choice,
    Predictor predictor,
    CalibrationTraining calibration,
    Grades grades,
    Optional<RoundingReport> rounding) {

  static Fitting of(TrainingPlan plan, LearnSet records, RunContext context) {
    Map<String, FamilyTrainer> trainers = Families.trainers(plan);
    if (trainers.size() > 1) {
      trainers.replaceAll((name, trainer) -> announced(name, trainer, context));
    }
    int count = trainers.values().stream().mapToInt(FamilyTrainer::folds).max().orElseThrow();
    Folds folds = Folds.stratified(records.targetUnsafe(), count, plan.seed());
    FamilyChoice choice =
        FamilyChoice.of(trainers, records, folds, plan.seed(), context.executor());
    return of(plan, records, folds, choice);
  }

  /** Returns a trainer that says when it begins. */
  private static FamilyTrainer announced(String name, FamilyTrainer trainer, RunContext context) {
    return new FamilyTrainer() {
      @Override
      public int folds() {
        return trainer.folds();
      }

      @Override
      public FamilyTraining train(LearnSet records, Folds folds, long seed, Executor executor) {
        context.progress().begin("learning the family " + name);
        return trainer.train(records, folds, seed, executor);
      }
    };
  }

  /**
   * Fits a scorecard on bins that were found before, of more records than can be held as cells.
   *
   * @param sample the records by which settings, calibration, grades and whole points are chosen
   * @param bins the bins of each candidate
   * @param coded the records that the coefficients are fitted on
   */
  static Fitting of(
      TrainingPlan plan,
      LearnSet sample,
      List<BinningResult> bins,
      LearnSet coded,
      RunContext context) {
    Folds folds = Folds.stratified(sample.targetUnsafe(), plan.scorecard().folds(), plan.seed());
    FamilyTraining trained =
        Families.scorecard(plan).train(sample, folds, plan.seed(), bins, coded, context.executor());
    return of(plan, sample, folds, new FamilyChoice(trained, List.of()));
  }

  /** Returns the trainer of the bins of a plan, the age rule heeded. */
  static BinningTrainer binning(TrainingPlan plan) {
    return Families.scorecard(plan).binning();
  }

  private static Fitting of(TrainingPlan plan, LearnSet records, Folds folds, FamilyChoice choice) {
    FamilyTraining trained = choice.training();
    double[] outOfFold = trained.outOfFold();
    CalibrationTraining calibrated = new CalibrationTrainer(plan.calibration())
        .train(outOfFold, records.targetUnsafe(), records.weightsUnsafe(), folds);
    Calibration calibration = calibrated.calibration();
    double[] pd = new double[outOfFold.length];
    for (int row = 0; row < pd.length; row++) {
      pd[row] = calibration.pd(outOfFold[row]);
    }
    Grades grades =
        GradeBuilder.of(plan.grades(), pd, records.targetUnsafe(), records.weightsUnsafe());
    Predictor predictor = trained.predictor(plan.scale(), calibration);
    if (predictor instanceof Scorecard card
        && plan.rounding().method() == RoundingPlan.Method.FEWEST_CHANGES) {
      RoundingReport rounding = PointsRounding.of(
              plan.scale(), calibration, grades.scale(), plan.rounding().cutOffs())
          .search(card, records.features());
      return new Fitting(choice, rounding.applied(card), calibrated, grades, Optional.of(rounding));
    }
    return new Fitting(choice, predictor, calibrated, grades, Optional.empty());
  }

  /** Returns how the predictor came about. */
  FamilyTraining trained() {
    return choice.training();
  }

  /** Returns the PDs that the same plan gives records that it did not learn from. */
  static double[] pdOf(TrainingPlan plan, LearnSet learn, LearnSet others, RunContext context) {
    TrainingPlan plain = plan.toBuilder()
        .rounding(new RoundingPlan(RoundingPlan.Method.NEAREST, List.of()))
        .build();
    Fitting fitting = of(plain, learn, context);
    double[] logOdds = PreparedTable.badLogOdds(fitting.predictor(), others.features());
    for (int row = 0; row < logOdds.length; row++) {
      logOdds[row] = fitting.calibration().calibration().pd(logOdds[row]);
    }
    return logOdds;
  }
}
