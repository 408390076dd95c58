package io.probity.explain;

import io.probity.input.JsonText;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SchemaJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
  private final double pointsPerLogOdds;
  private final Unit[] units;
  private final int[][] featuresOf; // of each unit, in the order of the model
  private final ValueDirections directions;

  private ScoreReasons(RiskModel model, double[] reference, int[] unitOf, List<Unit> units) {
    this.model = model;
    this.reference = reference;
    this.pointsPerLogOdds = model.pointsPerLogOdds();
    this.units = units.toArray(new Unit[0]);
    this.featuresOf = new int[this.units.length][];
    for (int unit = 0; unit < featuresOf.length; unit++) {
      int own = unit;
      featuresOf[unit] = IntStream.range(0, unitOf.length)
          .filter(feature -> unitOf[feature] == own)
          .toArray();
    }
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
    Scorer scorer = model.newScorer();
    scorer.evaluate(x);
    return rank(x, scorer);
  }

  /**
   * Returns what cost an applicant points, with a scorer that has evaluated the applicant.
   *
   * @param x the cells that the scorer evaluated
   */
  public List<Reason> rank(double[] x, Scorer scorer) {
    Ranking ranking = new Ranking();
    int inquiry = -1;
    double lostByInquiry = 0;
    for (int unit = 0; unit < units.length; unit++) {
      double points = lost(unit, scorer);
      ranking.add(unit, points);
      if (units[unit].isInquiry() && points > lostByInquiry) {
        inquiry = unit;
        lostByInquiry = points;
      }
    }
    List<Reason> reasons = new ArrayList<>(MOST + 1);
    for (int place = 0; place < ranking.size; place++) {
      reasons.add(reason(ranking.units[place], ranking.lost[place], x, scorer));
    }
    if (inquiry >= 0 && !ranking.has(inquiry)) {
      reasons.add(reason(inquiry, lostByInquiry, x, scorer));
    }
    return reasons;
  }

  /** Returns the points that a unit cost; below 0 where it gained. */
  private double lost(int unit, Scorer scorer) {
    double lost = 0;
    for (int feature : featuresOf[unit]) {
      lost += lostBy(feature, scorer);
    }
    return lost;
  }

  private double lostBy(int feature, Scorer scorer) {
    return pointsPerLogOdds * (scorer.contribution(feature) - reference[feature]);
  }

  private Reason reason(int unit, double lost, double[] x, Scorer scorer) {
    int[] features = featuresOf[unit];
    int worst = features[0];
    for (int feature : features) {
      worst = lostBy(feature, scorer) > lostBy(worst, scorer) ? feature : worst;
    }
    ReasonText text = units[unit].text();
    return new Reason(
        ReasonStage.SCORE,
        units[unit].code(),
        lost,
        directions.of(worst, x[worst]),
        text.internal(),
        text.customer());
  }

  /** The units that cost most so far, the most first. */
  private static final class Ranking {

    private final int[] units = new int[MOST];
    private final double[] lost = new double[MOST];
    private int size;

    void add(int unit, double points) {
      int place = size;
      while (place > 0 && points > lost[place - 1]) {
        place--;
      }
      if (!(points > 0) || place == MOST) {
        return;
      }
      size = Math.min(size + 1, MOST);
      for (int i = size - 1; i > place; i--) {
        units[i] = units[i - 1];
        lost[i] = lost[i - 1];
      }
      units[place] = unit;
      lost[place] = points;
    }

    boolean has(int unit) {
      for (int place = 0; place < size; place++) {
        if (units[place] == unit) {
          return true;
        }
      }
      return false;
    }
  }

  /** Returns what each feature cost, below 0 where it gained, in the order of the model. */
  public double[] pointsByFeature(double[] x) {
    double[] lost = new double[reference.length];
    model.predictor().contributions(x, lost);
    for (int feature = 0; feature < lost.length; feature++) {
      lost[feature] = pointsPerLogOdds * (lost[feature] - reference[feature]);
    }
    return lost;
  }

  /**
   * Writes what the ranking needs beside the model, for evaluators that are not Java: points of one
   * unit of log-odds, the reference of each feature, the unit that it is told with, and their words.
   */
  public void write(JsonText out) {
    out.beginObject("reasons").put("pointsPerLogOdds", model.pointsPerLogOdds());
    out.put("reference", reference).put("unitOf", unitOf()).put("most", MOST);
    out.beginList("units");
    for (Unit unit : units) {
      out.beginObject().put("code", unit.code()).put("isInquiry", unit.isInquiry());
      SchemaJson.writeTexts(out, "internal", unit.text().internal());
      SchemaJson.writeTexts(out, "customer", unit.text().customer());
      out.endObject();
    }
    out.endList().endObject();
  }

  private int[] unitOf() {
    int[] unitOf = new int[reference.length];
    for (int unit = 0; unit < featuresOf.length; unit++) {
      for (int feature : featuresOf[unit]) {
        unitOf[feature] = unit;
      }
    }
    return unitOf;
  }

  /** Features of the catalogue that count inquiries need not be named. */
  private static boolean isInquiry(Schema schema, String name, ReasonRules rules) {
    Field field = schema.field(name);
    return rules.inquiries().contains(name)
        || (field.source() instanceof FieldSource.FromCatalog from && from.id().contains(INQUIRY));
  }
}
