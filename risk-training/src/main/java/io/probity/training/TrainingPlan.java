package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.training.additive.AdditiveSettings;
import io.probity.training.binning.BinningSettings;
import io.probity.training.boosted.BoostedSettings;
import io.probity.training.calibration.CalibrationPlan;
import io.probity.training.editing.BinningEdit;
import io.probity.training.grades.GradePlan;
import io.probity.training.honesty.AgeRulePlan;
import io.probity.training.rounding.RoundingPlan;
import io.probity.training.scorecard.ScorecardSettings;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.split.PeriodPlan;
import io.probity.training.split.SplitPlan;
import io.probity.training.tribuo.TribuoComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that decides how a model comes out of a table: the same plan and table give the same
 * model. Immutable.
 *
 * @param data where the records lie, so that a run can be repeated from its plan alone; no part of the
 *     model, which holds the plan without it; empty where the caller hands over the records
 * @param family the family of the model: {@code scorecard}, {@code additive}, {@code boosted},
 *     {@code tribuo}, or {@code auto} for the choice among the first three by inner folds
 * @param seed the seed of every random choice
 * @param split which records are held out
 * @param periods how records are parted into periods, for bins that must hold their order in time
 * @param features which fields may be used
 * @param binning how features are binned
 * @param binningByFeature how single features are binned instead
 * @param edits changes of bins by hand
 * @param selection which features enter
 * @param scorecard how firmly a scorecard trusts its data
 * @param additive how an additive model is boosted
 * @param boosted how trees are boosted
 * @param tribuo the trainer of Tribuo for the family tribuo; empty for none
 * @param ageRule the rule of law for the use of age; empty for none
 * @param calibration how log-odds become PDs
 * @param scale how log-odds become points
 * @param rounding how points become whole
 * @param grades where the grades come from
 */
