package io.probity.feature;

import static io.probity.feature.FeatureGroup.REQUEST;

import io.probity.application.Channel;
import io.probity.application.CreditType;
import io.probity.application.LoanPurpose;
import io.probity.application.RateType;
import io.probity.schema.FieldRole;
import java.util.List;
import java.util.stream.Stream;

/** The features of what is asked for, against income and debt. */
final class RequestFeatures {

  private static final String PART = "one of its parts is missing";

  private RequestFeatures() {}

  static List<Definition> all() {
    return Stream.of(terms(), ratios()).flatMap(List::stream).toList();
  }

  private static List<Definition> terms() {
    return List.of(
        number("loan_amount", "The amount asked for.")
            .unit("amount")
            .rises()
            .actionable()
            .missing("it is not stated")
            .by(CatalogRun::request, RequestMeasures.AMOUNT),
        number("loan_term_months", "The term asked for.")
            .unit("months")
            .actionable()
            .missing("it is not stated")
            .by(CatalogRun::request, RequestMeasures.TERM),
        number("loan_rate", "The nominal annual rate of the request, 12 times the monthly rate.")
            .unit("a year")
            .role(FieldRole.LENDER_OUTPUT)
            .missing("it is not stated")
            .by(CatalogRun::request, RequestMeasures.RATE),
        Definition.category(
                "loan_rate_type",
                REQUEST,
                RateType.class,
                "Whether the rate of the loan may change.")
            .actionable()
            .by(CatalogRun::request, RequestMeasures.RATE_TYPE),
        Definition.category(
                "loan_product", REQUEST, CreditType.class, "The type of credit asked for.")
            .actionable()
            .by(CatalogRun::request, RequestMeasures.PRODUCT),
        Definition.category("loan_purpose", REQUEST, LoanPurpose.class, "What the credit is for.")
            .actionable()
            .by(CatalogRun::request, RequestMeasures.PURPOSE),
        Definition.category(
                "application_channel", REQUEST, Channel.class, "How the application came in.")
            .actionable()
            .by(CatalogRun::request, RequestMeasures.CHANNEL),
        number(
                "loan_instalment",
                "The new instalment, rounded half up to the minor unit: the annuity of amount, term"
                    + " and rate, or for a revolving line the larger of its annuity over 36 months and"
                    + " the balance share of the settings x the full line.")
            .unit("amount a month")
            .rises()
            .actionable()
            .missing("amount or rate are not stated, or the term of other than a revolving line")
            .by(CatalogRun::request, RequestMeasures.INSTALMENT),
        number(
                "refinanced_payoff",
                "Sum of the balances of the open tradelines that this loan repays lender to lender, 0"
                    + " if it repays none.")
            .unit("amount")
            .missing("the balance of one of them is not known")
            .needsBorrowing()
            .by(CatalogRun::debt, DebtMeasures.PAYOFF));
  }

  private static List<Definition> ratios() {
    return List.of(
        number("lti", "The amount asked for over 12 times the base income income_base.")
            .rises()
            .actionable()
            .missing(PART)
            .needsIncome()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.LTI),
        number("pti", "The new instalment loan_instalment over the base income income_base.")
            .rises()
            .actionable()
            .missing(PART)
            .needsIncome()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.PTI),
        number(
                "dsti",
                "The sum of debt_service and the new instalment loan_instalment over the base income"
                    + " income_base.")
            .rises()
            .actionable()
            .missing(PART)
            .needsBoth()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.DSTI),
        number(
                "dti",
                "The sum of the balances of open tradelines, without what this loan repays lender to"
                    + " lender, and the amount asked for, over 12 times the base income income_base.")
            .rises()
            .actionable()
            .missing(PART)
            .needsBoth()
            .noIncome()
            .by(CatalogRun::ratios, RatioMeasures.DTI),
        number(
                "residual_income_per_member",
                "The base income income_base less debt_service and the new instalment"
                    + " loan_instalment, over the stated household size.")
            .unit("amount a month")
            .falls()
            .actionable()
            .missing(PART)
            .needsBoth()
            .anyNumber()
            .by(CatalogRun::ratios, RatioMeasures.RESIDUAL_PER_MEMBER),
        number(
                "amount_to_largest_loan",
                "The amount asked for over the largest original amount of a known tradeline, open or"
                    + " closed, that is no revolving line.")
            .window("all")
            .rises()
            .actionable()
            .missing("the amount is not stated")
            .none("no such tradeline states an original amount above 0")
            .needsBorrowing()
            .by(CatalogRun::tradelines, TradelineMeasures.AMOUNT_TO_LARGEST));
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, REQUEST, sentence);
  }
}
