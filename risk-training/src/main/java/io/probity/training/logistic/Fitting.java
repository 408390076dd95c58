package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One fit of one sample: which columns, which estimates, and whether they are finite. */
final class Fitting {

  /** Steps after which a fit that has not settled is tested for separation. */
  private static final int PATIENCE = 10;

  private final LogisticSettings settings;
  private final LogisticSample whole;
  private final NullModel nullModel;

  Fitting(LogisticSettings settings, LogisticSample whole) {
    this.settings = settings;
    this.whole = whole;
    if (settings.penalty() instanceof Penalty.Ridge ridge) {
      ridge.requireColumnsOf(whole.design());
    }
    int free = RidgeTerm.of(settings.penalty(), whole).free();
    if (whole.positiveRows() <= free) {
      throw new IllegalArgumentException("a regression needs more rows than coefficients, but has "
          + whole.positiveRows() + " rows of positive weight and " + free
          + " unpenalised coefficients; drop columns or penalise them");
    }
    this.nullModel = NullModel.of(whole, settings.tolerance());
  }

  LogisticFit run() {
    return runFrom(
        ridgeObjective(whole).at(nullModel.coefficients(whole.design().columns())));
  }

  LogisticFit run(double[] start) {
    Evaluation first = ridgeObjective(whole).at(whole.columnsUnsafe().fromRaw(start));
    boolean usable = first.logLikelihood >= nullModel.logLikelihood()
        && independent(first).length == whole.design().columns() + 1;
    return usable ? runFrom(first) : run();
  }

  private LogisticFit runFrom(Evaluation first) {
    int[] kept = independent(first);
    if (kept.length == first.gamma.length) {
      return fit(whole, first);
    }
    List<String> names = new ArrayList<>();
    for (int position : kept) {
      if (position > 0) {
        names.add(whole.design().names().get(position - 1));
      }
    }
    LogisticSample reduced = whole.select(names);
    return fit(reduced, ridgeObjective(reduced).at(nullModel.coefficients(names.size())));
  }

  private int[] independent(Evaluation first) {
    boolean penalised = RidgeTerm.of(settings.penalty(), whole).free() < first.gamma.length;
    return penalised
        ? IndependentColumns.of(first.curvature)
        : IndependentColumns.ofRows(whole, first);
  }

  private LogisticFit fit(LogisticSample sample, Evaluation first) {
    if (settings.penalty() instanceof Penalty.Firth) {
      return firth(sample, first, Separation.notTested(sample));
    }
    NewtonAscent newton = new NewtonAscent(ridgeObjective(sample), settings.tolerance());
    NewtonAscent.Result result = newton.climb(first, Math.min(PATIENCE, settings.maxIterations()));
    Separation separation = separation(sample, result.top());
    if (separation.isPresent()) {
      return separated(sample, first, result, separation);
    }
    int used = result.iterations();
    if (!result.converged() && used < settings.maxIterations()) {
      NewtonAscent.Result more = newton.climb(result.top(), settings.maxIterations() - used);
      result = new NewtonAscent.Result(more.top(), used + more.iterations(), more.converged());
    }
    return assemble(sample, settings.penalty(), result, separation);
  }

  /** Tests the columns that no ridge penalty holds: first by the proof, then exactly. */
  private Separation separation(LogisticSample sample, Evaluation top) {
    RidgeTerm ridge = RidgeTerm.of(settings.penalty(), sample);
    int[] free = IntStream.range(0, top.gamma.length).filter(ridge::isFree).toArray();
    List<String> names = Arrays.stream(free)
        .skip(1)
        .mapToObj(position -> sample.design().names().get(position - 1))
        .toList();
    LogisticSample some = free.length == top.gamma.length ? sample : sample.select(names);
    double[] gradient = new double[free.length];
    double[][] information = new double[free.length][free.length];
    for (int i = 0; i < free.length; i++) {
      gradient[i] = top.gradient[free[i]];
      for (int j = 0; j < free.length; j++) {
        information[i][j] = top.information[free[i]][free[j]];
      }
    }
    return OverlapCertificate.holds(some, gradient, information)
        ? Separation.none(sample)
        : SeparationSearch.of(some);
  }

  private LogisticFit separated(
      LogisticSample sample, Evaluation first, NewtonAscent.Result result, Separation separation) {
    return switch (settings.separation()) {
      case REFUSE ->
        throw new IllegalArgumentException(separation
            + "; merge or drop them, shrink them with a ridge penalty, "
            + "or choose SeparationPolicy.FIRTH");
      case REPORT ->
        assemble(
            sample,
            settings.penalty(),
            new NewtonAscent.Result(result.top(), result.iterations(), false),
            separation);
      case FIRTH -> firth(sample, first, separation);
    };
  }

  private LogisticFit firth(LogisticSample sample, Evaluation first, Separation separation) {
    FirthObjective objective = new FirthObjective(sample);
    NewtonAscent newton = new NewtonAscent(objective, settings.tolerance());
    NewtonAscent.Result result = newton.climb(objective.at(first.gamma), settings.maxIterations());
    return assemble(sample, Penalty.FIRTH, result, separation);
  }

  private Objective ridgeObjective(LogisticSample sample) {
    Likelihood likelihood = new Likelihood(sample);
    RidgeTerm ridge = RidgeTerm.of(settings.penalty(), sample);
    return gamma -> ridge.penalise(likelihood.at(gamma));
  }

  private LogisticFit assemble(
      LogisticSample sample, Penalty penalty, NewtonAscent.Result result, Separation separation) {
    if (!result.converged() && settings.separation() == SeparationPolicy.REFUSE) {
      throw new IllegalArgumentException("the fit of " + sample.design().names()
          + " has not settled after " + result.iterations()
          + " steps; allow more, or shrink the coefficients with a ridge penalty");
    }
    List<String> aliased = new ArrayList<>(whole.design().names());
    aliased.removeAll(sample.design().names());
    return LogisticFit.of(sample, aliased, penalty, result, separation, nullModel.logLikelihood());
  }
}
