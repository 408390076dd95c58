package io.probity.validation;

/** The single figures of a validation, in the order in which they are reported. */
public enum Measure {
  /** The area under the ROC curve of the PD, by DeLong. */
  AUC("auc", "AUC", Section.RANKING),
  /** 2 AUC - 1. */
  GINI("gini", "Gini", Section.RANKING),
  /** The largest gap between the shares of goods and of bads at or below a PD. */
  KS("ks", "KS", Section.RANKING),
  /** The lowest PD at which KS is reached. */
  KS_AT_PD("ksAtPd", "  reached at PD", Section.RANKING),
  /** The AUC of the whole-number score. */
  SCORE_AUC("scoreAuc", "AUC of the score", Section.RANKING),
  /** The KS of the whole-number score. */
  SCORE_KS("scoreKs", "KS of the score", Section.RANKING),
  /** The score from which records are on the safe side of that gap. */
  SCORE_KS_AT("scoreKsAt", "  reached at score", Section.RANKING),
  /** The H-measure under the prior of the settings. */
  H_MEASURE("hMeasure", "H-measure", Section.RANKING),
  /** The expected maximum profit, as a share of all lending. */
  EMP("emp", "Expected maximum profit", Section.RANKING),
  /** The share of records that is rejected for it. */
  EMP_REJECTED("empRejected", "  rejected for it", Section.RANKING),
  /** Precision averaged over recall, by steps. */
  AVERAGE_PRECISION("averagePrecision", "Average precision", Section.RANKING),
  /** The area under the precision-recall curve, by trapezoids. */
  PR_AUC("prAuc", "PR-AUC (trapezoids)", Section.RANKING),
  /** The share of all bads among the riskiest tenth of the records. */
  CAPTURE_TOP_TENTH("captureTopTenth", "Bads in the riskiest 10%", Section.RANKING),
  /** That share over one tenth. */
  LIFT_TOP_TENTH("liftTopTenth", "Lift of the riskiest 10%", Section.RANKING),

  /** The mean PD. */
  MEAN_PD("meanPd", "Mean PD", Section.CALIBRATION),
  /** The share of bads. */
  BAD_RATE("badRate", "Bad rate", Section.CALIBRATION),
  /** Mean PD over bad rate. */
  EXPECTED_OVER_OBSERVED("expectedOverObserved", "Expected / observed bads", Section.CALIBRATION),
  /** The slope of the log-odds on those of the PD; tested against 1. */
  SLOPE("slope", "Calibration slope", Section.CALIBRATION),
  /** The intercept fitted with the slope; tested against 0. */
  INTERCEPT("intercept", "Calibration intercept", Section.CALIBRATION),
  /** The intercept with the slope held at 1; tested against 0. */
  INTERCEPT_IN_THE_LARGE("interceptInTheLarge", "Intercept in the large", Section.CALIBRATION),
  /** The likelihood ratio test of slope 1 and intercept 0. */
  SLOPE_AND_INTERCEPT("slopeAndIntercept", "Slope 1, intercept 0 (test)", Section.CALIBRATION),
  /** The Hosmer-Lemeshow test over quantiles of the PD. */
  HOSMER_LEMESHOW("hosmerLemeshow", "Hosmer-Lemeshow (test)", Section.CALIBRATION),
  /** Spiegelhalter's test. */
  SPIEGELHALTER("spiegelhalter", "Spiegelhalter z (test)", Section.CALIBRATION),
  /** The expected calibration error over bins of equal width, with its simulated p-value. */
  ECE("ece", "Calibration error (ECE)", Section.CALIBRATION),
  /** The mean ECE that right PDs would show on these records. */
  ECE_NULL_MEAN("eceNullMean", "  mean if PDs were right", Section.CALIBRATION),
  /** The ECE that right PDs would stay below in 95% of the cases. */
  ECE_NULL_95("eceNull95", "  95% if PDs were right", Section.CALIBRATION),
  /** The largest error of a bin. */
  MCE("mce", "Largest error of a bin", Section.CALIBRATION),
  /** The logarithmic loss. */
  LOG_LOSS("logLoss", "Log-loss", Section.CALIBRATION),
  /** 1 - log-loss / that of the bad rate. */
  LOG_LOSS_SKILL("logLossSkill", "  gained on the bad rate", Section.CALIBRATION),
  /** The Brier score. */
  BRIER("brier", "Brier score", Section.CALIBRATION),
  /** 1 - Brier score / that of the bad rate. */
  BRIER_SKILL("brierSkill", "  gained on the bad rate", Section.CALIBRATION),
  /** The reliability in the Brier score; small is good. */
  BRIER_RELIABILITY("brierReliability", "  reliability", Section.CALIBRATION),
  /** The resolution in the Brier score; large is good. */
  BRIER_RESOLUTION("brierResolution", "  resolution", Section.CALIBRATION),
  /** The uncertainty in the Brier score. */
  BRIER_UNCERTAINTY("brierUncertainty", "  uncertainty", Section.CALIBRATION),
  /** The variance of PDs inside bins in the Brier score. */
  BRIER_WITHIN_VARIANCE("brierWithinVariance", "  variance within bins", Section.CALIBRATION),
  /** The covariance inside bins in the Brier score. */
  BRIER_WITHIN_COVARIANCE("brierWithinCovariance", "  covariance within bins", Section.CALIBRATION);

  /** What a figure speaks of. */
  public enum Section {
    /** How well records are ranked by risk. */
    RANKING,
    /** Whether the PDs are right. */
    CALIBRATION
  }

  private final String key;
  private final String label;
  private final Section section;

  Measure(String key, String label, Section section) {
    this.key = key;
    this.label = label;
    this.section = section;
  }

  /** Returns the key in JSON. */
  public String key() {
    return key;
  }

  /** Returns the name for people; a part of the figure above it is indented. */
  public String label() {
    return label;
  }

  /** Returns what the figure speaks of. */
  public Section section() {
    return section;
  }
}
