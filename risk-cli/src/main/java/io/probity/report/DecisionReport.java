package io.probity.report;

import io.probity.decision.Decision;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.limit.Affordability;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitTrace;
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
    return report.headline() + report.reasons() + report.affordability() + report.waterfall();
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
