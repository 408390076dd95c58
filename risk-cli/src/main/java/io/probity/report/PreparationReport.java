package io.probity.report;

import io.probity.input.JsonText;
import io.probity.preparation.Cohort;
import io.probity.preparation.LoanOutcome;
import io.probity.preparation.RollRates;
import io.probity.preparation.TargetResult;
import io.probity.simulation.SimulationSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was simulated, and what a panel says of good and bad, for people and as JSON. */
public final class PreparationReport {

  private static final int[] VINTAGE_MONTHS = {3, 6, 9, 12};

  private PreparationReport() {}

  /** Returns the counts of a simulation. */
  public static String text(SimulationSummary summary, int width) {
    return TextTable.of("simulated", ">count")
        .add("applicants", count(summary.applicants()))
        .add("income payments", count(summary.incomes()))
        .add("tradelines", count(summary.tradelines()))
        .add("tradeline months", count(summary.tradelineMonths()))
        .add("inquiries", count(summary.inquiries()))
        .add("panel months", count(summary.panelMonths()))
        .add("bad within 12 months", count(summary.bads()))
        .add(
            "expected by the true PD",
            Figures.count(summary.meanPd() * (double) summary.applicants()))
        .render(width);
  }

  /** Returns the counts, the maturity table and the roll rates. */
  public static String text(TargetResult result, int width) {
    StringBuilder out = new StringBuilder();
    TextTable outcomes = TextTable.of(result.definition().toString(), ">loans");
    for (LoanOutcome outcome : LoanOutcome.values()) {
      outcomes.add(name(outcome), count(result.count(outcome)));
    }
    out.append(outcomes.render(width));
    out.append(
        Double.isNaN(result.badRate())
            ? ""
            : "bad rate among good and bad: " + Figures.percent(result.badRate()) + "\n");
    out.append("loans with missing months: ")
        .append(count(result.loansWithGaps()))
        .append(" (a missing month is unknown, neither good nor bad)\n\n");
    out.append("Maturity: loans old enough for the target, and ever bad by months on book\n");
    out.append(maturity(result).render(width)).append('\n');
    out.append("Roll rates: where loans are a month later\n");
    out.append(rollRates(result.rollRates()).render(width));
    return out.toString();
  }

  private static TextTable maturity(TargetResult result) {
    List<String> header = new ArrayList<>(List.of("opened", ">loans", ">old enough"));
    for (int month : VINTAGE_MONTHS) {
      header.add(">by " + month);
    }
    TextTable table = TextTable.of(header.toArray(new String[0]));
    for (Cohort cohort : result.cohorts()) {
      List<String> row = new ArrayList<>(List.of(
          cohort.opened().toString(),
          count(cohort.loans()),
          Figures.percent(cohort.matureShare())));
      for (int month : VINTAGE_MONTHS) {
        row.add(percent(cohort.everBadShare(month)));
      }
      table.add(row.toArray(new String[0]));
    }
    return table;
  }

  private static TextTable rollRates(RollRates rates) {
    List<String> header = new ArrayList<>(List.of("days past due"));
    RollRates.STATES.forEach(state -> header.add(">" + state));
    TextTable table = TextTable.of(header.toArray(new String[0]));
    for (int bucket = 0; bucket < RollRates.BUCKETS; bucket++) {
      List<String> row = new ArrayList<>(List.of(RollRates.STATES.get(bucket)));
      for (int state = 0; state < RollRates.STATES.size(); state++) {
        row.add(percent(rates.rate(bucket, state)));
      }
      table.add(row.toArray(new String[0]));
    }
    return table;
  }

  /** Returns the same figures as JSON; a share that is not defined is left out. */
  public static String json(TargetResult result) {
    JsonText out =
        JsonText.pretty().beginObject().put("definition", result.definition().toString());
    out.beginObject("outcomes");
    for (LoanOutcome outcome : LoanOutcome.values()) {
      out.put(name(outcome), result.count(outcome));
    }
    out.endObject()
        .put("records", result.records())
        .put("loansWithGaps", result.loansWithGaps())
        .put("rejected", result.rejected())
        .beginList("cohorts");
    for (Cohort cohort : result.cohorts()) {
      out.beginObject()
          .put("opened", cohort.opened().toString())
          .put("loans", cohort.loans())
          .put("mature", cohort.mature())
          .beginList("everBad");
      for (long bad : cohort.everBad()) {
        out.add(bad);
      }
      out.endList().endObject();
    }
    out.endList().beginList("rollRates");
    for (int bucket = 0; bucket < RollRates.BUCKETS; bucket++) {
      out.beginObject().put("from", RollRates.STATES.get(bucket)).beginObject("counts");
      for (int state = 0; state < RollRates.STATES.size(); state++) {
        out.put(RollRates.STATES.get(state), result.rollRates().count(bucket, state));
      }
      out.endObject().endObject();
    }
    return out.endList().endObject().toString();
  }

  private static String name(LoanOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String count(long count) {
    return Figures.count((double) count);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : Figures.percent(share);
  }
}
