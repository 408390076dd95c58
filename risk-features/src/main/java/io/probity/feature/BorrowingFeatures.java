package io.probity.feature;

import io.probity.application.BorrowingStatus;
import java.util.List;
import java.util.stream.Stream;

/** The features of what is owed, to whom and at what cost. */
final class BorrowingFeatures {

  private static final String BALANCE_UNKNOWN = "the balance of an open tradeline is not known";
  private static final String NET = ", without what this loan repays lender to lender.";

  private BorrowingFeatures() {}

  static List<Definition> all() {
    return Stream.of(lenders(), balances(), service(), ages())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Definition> lenders() {
    return List.of(
        Definition.category(
                "borrowing_status",
                FeatureGroup.BORROWING,
                BorrowingStatus.class,
                "The status of the borrowing history.")
            .missing("never")
            .by(CatalogRun::applicant, ApplicantMeasures.BORROWING_STATUS),
        number(
                "open_tradelines",
                "Number of open tradelines: known, opened before the day of the application, and"
                    + " not closed or closed on or after it.")
            .unit("tradelines")
            .rises()
            .actionable()
            .by(CatalogRun::tradelines, TradelineMeasures.OPEN),
        number(
                "lenders_active",
                "Number of distinct lender groups with an open tradeline whose balance is above 0 or"
                    + " not known, or that is a revolving line with a limit above 0.")
            .unit("lenders")
            .rises()
            .actionable()
            .by(CatalogRun::tradelines, TradelineMeasures.ACTIVE_LENDERS),
        number(
                "micro_lenders_active",
                "Number of distinct pairs of platform and lender of record (the lender group where"
                    + " either is not stated) with an open micro-loan or buy-now-pay-later purchase"
                    + " whose balance is above 0 or not known.")
            .unit("lenders")
            .rises()
            .actionable()
            .by(CatalogRun::tradelines, TradelineMeasures.ACTIVE_MICRO_LENDERS));
  }

  private static List<Definition> balances() {
    return List.of(
        number("balance_total", "Sum of the balances of open tradelines.")
            .unit("amount")
            .rises()
            .actionable()
            .missing(BALANCE_UNKNOWN)
            .by(CatalogRun::debt, DebtMeasures.BALANCE),
        number("balance_revolving", "Sum of the balances of open revolving lines" + NET)
            .unit("amount")
            .rises()
            .actionable()
            .missing("the balance of one of them is not known")
            .by(CatalogRun::debt, DebtMeasures.REVOLVING_BALANCE),
        number("limit_revolving", "Sum of the limits of open revolving lines" + NET)
            .unit("amount")
            .missing("the limit of one of them is not known")
            .by(CatalogRun::debt, DebtMeasures.REVOLVING_LIMIT),
        number(
                "utilisation_total",
                "Sum of the balances over sum of the limits of open revolving lines with a limit"
                    + " above 0, not clipped at 1.")
            .rises()
            .actionable()
            .missing("the balance of one of them is not known")
            .none("there is no open revolving line with a limit above 0")
            .by(CatalogRun::debt, DebtMeasures.UTILISATION),
        number(
                "utilisation_max",
                "Largest balance over limit of an open revolving line with a limit above 0, not"
                    + " clipped at 1.")
            .rises()
            .actionable()
            .missing("the balance of one of them is not known")
            .none("there is no open revolving line with a limit above 0")
            .by(CatalogRun::debt, DebtMeasures.HIGHEST_UTILISATION),
        number(
                "unsecured_share",
                "Sum of the balances of open unsecured tradelines over the sum of the balances of all"
                    + " open tradelines.")
            .rises()
            .actionable()
            .missing(BALANCE_UNKNOWN)
            .none("nothing is owed")
            .from(0.0, 1.0)
            .by(CatalogRun::debt, DebtMeasures.UNSECURED_SHARE),
        number("outstanding_unsecured", "Sum of the balances of open unsecured tradelines" + NET)
            .unit("amount")
            .rises()
            .actionable()
            .missing("the balance of one of them is not known")
            .by(CatalogRun::debt, DebtMeasures.UNSECURED),
        number(
                "outstanding_own",
                "Sum of the balances of open tradelines of the lender group that is asked" + NET)
            .unit("amount")
            .missing("the lender is not stated, or the balance of one of them is not known")
            .by(CatalogRun::debt, DebtMeasures.OWN),
        growth());
  }

  private static Definition growth() {
    return number(
            "balance_growth_6m",
            "Sum of the balances at the end of the last fully known month less that sum 6 months"
                + " earlier, over the earlier one; a tradeline that was not yet opened or already"
                + " closed at a month-end counts as 0.")
        .window(MonthEndMeasures.GROWTH_MONTHS + " months")
        .rises()
        .actionable()
        .missing("an open tradeline has no known balance for one of the two months")
        .none("nothing was owed at the earlier month-end")
        .from(-1.0, Double.POSITIVE_INFINITY)
        .by(CatalogRun::monthEnds, MonthEndMeasures.GROWTH);
  }

  private static List<Definition> service() {
    return List.of(
        number(
                "debt_service",
                "Debt service D: sum over open tradelines of a month's service, which is for a"
                    + " revolving line the largest of reported minimum, balance share x balance and"
                    + " limit share x limit, and for any other the reported payment, else the annuity"
                    + " of balance, remaining months and rate, else a share of the balance, each"
                    + " rounded half up to the minor unit" + NET)
            .unit("amount a month")
            .rises()
            .actionable()
            .missing("it can be computed for one of them in none of these ways")
            .by(CatalogRun::debt, DebtMeasures.SERVICE),
        number(
                "debt_service_closed_end",
                "The part of debt_service that is of other than revolving lines" + NET)
            .unit("amount a month")
            .rises()
            .actionable()
            .missing("it can be computed for one of them in none of the ways of debt_service")
            .by(CatalogRun::debt, DebtMeasures.CLOSED_END_SERVICE),
        number(
                "revolving_minimum",
                "Sum of the reported minimum payments of open revolving lines, where one is reported"
                    + NET)
            .unit("amount a month")
            .rises()
            .by(CatalogRun::debt, DebtMeasures.REVOLVING_MINIMUM),
        number("dsti_existing", "The feature debt_service over the base income income_base.")
            .rises()
            .actionable()
            .missing("one of the two is missing")
            .needsBoth()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.EXISTING_DSTI),
        number(
                "dti_existing",
                "Sum of the balances of open tradelines, without what this loan repays lender to"
                    + " lender, over 12 times the base income income_base.")
            .rises()
            .actionable()
            .missing("a balance or the base income is not known")
            .needsBoth()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.EXISTING_DTI));
  }

  private static List<Definition> ages() {
    return List.of(
        number(
                "oldest_tradeline_months",
                "Whole calendar months from the opening of the first known tradeline, open or closed,"
                    + " to the day of the application.")
            .unit("months")
            .window("all")
            .falls()
            .none("no tradeline is known")
            .by(CatalogRun::tradelines, TradelineMeasures.OLDEST_MONTHS),
        number(
                "mean_tradeline_months",
                "Mean over known tradelines, open or closed, of the whole calendar months from"
                    + " opening to the day of the application.")
            .unit("months")
            .window("all")
            .falls()
            .none("no tradeline is known")
            .by(CatalogRun::tradelines, TradelineMeasures.MEAN_MONTHS));
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, FeatureGroup.BORROWING, sentence).needsBorrowing();
  }
}
