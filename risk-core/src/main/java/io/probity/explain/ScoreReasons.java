package io.probity.explain;

import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks what cost an applicant points. Immutable and safe for use by several threads.
 *
 * <p>Points lost of a feature = (what it brings to the log-odds of bad − what it brings in the
 * reference) × points for one unit of log-odds; an affine calibration is in that factor. Those of a
 * group are the sum over its features, gains counted against losses. Only what lost points is named,
 * the most first; ties stand in the order of the model, a group where its first feature stands. At most
 * {@value #MOST} are named, and inquiries as a fifth if they lost points and are not among them.
 */
public final class ScoreReasons {

  /** The most that are named, beside a fifth for recent inquiries. */
  public static final int MOST = 4;

  private static final String INQUIRY = "inquir"; // in the catalogue's ids of such features

  private final RiskModel model;
  private final double[] reference;
  private final int[] unitOf; // by feature
  private final List<Unit> units;
  private final ValueDirections directions;

  private ScoreReasons(RiskModel model, double[] reference, int[] unitOf, List<Unit> units) {
    this.model = model;
    this.reference = reference;
    this.unitOf = unitOf;
    this.units = List.copyOf(units);
    this.directions = new ValueDirections(model);
  }

  /** What is told as one reason: a feature or a group of them. */
  private record Unit(String code, ReasonText text, boolean isInquiry) {

    Unit and(boolean other) {
      return new Unit(code, text, isInquiry || other);
    }
  }

  /**
   * Returns the ranking of a model.
   *
   * @param words the words of each feature, in the order of the model
   * @param cutOffGrade the riskiest grade that is approved, or -1 for none
   * @throws io.probity.input.InvalidInputException if the model does not have the reference
   */
  public static ScoreReasons of(
      RiskModel model, ReasonRules rules, List<ReasonText> words, int cutOffGrade) {
    double[] reference = ReferenceEffects.of(model, rules.reference(), cutOffGrade);
    int[] unitOf = new int[reference.length];
    List<Unit> units = new ArrayList<>();
    for (int feature = 0; feature < unitOf.length; feature++) {
      unitOf[feature] = place(unit(model, feature, rules, words.get(feature)), units);
    }
    return new ScoreReasons(model, reference, unitOf, units);
  }

  private static Unit unit(RiskModel model, int feature, ReasonRules rules, ReasonText words) {
    String name = model.features().get(feature);
    boolean isInquiry = isInquiry(model.schema(), name, rules);
    return rules.groups().stream()
        .filter(group -> group.features().contains(name))
        .map(group -> new Unit(group.code(), group.text(), isInquiry))
        .findFirst()
        .orElse(new Unit(name, words, isInquiry));
  }

  /** Returns the position of a unit, which is added unless its group is there. */
  private static int place(Unit own, List<Unit> units) {
    for (int unit = 0; unit < units.size(); unit++) {
      if (units.get(unit).code().equals(own.code())) {
        units.set(unit, units.get(unit).and(own.isInquiry()));
        return unit;
      }
    }
    units.add(own);
    return units.size() - 1;
  }

  /** Returns the ranking against the population's mean, without words: for lists of codes. */
  public static ScoreReasons ofCodes(RiskModel model) {
    List<ReasonText> none =
        model.features().stream().map(name -> ReasonText.NONE).toList();
    return of(model, ReasonRules.DEFAULT, none, -1);
  }

  /**
   * Returns what cost an applicant points, the most first; empty if nothing did.
   *
   * @param x the cells of the model's features; more cells behind them are ignored
   */
  public List<Reason> rank(double[] x) {
    double[] lost = pointsByFeature(x);
    double[] byUnit = new double[units.size()];
    int[] worst = new int[byUnit.length];
    Arrays.fill(worst, -1);
    for (int feature = 0; feature < lost.length; feature++) {
      int unit = unitOf[feature];
      byUnit[unit] += lost[feature];
      if (worst[unit] < 0 || lost[feature] > lost[worst[unit]]) {
        worst[unit] = feature;
      }
    }
    List<Integer> ranked = new ArrayList<>();
    for (int unit = 0; unit < byUnit.length; unit++) {
      if (byUnit[unit] > 0) {
        ranked.add(unit);
      }
    }
    ranked.sort(Comparator.comparingDouble((Integer unit) -> byUnit[unit]).reversed());
    List<Reason> reasons = new ArrayList<>();
    for (int place = 0; place < ranked.size(); place++) {
      int unit = ranked.get(place);
      if (place < MOST
          || (units.get(unit).isInquiry() && noneIsInquiry(ranked.subList(0, place)))) {
        ReasonDirection direction = directions.of(worst[unit], x[worst[unit]]);
        ReasonText text = units.get(unit).text();
        reasons.add(new Reason(
            ReasonStage.SCORE,
            units.get(unit).code(),
            byUnit[unit],
            direction,
            text.internal(),
            text.customer()));
      }
    }
    return reasons;
  }

  /** Returns what each feature cost, below 0 where it gained, in the order of the model. */
  public double[] pointsByFeature(double[] x) {
    double[] lost = new double[reference.length];
    model.predictor().contributions(x, lost);
    for (int feature = 0; feature < lost.length; feature++) {
      lost[feature] = model.pointsPerLogOdds() * (lost[feature] - reference[feature]);
    }
    return lost;
  }

  private boolean noneIsInquiry(List<Integer> places) {
    return places.stream().noneMatch(unit -> units.get(unit).isInquiry());
  }

  /** Features of the catalogue that count inquiries need not be named. */
  private static boolean isInquiry(Schema schema, String name, ReasonRules rules) {
    Field field = schema.field(name);
    return rules.inquiries().contains(name)
        || (field.source() instanceof FieldSource.FromCatalog from && from.id().contains(INQUIRY));
  }
}
