package io.probity.feature;

/**
 * What a lender may settle about the features of the catalogue. Training and serving must use the same
 * settings.
 *
 * @param lags when records are known
 * @param adverseLookbackMonths after how many months adverse data expire, 1 to 240
 * @param statedIncomeShare the share of an income that counts where it is not verified, 0 to 1
 * @param revolvingBalanceShare the share of a revolving balance that counts as a month's service
 * @param revolvingLimitShare the share of a revolving limit that counts as a month's service
 * @param closedEndBalanceShare the share of the balance of another credit that counts as a month's
 *     service where neither its payment nor its rate and remaining term are known
 */
public record CatalogSettings(
    KnowledgeLags lags,
    int adverseLookbackMonths,
    double statedIncomeShare,
    double revolvingBalanceShare,
    double revolvingLimitShare,
    double closedEndBalanceShare) {

  /** Default lags, adverse data for 60 months, half of a stated income, 5% of balances. */
  public static final CatalogSettings DEFAULT =
      new CatalogSettings(KnowledgeLags.DEFAULT, 60, 0.5, 0.05, 0.0, 0.05);

  static final int LONGEST_LOOKBACK = 240;

  /** Checks that the settings are in range. */
  public CatalogSettings {
    if (adverseLookbackMonths < 1 || adverseLookbackMonths > LONGEST_LOOKBACK) {
      throw new IllegalArgumentException("adverse data must be looked at for 1 to "
          + LONGEST_LOOKBACK + " months, not " + adverseLookbackMonths);
    }
    requireShare("statedIncomeShare", statedIncomeShare);
    requireShare("revolvingBalanceShare", revolvingBalanceShare);
    requireShare("revolvingLimitShare", revolvingLimitShare);
    requireShare("closedEndBalanceShare", closedEndBalanceShare);
  }

  /** Returns these settings with other lags. */
  public CatalogSettings withLags(KnowledgeLags other) {
    return new CatalogSettings(
        other,
        adverseLookbackMonths,
        statedIncomeShare,
        revolvingBalanceShare,
        revolvingLimitShare,
        closedEndBalanceShare);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0.0 && share <= 1.0)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, not " + share);
    }
  }
}