public record TrainingPlan(
    Optional<PlanData> data,
    String family,
    long seed,
    SplitPlan split,
    Optional<PeriodPlan> periods,
    FeatureChoice features,
    BinningSettings binning,
    Map<String, BinningSettings> binningByFeature,
    List<BinningEdit> edits,
    SelectionPlan selection,
    ScorecardSettings scorecard,
    AdditiveSettings additive,
    BoostedSettings boosted,
    Optional<TribuoComponent> tribuo,
    Optional<AgeRulePlan> ageRule,
    CalibrationPlan calibration,
    ScoreScale scale,
    RoundingPlan rounding,
    GradePlan grades) {

  /** A scorecard, three tenths of the records held out. */
  public static final TrainingPlan DEFAULT = new Builder().build();

  /** Checks the family and copies the collections. */
  public TrainingPlan {
    Families.requireKnown(family);
    binningByFeature = Collections.unmodifiableMap(new TreeMap<>(binningByFeature));
    edits = List.copyOf(edits);
  }

  /**
   * Reads a plan from its JSON form; absent keys have their defaults.
   *
   * @param place the name of the document in messages
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static TrainingPlan parse(byte[] json, String place) {
    return TrainingPlanJson.read(json, place);
  }

  /** Returns the JSON form, with every option named. */
  public String toJson() {
    return TrainingPlanJson.write(this);
  }

  /** Returns this plan without the place of the records, as a model holds it. */
  public TrainingPlan withoutData() {
    return data.isEmpty() ? this : toBuilder().data(Optional.empty()).build();
  }

  /** Returns a builder that starts from this plan. */
  public Builder toBuilder() {
    return new Builder()
        .data(data)
        .family(family)
        .seed(seed)
        .split(split)
        .periods(periods)
        .features(features)
        .binning(binning)
        .binningByFeature(binningByFeature)
        .edits(edits)
        .selection(selection)
        .scorecard(scorecard)
        .additive(additive)
        .boosted(boosted)
        .tribuo(tribuo)
        .ageRule(ageRule)
        .calibration(calibration)
        .scale(scale)
        .rounding(rounding)
        .grades(grades);
  }

  /** Collects the parts of a plan, starting from the defaults. Not safe for use by several threads. */
  public static final class Builder {

    private Optional<PlanData> data = Optional.empty();
    private String family = Scorecard.FAMILY;
    private long seed = 1;
    private SplitPlan split = SplitPlan.stratified(0.3);
    private Optional<PeriodPlan> periods = Optional.empty();
    private FeatureChoice features = FeatureChoice.DEFAULT;
    private BinningSettings binning = BinningSettings.DEFAULT;
    private Map<String, BinningSettings> binningByFeature = Map.of();
    private List<BinningEdit> edits = List.of();
    private SelectionPlan selection = SelectionPlan.DEFAULT;
    private ScorecardSettings scorecard = ScorecardSettings.DEFAULT;
    private AdditiveSettings additive = AdditiveSettings.DEFAULT;
    private BoostedSettings boosted = BoostedSettings.DEFAULT;
    private Optional<TribuoComponent> tribuo = Optional.empty();
    private Optional<AgeRulePlan> ageRule = Optional.empty();
    private CalibrationPlan calibration = CalibrationPlan.DEFAULT;
    private RoundingPlan rounding = RoundingPlan.DEFAULT;
    private ScoreScale scale = ScoreScale.DEFAULT;
    private GradePlan grades = GradePlan.DEFAULT;

    /** Sets where the records lie. */
    public Builder data(Optional<PlanData> other) {
      data = other;
      return this;
    }

    /** Sets the family. */
    public Builder family(String other) {
      family = other;
      return this;
    }

    /** Sets the seed. */
    public Builder seed(long other) {
      seed = other;
      return this;
    }

    /** Sets the split. */
    public Builder split(SplitPlan other) {
      split = other;
      return this;
    }

    /** Sets how records are parted into periods. */
    public Builder periods(Optional<PeriodPlan> other) {
      periods = other;
      return this;
    }

    /** Sets which fields may be used. */
    public Builder features(FeatureChoice other) {
      features = other;
      return this;
    }

    /** Sets how features are binned. */
    public Builder binning(BinningSettings other) {
      binning = other;
      return this;
    }

    /** Sets how single features are binned instead. */
    public Builder binningByFeature(Map<String, BinningSettings> other) {
      binningByFeature = other;
      return this;
    }

    /** Sets the changes of bins by hand. */
    public Builder edits(List<BinningEdit> other) {
      edits = other;
      return this;
    }

    /** Sets which features enter. */
    public Builder selection(SelectionPlan other) {
      selection = other;
      return this;
    }

    /** Sets how firmly a scorecard trusts its data. */
    public Builder scorecard(ScorecardSettings other) {
      scorecard = other;
      return this;
    }

    /** Sets how log-odds become points. */
    public Builder scale(ScoreScale other) {
      scale = other;
      return this;
    }

    /** Sets how an additive model is boosted. */
    public Builder additive(AdditiveSettings other) {
      additive = other;
      return this;
    }

    /** Sets how trees are boosted. */
    public Builder boosted(BoostedSettings other) {
      boosted = other;
      return this;
    }

    /** Sets the trainer of Tribuo for the family tribuo. */
    public Builder tribuo(Optional<TribuoComponent> other) {
      tribuo = other;
      return this;
    }

    /** Sets the rule of law for the use of age. */
    public Builder ageRule(Optional<AgeRulePlan> other) {
      ageRule = other;
      return this;
    }

    /** Sets how log-odds become PDs. */
    public Builder calibration(CalibrationPlan other) {
      calibration = other;
      return this;
    }

    /** Sets how points become whole. */
    public Builder rounding(RoundingPlan other) {
      rounding = other;
      return this;
    }

    /** Sets where the grades come from. */
    public Builder grades(GradePlan other) {
      grades = other;
      return this;
    }

    /**
     * Returns the plan.
     *
     * @throws IllegalArgumentException if its parts do not fit
     */
    public TrainingPlan build() {
      return new TrainingPlan(
          data,
          family,
          seed,
          split,
          periods,
          features,
          binning,
          binningByFeature,
          edits,
          selection,
          scorecard,
          additive,
          boosted,
          tribuo,
          ageRule,
          calibration,
          scale,
          rounding,
          grades);
    }
  }
}
