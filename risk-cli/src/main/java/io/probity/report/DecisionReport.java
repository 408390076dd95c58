package io.probity.report;

import io.probity.decision.CounterOffer;
import io.probity.decision.Decision;
import io.probity.decision.Remedy;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.lending.LoanCost;
import io.probity.limit.Affordability;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitTrace;
import io.probity.limit.Price;
import java.math.BigDecimal;
import java.util.Locale;

/** A decision for a person: outcome, reasons and the limit as a waterfall. */
public final class DecisionReport {

  private final Decision decision;
  private final String language;
  private final int width;

  private DecisionReport(Decision decision, String language, int width) {
    this.decision = decision;
    this.language = language;
    this.width = width;
  }

  /**
   * Returns the decision as text.
   *
   * @param language the language of the reasons, such as {@code en} or {@code zh-Hans}
   */
  public static String text(Decision decision, String language, int width) {
    DecisionReport report = new DecisionReport(decision, language, width);
    return report.headline()
        + report.reasons()
        + report.cost()
        + report.price()
        + report.wayOut()
        + report.affordability()
        + report.waterfall();
  }

  private String headline() {
    String line = decision.id()
        + ": "
        + decision.outcome()
        + "   PD "
        + Figures.percent(decision.pd())
        + ", score "
        + decision.score()
        + ", grade "
        + decision.grade()
        + "\n";
    if (decision.outcome().isApproval()) {
      line += "Limit "
          + money(decision.limit())
          + ", instalment "
          + money(decision.instalment())
          + " a month\n";
    }
    return line;
  }

  private String reasons() {
    StringBuilder text = new StringBuilder();
    for (Reason reason : decision.reasons()) {
      text.append("  - ")
          .append(DisplayWidth.safe(reason.customer().in(language, sentence(reason))));
      if (reason.stage() == ReasonStage.SCORE) {
        text.append(" [")
            .append(reason.code())
            .append(String.format(Locale.ROOT, ", %.1f points lost]", reason.pointsLost()));
      } else {
        text.append(" [")
            .append(reason.stage())
            .append(' ')
            .append(reason.code())
            .append(']');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String cost() {
    if (decision.cost().isEmpty()) {
      return "";
    }
    LoanCost cost = decision.cost().get();
    TextTable table = TextTable.of("What the loan costs", ">");
    table.add("Received", money(cost.netDisbursed()));
    table.add(
        "Instalments",
        cost.months() + " x " + money(cost.firstInstalment()) + ", the last "
            + money(cost.lastInstalment()));
    table.add("Total paid", money(cost.totalPaid()));
    table.add("Total cost: interest and fees", money(cost.totalCost()));
    table.add(
        "Contract rate",
        percent(cost.contractRate().value()) + " " + cost.contractRate().kind());
    table.add(
        "Annual rate with all fees",
        percent(cost.nominalRate().value()) + " NOMINAL, "
            + percent(cost.effectiveRate().value()) + " EFFECTIVE");
    cost.lateMonth().ifPresent(late -> table.add("One month late costs", money(late)));
    return "\n" + table.render(width);
  }

  private String price() {
    if (decision.price().isEmpty()) {
      return "";
    }
    Price price = decision.price().get();
    TextTable table = TextTable.of("What the rate is made of", ">A year");
    table.add("Funding", percent(price.funding()));
    table.add("Running the loan", percent(price.cost()));
    table.add("Expected loss", percent(price.expectedLoss()));
    table.add("Return on capital", percent(price.capital()));
    table.add("Rounding up", percent(price.rounding()));
    table.add(
        "Contract rate", percent(price.rate().value()) + " " + price.rate().kind());
    return "\n" + table.render(width);
  }

  private String wayOut() {
    StringBuilder text = new StringBuilder();
    for (CounterOffer offer : decision.counterOffers()) {
      text.append("  offer: ")
          .append(money(offer.amount()))
          .append(offer.months() > 0 ? " over " + offer.months() + " months" : "")
          .append(", instalment ")
          .append(money(offer.instalment()))
          .append('\n');
    }
    for (Remedy remedy : decision.remedies()) {
      text.append("  would fit with ").append(change(remedy)).append('\n');
    }
    return text.length() == 0 ? "" : "\nWhat can be done\n" + text;
  }

  private String change(Remedy remedy) {
    return switch (remedy.lever()) {
      case INCOME ->
        "a monthly income of " + money(remedy.to()) + " instead of " + money(remedy.from());
      case DEBT_SERVICE ->
        "a monthly debt service of " + money(remedy.to()) + " instead of " + money(remedy.from());
      case TERM -> "a term of " + remedy.to() + " months instead of " + remedy.from();
      case AMOUNT -> "an amount of " + money(remedy.to()) + " instead of " + money(remedy.from());
    };
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * fraction);
  }

  private static String sentence(Reason reason) {
    return switch (reason.stage()) {
      case KNOCK_OUT -> "A rule of the policy decides";
      case SCORE -> reason.internal().in("en", reason.code());
      case LIMIT -> "The limit is bound";
      case MISSING_INPUT -> "Something is not known";
    };
  }

  private String affordability() {
    if (decision.limitTrace().isEmpty()) {
      return "";
    }
    LimitTrace trace = decision.limitTrace().get();
    Affordability a = trace.affordability();
    TextTable table = TextTable.of("What can be repaid", ">A month");
    table.add("Assessed income", money(trace.toDecimal(a.assessedIncome())));
    table.add("Assessed income under stress", money(trace.toDecimal(a.stressedIncome())));
    table.add("Living costs", money(trace.toDecimal(a.livingCosts())));
    table.add("Debt service", money(trace.toDecimal(a.debtService())));
    if (a.stressedDebtService() != a.debtService()) {
      table.add("Debt service under stress", money(trace.toDecimal(a.stressedDebtService())));
    }
    table.add("Minimum residual", money(trace.toDecimal(a.minimumResidual())));
    for (AffordabilityTest test : AffordabilityTest.values()) {
      if (a.tests(test)) {
        String mark = test == a.binding() ? "  <- least" : "";
        table.add("Room by " + test + mark, money(trace.toDecimal(a.room(test))));
      }
    }
    String partial = decision.affordabilityGaps().isEmpty()
        ? ""
        : "Affordability is partial; nobody told: "
            + String.join(", ", decision.affordabilityGaps())
            + "\n";
    return "\n" + table.render(width) + partial;
  }

  private String waterfall() {
    if (decision.limitTrace().isEmpty()) {
      return "";
    }
    LimitTrace trace = decision.limitTrace().get();
    TextTable table = TextTable.of("Step", "Rule", ">By itself", ">Limit after");
    for (int step = 0; step < trace.steps(); step++) {
      table.add(
          trace.phase(step).toString(),
          trace.rule(step) + (step == trace.binding() ? "  <- binding" : ""),
          money(trace.own(step)),
          money(trace.after(step)));
    }
    return "\n" + table.render(width);
  }

  private String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount)
        .replaceAll("\\.00$", decision.currency().getDefaultFractionDigits() == 0 ? "" : ".00");
  }
}
