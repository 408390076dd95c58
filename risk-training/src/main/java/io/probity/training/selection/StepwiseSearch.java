package io.probity.training.selection;

import io.probity.training.logistic.Coefficient;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.logistic.LogisticSample;
import io.probity.training.logistic.LogisticTrainer;
import io.probity.training.logistic.ScoreTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches the features of a logistic regression step by step. */
final class StepwiseSearch {

  private final Stepwise plan;
  private final Set<String> force;
  private final LogisticSample sample;
  private final LogisticTrainer trainer;
  private final List<String> chosen = new ArrayList<>();
  private final List<String> waiting;

  StepwiseSearch(Stepwise plan, Set<String> force, LogisticSample sample, LogisticTrainer trainer) {
    this.plan = plan;
    this.force = force;
    this.sample = sample;
    this.trainer = trainer;
    this.waiting = new ArrayList<>(sample.design().names());
    for (String name : sample.design().names()) {
      if (force.contains(name)) {
        chosen.add(name);
        waiting.remove(name);
      }
    }
  }

  /** Returns the names of the features that the search ends with. */
  List<String> search() {
    LogisticFit fit = fit(chosen);
    int most = 4 * sample.design().columns() + 4;
    for (int step = 0; step < most; step++) {
      LogisticFit larger = enter(fit);
      if (larger == fit) {
        return chosen;
      }
      fit = leave(larger);
    }
    return chosen;
  }

  private LogisticFit enter(LogisticFit fit) {
    if (waiting.isEmpty()) {
      return fit;
    }
    Optional<ScoreTest.Result> best = ScoreTest.of(fit, sample, waiting).stream()
        .filter(result -> !result.aliased())
        .max(Comparator.comparingDouble(ScoreTest.Result::statistic));
    if (best.isEmpty()) {
      return fit;
    }
    List<String> more = new ArrayList<>(chosen);
    more.add(best.get().column());
    LogisticFit larger = fit(more);
    boolean helps = plan.criterion() == Stepwise.Criterion.P_VALUE
        ? best.get().pValue() <= plan.enter()
        : criterion(larger) < criterion(fit);
    if (!helps) {
      return fit;
    }
    chosen.add(best.get().column());
    waiting.remove(best.get().column());
    return larger;
  }

  private LogisticFit leave(LogisticFit start) {
    LogisticFit fit = start;
    while (true) {
      Optional<Coefficient> weakest = fit.coefficients().stream()
          .filter(c -> chosen.contains(c.name()) && !force.contains(c.name()))
          .min(Comparator.comparingDouble(c -> Math.abs(c.z())));
      if (weakest.isEmpty()) {
        return fit;
      }
      List<String> fewer = new ArrayList<>(chosen);
      fewer.remove(weakest.get().name());
      LogisticFit smaller = fit(fewer);
      boolean leaves = plan.criterion() == Stepwise.Criterion.P_VALUE
          ? weakest.get().pValue() > plan.stay()
          : criterion(smaller) < criterion(fit);
      if (!leaves) {
        return fit;
      }
      chosen.remove(weakest.get().name());
      fit = smaller;
    }
  }

  private double criterion(LogisticFit fit) {
    return plan.criterion() == Stepwise.Criterion.AIC
        ? fit.statistics().aic()
        : fit.statistics().bic();
  }

  private LogisticFit fit(List<String> names) {
    return trainer.train(sample.select(names));
  }
}
