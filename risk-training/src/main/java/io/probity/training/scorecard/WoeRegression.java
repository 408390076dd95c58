package io.probity.training.scorecard;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.training.logistic.Coefficient;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.logistic.LogisticSample;
import io.probity.training.logistic.LogisticSettings;
import io.probity.training.logistic.LogisticTrainer;
import io.probity.training.logistic.Penalty;
import io.probity.training.selection.Funnel;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.selection.WoeColumns;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A logistic regression of bad on the WOE of binned features. A feature whose coefficient is not
 * negative beside the others is removed, the most positive first, and the rest is fitted again.
 *
 * @param binnings the features that stayed, with the WOE that they score with
 * @param fit the regression
 * @param removed what was removed and why
 */
record WoeRegression(List<Binning> binnings, LogisticFit fit, List<Funnel.Entry> removed) {

  private static final String TOGETHER = "(sum of WOE)";

  /**
   * Fits the regression.
   *
   * @param selected the features, at least one
   * @param prior bads added to every bin before its WOE is taken
   * @param ridge lambda of the ridge towards a common coefficient; 0 for maximum likelihood
   */
  static WoeRegression fit(
      LearnSet records,
      List<Binning> selected,
      SelectionPlan selection,
      double prior,
      double ridge) {
    List<Binning> left =
        new ArrayList<>(selected.stream().map(binning -> shrunk(binning, prior)).toList());
    DesignMatrix design = WoeColumns.of(records.features(), left);
    LogisticSample sample =
        LogisticSample.of(design, records.targetUnsafe(), records.weightsUnsafe());
    LogisticTrainer trainer = trainer(records, design, ridge);
    List<Funnel.Entry> removed = new ArrayList<>();
    LogisticFit fit = trainer.train(sample);
    for (String aliased : fit.aliased()) {
      left.removeIf(binning -> binning.feature().equals(aliased));
      removed.add(Funnel.Entry.dropped(aliased, Funnel.Reason.COLLINEAR, ""));
    }
    Optional<Coefficient> worst = worstSign(fit, selection.force());
    while (selection.removeWrongSigns() && worst.isPresent()) {
      Coefficient wrong = worst.get();
      left.removeIf(binning -> binning.feature().equals(wrong.name()));
      removed.add(Funnel.Entry.dropped(
          wrong.name(),
          Funnel.Reason.WRONG_SIGN,
          String.format(Locale.ROOT, "coefficient %.4f, z %.2f", wrong.estimate(), wrong.z())));
      if (left.isEmpty()) {
        throw new InvalidInputException(new Violation(
            "features",
            "every feature was removed for the sign of its coefficient",
            "",
            "check that the target is 1 for bad, and the bins of the features"));
      }
      List<String> names = left.stream().map(Binning::feature).toList();
      fit = restricted(trainer, names).train(sample.select(names));
      worst = worstSign(fit, selection.force());
    }
    return new WoeRegression(List.copyOf(left), fit, removed);
  }

  private static LogisticTrainer trainer(LearnSet records, DesignMatrix design, double ridge) {
    if (ridge == 0) {
      return LogisticTrainer.ofDefaults();
    }
    double common = commonCoefficient(records, design);
    Map<String, Double> targets = new HashMap<>();
    design.names().forEach(name -> targets.put(name, common));
    return new LogisticTrainer(LogisticSettings.DEFAULT.withPenalty(
        Penalty.ridge(ridge, Penalty.Scale.RAW).withTargets(targets)));
  }

  private static LogisticTrainer restricted(LogisticTrainer trainer, List<String> names) {
    return trainer.settings().penalty() instanceof Penalty.Ridge ridge
        ? new LogisticTrainer(trainer.settings().withPenalty(ridge.restrictedTo(names)))
        : trainer;
  }

  /** Returns the coefficient of the sum of all WOE, which is what a ridge draws all towards. */
  private static double commonCoefficient(LearnSet records, DesignMatrix design) {
    double[] sum = new double[design.rows()];
    for (int row = 0; row < sum.length; row++) {
      for (int column = 0; column < design.columns(); column++) {
        sum[row] += design.value(row, column);
      }
    }
    LogisticFit fit = LogisticTrainer.ofDefaults()
        .train(
            DesignMatrix.of(List.of(TOGETHER), new double[][] {sum}),
            records.targetUnsafe(),
            records.weightsUnsafe());
    return Math.min(fit.coefficient(TOGETHER).estimate(), 0.0);
  }

  /** Returns the coefficient that is furthest above zero; zero itself is no sign either. */
  private static Optional<Coefficient> worstSign(LogisticFit fit, Set<String> force) {
    return fit.coefficients().stream()
        .filter(coefficient -> !coefficient.name().equals(DesignMatrix.INTERCEPT))
        .filter(coefficient -> !force.contains(coefficient.name()))
        .filter(coefficient -> !(coefficient.estimate() < 0))
        .max(Comparator.comparingDouble(Coefficient::estimate));
  }

  /**
   * Draws the WOE of bins towards 0, the base rate: ln(((g + m (1 - r)) / G) / ((b + m r) / B)) with r
   * the bad rate of all and m r the prior. A WOE that an analyst or a merge has set stays.
   */
  static Binning shrunk(Binning binning, double prior) {
    if (prior == 0) {
      return binning;
    }
    BinTable table = binning.table();
    double rate = table.totalBads() / (table.totalGoods() + table.totalBads());
    double[] woe = new double[binning.bins()];
    for (int bin = 0; bin < woe.length; bin++) {
      double goods = (table.goods(bin) + prior * (1 - rate) / rate) / table.totalGoods();
      double bads = (table.bads(bin) + prior) / table.totalBads();
      boolean ownWoe = binning.woe(bin) == table.woe(bin);
      woe[bin] = ownWoe ? StrictMath.log(goods / bads) : binning.woe(bin);
    }
    return binning.withTrainedWoe(woe);
  }
}
