package io.probity.training.additive;

import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.AdditiveModel;
import io.probity.schema.Field;
import io.probity.training.editing.BinningEdit;
import io.probity.training.editing.ShapeEditor;
import io.probity.training.family.ContradictedDirections;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.parallel.Tasks;
import io.probity.training.selection.Funnel;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Trains additive models: gradient boosting that takes one feature after another, a few leaves and a
 * small share of a Newton step at a time, on bags whose mean is the model; then the strongest pairs of
 * features on top. Inner folds choose the rounds, the number of pairs and how firmly leaves are drawn
 * to zero.
 *
 * <p>Sources: Lou, Caruana, Gehrke, Intelligible models for classification and regression, 2012; Lou,
 * Caruana, Gehrke, Hooker, Accurate intelligible models with pairwise interactions, 2013; Nori,
 * Jenkins, Koch, Caruana, InterpretML, 2019.
 *
 * @param settings how the model is boosted
 * @param edits changes by hand of what was learned, in order; the log-odds of records left out move by
 *     what the changes move them
 */
public record AdditiveTrainer(AdditiveSettings settings, List<BinningEdit> edits)
    implements FamilyTrainer {

  private static final double NOTHING = 1e-9;

  /** Copies the changes. */
  public AdditiveTrainer {
    edits = List.copyOf(edits);
  }

  /** Makes a trainer without changes by hand. */
  public AdditiveTrainer(AdditiveSettings settings) {
    this(settings, List.of());
  }

  @Override
  public int folds() {
    return settings.folds();
  }

  @Override
  public AdditiveTraining train(LearnSet learn, Folds folds, long seed, Executor executor) {
    requireBothClasses(learn);
    FeatureMatrix matrix = learn.features();
    if (matrix.fields().isEmpty()) {
      throw new InvalidInputException(
          new Violation("features", "an additive model needs a feature", "none", "offer one"));
    }
    List<FeatureCodes> features = Tasks.each(
        matrix.fields().size(),
        executor,
        i -> FeatureCodes.of(
            matrix.fields().get(i),
            matrix.columnUnsafe(i),
            learn.targetUnsafe(),
            learn.weightsUnsafe(),
            settings.mostBins()));
    CodedRecords records = CodedRecords.of(
        features.stream().map(FeatureCodes::codesUnsafe).toArray(byte[][]::new),
        learn.targetUnsafe(),
        learn.weightsUnsafe());
    return new Run(records, features, learn, folds, seed, executor).train();
  }

  private static void requireBothClasses(LearnSet learn) {
    double bads = 0;
    double goods = 0;
    for (int row = 0; row < learn.rows(); row++) {
      boolean bad = learn.targetUnsafe()[row] == 1;
      bads += bad ? learn.weightsUnsafe()[row] : 0.0;
      goods += bad ? 0.0 : learn.weightsUnsafe()[row];
    }
    if (!(bads > 0 && goods > 0)) {
      throw new InvalidInputException(new Violation(
          "target",
          "the records learned from must hold goods and bads",
          goods + " goods and " + bads + " bads",
          "add records of the other outcome"));
    }
  }

  /** One training. */
  private final class Run {

    private final CodedRecords records;
    private final List<FeatureCodes> features;
    private final LearnSet learn;
    private final Folds folds;
    private final long seed;
    private final Executor executor;
    private final List<AdditiveTraining.Trial> trials = new ArrayList<>();

    Run(
        CodedRecords records,
        List<FeatureCodes> features,
        LearnSet learn,
        Folds folds,
        long seed,
        Executor executor) {
      this.records = records;
      this.features = features;
      this.learn = learn;
      this.folds = folds;
      this.seed = seed;
      this.executor = executor;
    }

    AdditiveTraining train() {
      InnerFolds inner = inner(settings.caution().get(0));
      InnerFolds.Best singles = noted(inner.singles());
      if (records.rows() <= AdditiveSettings.MOST_TUNING_ROWS) {
        for (double caution : settings.caution().subList(1, settings.caution().size())) {
          InnerFolds other = inner(caution);
          InnerFolds.Best found = noted(other.singles());
          if (found.isClearlyBetterThan(singles)) {
            inner = other;
            singles = found;
          }
        }
      }
      InnerFolds.Best best = withPairs(inner, singles);
      List<FittedSum> bags = fit(singles, best);
      AdditiveModel found =
          new ModelAssembly(features, learn, records, settings.mergeTolerance()).assemble(bags);
      AdditiveModel model = ShapeEditor.apply(found, edits);
      return new AdditiveTraining(
          model,
          dropped(model),
          trial(best),
          singles.rounds(),
          trials,
          moved(inner.outOfFold(best), found, model),
          warnings(model, singles, best));
    }

    /** Moves log-odds by what changes by hand move those of the same record. */
    private double[] moved(double[] logOdds, AdditiveModel found, AdditiveModel edited) {
      if (edits.isEmpty()) {
        return logOdds;
      }
      FeatureMatrix matrix = learn.features();
      List<String> names = matrix.fields().stream().map(Field::name).toList();
      int[] positions = found.features().stream().mapToInt(names::indexOf).toArray();
      double[] x = new double[positions.length];
      for (int row = 0; row < logOdds.length; row++) {
        for (int i = 0; i < x.length; i++) {
          x[i] = matrix.cell(row, positions[i]);
        }
        logOdds[row] += edited.badLogOdds(x) - found.badLogOdds(x);
      }
      return logOdds;
    }

    private InnerFolds inner(double caution) {
      return new InnerFolds(records, features, settings, caution, folds, seed, executor);
    }

    private InnerFolds.Best withPairs(InnerFolds inner, InnerFolds.Best singles) {
      InnerFolds.Best best = singles;
      List<Integer> counts = settings.pairs().subList(1, settings.pairs().size());
      if (counts.isEmpty() || features.size() < 2) {
        return best;
      }
      List<List<PairGrid>> ranked = inner.rankPairs(singles, counts.get(counts.size() - 1));
      for (int count : counts) {
        InnerFolds.Best found = noted(inner.pairs(singles, ranked, count));
        best = found.isClearlyBetterThan(best) ? found : best;
      }
      return best;
    }

    private List<FittedSum> fit(InnerFolds.Best singles, InnerFolds.Best best) {
      int rows = records.rows();
      List<Bag> bags = InnerFolds.bags(
          records,
          features,
          settings,
          settings.rules(rows, best.caution()),
          settings.bagsFor(rows),
          seed);
      List<FittedSum> fitted =
          Tasks.each(bags.size(), executor, i -> bags.get(i).advanced(singles.rounds()));
      if (best.pairs() == 0) {
        return fitted;
      }
      LeafRules pairRules = settings.pairRules(rows, best.caution());
      List<PairGrid> pairs = PairScreen.strongest(
          records,
          features,
          FittedSum.mean(fitted),
          pairRules,
          best.pairs(),
          settings.pairPositions());
      return Tasks.each(bags.size(), executor, i -> {
        bags.get(i).beginPairs(fitted.get(i), pairs, pairRules);
        return bags.get(i).advanced(best.rounds());
      });
    }

    private InnerFolds.Best noted(InnerFolds.Best found) {
      trials.add(trial(found));
      return found;
    }

    /** Names the features whose every bin has the same effect. */
    private List<Funnel.Entry> dropped(AdditiveModel model) {
      return features.stream()
          .map(feature -> feature.binning().feature())
          .filter(name -> !model.features().contains(name))
          .map(name -> Funnel.Entry.dropped(name, Funnel.Reason.NO_EFFECT, ""))
          .toList();
    }

    private List<String> warnings(
        AdditiveModel model, InnerFolds.Best singles, InnerFolds.Best best) {
      List<String> warnings = new ArrayList<>(ContradictedDirections.in(learn, seed));
      if (model.pairs().isEmpty()
          && model.terms().stream()
              .flatMap(term -> term.effects().stream())
              .allMatch(effect -> Math.abs(effect) < NOTHING)) {
        warnings.add("no feature lowered the log-loss of records left out: everybody gets one PD");
      }
      if (Math.max(singles.rounds(), best.rounds()) >= settings.mostRounds()) {
        warnings.add("boosting stopped at the most rounds, "
            + settings.mostRounds()
            + ", and might have gone on");
      }
      features.stream()
          .filter(FeatureCodes::pools)
          .forEach(
              feature -> warnings.add(
                  feature.binning().feature()
                      + " has more levels than an additive model can tell apart; the lightest share a bin"));
      return warnings;
    }
  }

  private static AdditiveTraining.Trial trial(InnerFolds.Best best) {
    return new AdditiveTraining.Trial(best.caution(), best.pairs(), best.rounds(), best.logLoss());
  }
}
