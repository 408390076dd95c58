package io.probity.metrics;

/**
 * The area under the ROC curve (AUC): the chance that a bad scores higher than a good, a tie
 * counting half.
 *
 * <p>AUC = (concordant + tied / 2) / all pairs of a bad and a good. In [0, 1]; 0.5 where all scores
 * are tied. With weights a pair weighs the product of its two weights. Its standard error is in
 * {@link DeLong}.
 *
 * @param concordant the weight of pairs whose bad scores higher
 * @param tied the weight of pairs of equal score
 * @param discordant the weight of pairs whose good scores higher
 */
public record Auc(double concordant, double tied, double discordant) {

  /** Checks that no weight is negative and there is a pair. */
  public Auc {
    double pairs = concordant + tied + discordant;
    if (!(concordant >= 0 && tied >= 0 && discordant >= 0 && pairs > 0)) {
      throw new IllegalArgumentException("AUC needs pairs with weights of at least 0, not "
          + concordant + ", " + tied + " and " + discordant);
    }
  }

  /**
   * Returns the AUC of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static Auc of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("AUC");
    double concordant = 0.0;
    double tied = 0.0;
    double discordant = 0.0;
    double goodsBelow = 0.0;
    double badsBelow = 0.0;
    for (int group = 0; group < outcomes.groups(); group++) {
      double goods = outcomes.goods(group);
      double bads = outcomes.bads(group);
      concordant += bads * goodsBelow;
      tied += bads * goods;
      discordant += goods * badsBelow;
      goodsBelow += goods;
      badsBelow += bads;
    }
    return new Auc(concordant, tied, discordant);
  }

  /** Returns the AUC of scores (higher is riskier) and targets (1 is bad). */
  public static Auc of(double[] score, int[] target) {
    return of(RankedOutcomes.of(score, target));
  }

  /** Returns the area, in [0, 1]. */
  public double value() {
    return mannWhitney() / (concordant + tied + discordant);
  }

  /** Returns the Gini coefficient, 2 AUC - 1, in [-1, 1]; also Somers' D and the accuracy ratio. */
  public double gini() {
    return (concordant - discordant) / (concordant + tied + discordant);
  }

  /**
   * Returns the Mann-Whitney statistic U of the bads: concordant pairs and half of the tied ones.
   */
  public double mannWhitney() {
    return concordant + 0.5 * tied;
  }

  /**
   * Returns the standard error of Hanley and McNeil, which needs no more than the AUC and two
   * counts. Wider than {@link DeLong} for steep curves; meant for comparison with published
   * figures.
   *
   * <p>Source: Hanley, McNeil, The meaning and use of the area under a ROC curve, 1982.
   *
   * @param auc in [0, 1]
   * @param bads how many, at least 1
   * @param goods how many, at least 1
   */
  public static double hanleyMcNeilStandardError(double auc, double bads, double goods) {
    if (!(auc >= 0 && auc <= 1 && bads >= 1 && goods >= 1)) {
      throw new IllegalArgumentException("an AUC in [0, 1] and at least one bad and one good are"
          + " needed, not " + auc + ", " + bads + " and " + goods);
    }
    double twoBads = auc / (2.0 - auc);
    double twoGoods = 2.0 * auc * auc / (1.0 + auc);
    double variance = auc * (1.0 - auc)
        + (bads - 1.0) * (twoBads - auc * auc)
        + (goods - 1.0) * (twoGoods - auc * auc);
    return Math.sqrt(variance / (bads * goods));
  }
}
