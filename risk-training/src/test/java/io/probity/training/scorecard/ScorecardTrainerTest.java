package io.probity.training.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.InvalidInputException;
import io.probity.metrics.Auc;
import io.probity.metrics.LogLoss;
import io.probity.metrics.RankedOutcomes;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.schema.FieldKind;
import io.probity.training.ShippedData;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.logistic.Coefficient;
import io.probity.training.selection.Funnel;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ScorecardTrainerTest {

  private static final LearnSet GERMAN = ShippedData.of("german").learnSet();
  private static final BinningTrainer BINNING = new BinningTrainer(BinningSettings.DEFAULT);

  private static ScorecardTrainer trainer(SelectionPlan selection, ScorecardSettings settings) {
    return new ScorecardTrainer(BINNING, List.of(), selection, settings, Optional.empty());
  }

  private static ScorecardTraining train(LearnSet records, ScorecardSettings settings) {
    return trainer(SelectionPlan.DEFAULT, settings)
        .train(records, folds(records), 1, Runnable::run);
  }

  private static Scorecard card(ScorecardTraining trained) {
    return trained.predictor(ScoreScale.DEFAULT, Calibration.IDENTITY);
  }

  private static Folds folds(LearnSet records) {
    return Folds.stratified(records.targetUnsafe(), 5, 1);
  }

  private static PreparedBins prepared(LearnSet records) {
    return PreparedBins.of(records, BINNING, List.of(), SelectionPlan.DEFAULT, Runnable::run);
  }

  private static double logLoss(double[] logOdds, int[] target) {
    double[] pd = Arrays.stream(logOdds).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    return LogLoss.of(RankedOutcomes.of(pd, target)).value();
  }

  @Test
  void train_statedSettings_areTakenWithoutTrials() {
    ScorecardTraining trained = train(GERMAN, ScorecardSettings.TEXTBOOK);

    assertThat(trained.trials()).isEmpty();
    assertThat(trained.chosen().woePrior()).isZero();
    assertThat(trained.chosen().ridge()).isZero();
    assertThat(trained.chosen().refit()).isInfinite();
    for (Scorecard.Term term : card(trained).terms()) {
      Binning plain = prepared(GERMAN).selected().binnings().stream()
          .filter(binning -> binning.feature().equals(term.binning().feature()))
          .findFirst()
          .orElseThrow();
      for (int bin = 0; bin < plain.bins(); bin++) {
        assertThat(term.binning().woe(bin)).isEqualTo(plain.woe(bin));
      }
    }
  }

  @Test
  void train_settingsByInnerFolds_neverLoseToTheTextbookOutsideTheFolds() {
    ScorecardTraining textbook = train(GERMAN, ScorecardSettings.TEXTBOOK);
    ScorecardTraining tuned = train(GERMAN, ScorecardSettings.DEFAULT);

    int[] target = GERMAN.targetUnsafe();
    assertThat(tuned.trials()).isNotEmpty();
    assertThat(logLoss(tuned.outOfFold(), target))
        .isLessThan(logLoss(textbook.outOfFold(), target));
    assertThat(Auc.of(tuned.outOfFold(), target).value())
        .isGreaterThan(Auc.of(textbook.outOfFold(), target).value());
  }

  @Test
  void train_outOfFold_comesFromModelsThatNeverSawTheRecord() {
    ScorecardTraining trained = train(GERMAN, ScorecardSettings.TEXTBOOK);
    Folds folds = folds(GERMAN);
    int[] rows = folds.in(2);

    LearnSet outside = GERMAN.rowsAt(folds.outside(2));
    double[] own = FittedCard.of(WoeRegression.fit(
            outside, prepared(outside).selected().binnings(), SelectionPlan.DEFAULT, 0, 0))
        .badLogOdds(GERMAN.features().rowsAt(rows));

    for (int i = 0; i < rows.length; i++) {
      assertThat(trained.outOfFold()[rows[i]]).isEqualTo(own[i]);
    }
  }

  @Test
  void train_anyNumberOfThreads_givesTheSame() {
    ScorecardTraining one = train(GERMAN, ScorecardSettings.DEFAULT);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      ScorecardTraining three = trainer(SelectionPlan.DEFAULT, ScorecardSettings.DEFAULT)
          .train(GERMAN, folds(GERMAN), 1, threads);

      assertThat(three.outOfFold()).isEqualTo(one.outOfFold());
      assertThat(three.chosen()).isEqualTo(one.chosen());
      assertThat(three.trials()).isEqualTo(one.trials());
      assertThat(card(three).intercept()).isEqualTo(card(one).intercept());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void train_nothingPassesTheSelection_saysWhatToDo() {
    assertThatThrownBy(
            () -> trainer(SelectionPlan.DEFAULT.withMinimumIv(50), ScorecardSettings.TEXTBOOK)
                .train(GERMAN, folds(GERMAN), 1, Runnable::run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no feature says enough")
        .hasMessageContaining("relax the selection");
  }

  @Test
  void shrunk_addsThePriorAtTheBaseRate() {
    Binning binning = prepared(GERMAN).selected().binnings().get(0);
    BinTable table = binning.table();

    Binning shrunk = WoeRegression.shrunk(binning, 20);

    // german: 300 bads, 700 goods, so that 20 bads bring 20 x 0.7 / 0.3 = 46.67 goods with them
    double expected = Math.log((table.goods(0) + 140 / 3.0) / 700 / ((table.bads(0) + 20) / 300));
    assertThat(shrunk.woe(0)).isCloseTo(expected, within(1e-12));
    for (int bin = 0; bin < binning.bins(); bin++) {
      assertThat(Math.abs(shrunk.woe(bin))).isLessThanOrEqualTo(Math.abs(binning.woe(bin)));
    }
    assertThat(WoeRegression.shrunk(binning, 0)).isSameAs(binning);
  }

  @Test
  void fit_ridge_drawsCoefficientsTogether() {
    List<Binning> selected = prepared(GERMAN).selected().binnings();

    double free = spread(WoeRegression.fit(GERMAN, selected, SelectionPlan.DEFAULT, 0, 0));
    double drawn = spread(WoeRegression.fit(GERMAN, selected, SelectionPlan.DEFAULT, 0, 30));
    double one = spread(WoeRegression.fit(GERMAN, selected, SelectionPlan.DEFAULT, 0, 1e9));

    assertThat(drawn).isLessThan(free);
    assertThat(one).isLessThan(1e-4);
  }

  private static double spread(WoeRegression regression) {
    double[] estimates = regression.fit().coefficients().stream()
        .filter(coefficient -> !coefficient.name().equals("(Intercept)"))
        .mapToDouble(Coefficient::estimate)
        .toArray();
    return Arrays.stream(estimates).max().orElseThrow()
        - Arrays.stream(estimates).min().orElseThrow();
  }

  @Test
  void fit_wrongSign_isRemovedWithItsFigureUnlessForced() {
    // WOE turned upside down makes the coefficient positive beside the others.
    List<Binning> selected = prepared(GERMAN).selected().binnings();
    Binning first = selected.get(0);
    double[] woe = new double[first.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      woe[bin] = -first.woe(bin);
    }
    List<Binning> turned = new ArrayList<>(selected);
    turned.set(0, first.withTrainedWoe(woe));

    WoeRegression regression = WoeRegression.fit(GERMAN, turned, SelectionPlan.DEFAULT, 0, 0);

    assertThat(regression.removed()).anySatisfy(entry -> {
      assertThat(entry.field()).isEqualTo(first.feature());
      assertThat(entry.dropped()).contains(Funnel.Reason.WRONG_SIGN);
      assertThat(entry.detail()).startsWith("coefficient 0.").contains("z ");
    });
    assertThat(WoeRegression.fit(
                GERMAN, turned, SelectionPlan.DEFAULT.withForced(Set.of(first.feature())), 0, 0)
            .binnings())
        .anySatisfy(binning -> assertThat(binning.feature()).isEqualTo(first.feature()));
  }

  @Test
  void refitted_lowersTheLossAndKeepsTheOrderOfValueBins() {
    FittedCard card = FittedCard.of(WoeRegression.fit(
        GERMAN, prepared(GERMAN).selected().binnings(), SelectionPlan.DEFAULT, 0, 0));

    FittedCard refitted = card.refitted(GERMAN, 10);

    int[] target = GERMAN.targetUnsafe();
    assertThat(logLoss(refitted.badLogOdds(GERMAN.features()), target))
        .isLessThan(logLoss(card.badLogOdds(GERMAN.features()), target));
    for (int i = 0; i < card.binnings().size(); i++) {
      Binning before = card.binnings().get(i);
      Binning after = refitted.binnings().get(i);
      if (before.field().kind() == FieldKind.NUMBER && isOrdered(before)) {
        for (int bin = 1; bin < before.valueBins(); bin++) {
          double was = before.woe(bin) - before.woe(bin - 1);
          double is = after.woe(bin) - after.woe(bin - 1);
          assertThat(was * is).as(before.feature()).isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  private static boolean isOrdered(Binning binning) {
    boolean rises = true;
    boolean falls = true;
    for (int bin = 1; bin < binning.valueBins(); bin++) {
      rises &= binning.woe(bin) >= binning.woe(bin - 1);
      falls &= binning.woe(bin) <= binning.woe(bin - 1);
    }
    return rises || falls;
  }
}
