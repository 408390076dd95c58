package io.probity.training.scorecard;

import io.probity.binning.Binning;
import io.probity.feature.CodedCells;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.training.honesty.AgeRule;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An intercept, coefficients and bins with the WOE that they score with: a scorecard without points.
 *
 * @param intercept the log-odds of bad where every WOE is 0
 * @param coefficients one for each feature
 * @param binnings one for each feature
 */
record FittedCard(double intercept, List<Double> coefficients, List<Binning> binnings) {

  static FittedCard of(WoeRegression regression) {
    return new FittedCard(
        regression.fit().coefficient(DesignMatrix.INTERCEPT).estimate(),
        regression.binnings().stream()
            .map(binning -> regression.fit().coefficient(binning.feature()).estimate())
            .toList(),
        regression.binnings());
  }

  /** Returns the log-odds of bad of each record. */
  double[] badLogOdds(FeatureMatrix matrix) {
    double[] logOdds = new double[matrix.rows()];
    Arrays.fill(logOdds, intercept);
    List<String> columns = matrix.fields().stream().map(Field::name).toList();
    for (int i = 0; i < binnings.size(); i++) {
      Binning binning = binnings.get(i);
      double[] effects = effects(i);
      double[] cells = matrix.columnUnsafe(columns.indexOf(binning.feature()));
      for (int row = 0; row < logOdds.length; row++) {
        logOdds[row] += effects[binning.binOf(cells[row])];
      }
    }
    return logOdds;
  }

  /**
   * Returns this card with its bin effects fitted jointly, drawn towards the present ones by a ridge.
   * Where the WOE of a number's value bins rises or falls throughout, so do the new effects. The
   * coefficients stay; the effects are held as the WOE that the bins score with.
   *
   * @param lambda the strength of the ridge on the sum of losses, above 0 and finite
   */
  FittedCard refitted(LearnSet records, double lambda) {
    EffectCodes codes = codes(records.features());
    double[] towards = new double[binnings.stream().mapToInt(Binning::bins).sum()];
    int at = 0;
    for (int i = 0; i < binnings.size(); i++) {
      for (double effect : effects(i)) {
        towards[at++] = effect;
      }
    }
    BinEffects fit = BinEffects.fit(
        codes, records.targetUnsafe(), records.weightsUnsafe(), towards, intercept, lambda);
    double[] effects = ordered(fit.effects());
    double refitted = BinEffects.interceptOf(
        codes, records.targetUnsafe(), records.weightsUnsafe(), effects, fit.intercept());
    return withEffects(refitted, effects);
  }

  /** Returns this card with the WOE of an age repaired by the age rule, if it has that feature. */
  FittedCard withAgeRule(String age) {
    return new FittedCard(
        intercept,
        coefficients,
        binnings.stream()
            .map(binning -> binning.feature().equals(age) ? AgeRule.repaired(binning) : binning)
            .toList());
  }

  private double[] effects(int feature) {
    Binning binning = binnings.get(feature);
    double[] effects = new double[binning.bins()];
    for (int bin = 0; bin < effects.length; bin++) {
      effects[bin] = coefficients.get(feature) * binning.woe(bin);
    }
    return effects;
  }

  private int[] offsets() {
    int[] offsets = new int[binnings.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + binnings.get(i - 1).bins();
    }
    return offsets;
  }

  private EffectCodes codes(FeatureMatrix matrix) {
    List<String> columns = matrix.fields().stream().map(Field::name).toList();
    List<Optional<CodedCells>> coded = binnings.stream()
        .map(binning -> matrix.codes(columns.indexOf(binning.feature())))
        .toList();
    if (coded.stream().allMatch(Optional::isPresent)) {
      return coded(coded.stream().map(Optional::orElseThrow).toList());
    }
    int[] offsets = offsets();
    int[][] codes = new int[binnings.size()][matrix.rows()];
    for (int i = 0; i < codes.length; i++) {
      Binning binning = binnings.get(i);
      double[] cells = matrix.columnUnsafe(columns.indexOf(binning.feature()));
      for (int row = 0; row < cells.length; row++) {
        codes[i][row] = offsets[i] + binning.binOf(cells[row]);
      }
    }
    return new EffectCodes.Plain(codes);
  }

  private EffectCodes coded(List<CodedCells> cells) {
    int[] offsets = offsets();
    int[][] positions = new int[cells.size()][];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = new int[cells.get(i).size()];
      for (int code = 0; code < positions[i].length; code++) {
        positions[i][code] = offsets[i] + binnings.get(i).binOf(cells.get(i).cellOf(code));
      }
    }
    return new EffectCodes.Coded(cells, positions);
  }

  /** Keeps the order of value bins where their WOE has one. */
  private double[] ordered(double[] effects) {
    double[] ordered = effects.clone();
    int[] offsets = offsets();
    for (int i = 0; i < binnings.size(); i++) {
      Binning binning = binnings.get(i);
      int direction = direction(binning);
      if (direction != 0) {
        int from = offsets[i];
        int to = from + binning.valueBins();
        double[] weight = new double[binning.valueBins()];
        for (int bin = 0; bin < weight.length; bin++) {
          weight[bin] = binning.table().count(bin);
        }
        boolean rising = direction > 0 == coefficients.get(i) > 0;
        double[] monotone =
            BinEffects.monotone(Arrays.copyOfRange(effects, from, to), weight, rising);
        System.arraycopy(monotone, 0, ordered, from, monotone.length);
      }
    }
    return ordered;
  }

  /** Returns 1 where the WOE of a number's value bins never falls, -1 where it never rises, else 0. */
  private static int direction(Binning binning) {
    if (binning.field().kind() != FieldKind.NUMBER) {
      return 0;
    }
    boolean rises = true;
    boolean falls = true;
    for (int bin = 1; bin < binning.valueBins(); bin++) {
      rises &= binning.woe(bin) >= binning.woe(bin - 1);
      falls &= binning.woe(bin) <= binning.woe(bin - 1);
    }
    return rises ? 1 : falls ? -1 : 0;
  }

  private FittedCard withEffects(double newIntercept, double[] effects) {
    int[] offsets = offsets();
    List<Binning> changed = new ArrayList<>();
    for (int i = 0; i < binnings.size(); i++) {
      double[] woe = new double[binnings.get(i).bins()];
      for (int bin = 0; bin < woe.length; bin++) {
        woe[bin] = effects[offsets[i] + bin] / coefficients.get(i);
      }
      changed.add(binnings.get(i).withTrainedWoe(woe));
    }
    return new FittedCard(newIntercept, coefficients, changed);
  }
}
