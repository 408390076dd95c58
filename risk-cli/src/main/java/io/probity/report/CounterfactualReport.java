package io.probity.report;

import io.probity.decision.Counterfactual;
import io.probity.decision.Decision;
import io.probity.decision.Goal;
import io.probity.input.DecimalText;
import io.probity.input.JsonText;
import io.probity.schema.SchemaJson;

/** The cheapest changes that lead to a goal, for people and for machines. */
public final class CounterfactualReport {

  private CounterfactualReport() {}

  /** Returns the result as text, the advice in a language. */
  public static String text(Counterfactual found, String language) {
    StringBuilder text = new StringBuilder();
    text.append("now     ").append(describe(found.before())).append('\n');
    text.append("wanted  ").append(describe(found.goal())).append('\n');
    if (found.after().isEmpty()) {
      text.append(
          found.exact()
              ? "No allowed change leads there.\n"
              : "None was found in " + found.tries() + " tries; there may be one.\n");
      return text.toString();
    }
    found
        .changes()
        .forEach(change -> text.append("change  ")
            .append(change.advice().in(language, change.field() + " to " + change.to()))
            .append('\n'));
    if (found.changes().isEmpty()) {
      text.append("Nothing has to change.\n");
      return text.toString();
    }
    text.append("then    ").append(describe(found.after().get())).append('\n');
    text.append("cost    ").append(DecimalText.of(found.cost()));
    text.append(
        found.exact()
            ? ", the least of all allowed changes\n"
            : "; others could cost up to " + DecimalText.of(found.gap()) + " less\n");
    return text.toString();
  }

  private static String describe(Decision decision) {
    String limit = decision.outcome().isApproval()
        ? " " + decision.limit().toPlainString() + " " + decision.currency().getCurrencyCode()
        : "";
    return decision.outcome() + limit + ", score " + decision.score() + ", grade "
        + decision.grade();
  }

  private static String describe(Goal goal) {
    String limit = goal.limit().signum() > 0 ? " at least " + goal.limit().toPlainString() : "";
    return goal.outcome() + limit;
  }

  /** Returns the result as JSON. */
  public static String json(Counterfactual found) {
    JsonText out = JsonText.pretty().beginObject();
    out.beginObject("goal").put("outcome", found.goal().outcome().name());
    out.put("limit", found.goal().limit()).endObject();
    write(out, "before", found.before());
    out.put("found", found.isFound()).put("exact", found.exact());
    out.put("tries", found.tries());
    if (found.after().isPresent()) {
      out.put("cost", found.cost()).put("gap", found.gap());
      out.beginList("changes");
      for (Counterfactual.Change change : found.changes()) {
        out.beginObject().put("field", change.field());
        out.put("from", change.from()).put("to", change.to()).put("cost", change.cost());
        SchemaJson.writeTexts(out, "advice", change.advice());
        out.endObject();
      }
      out.endList();
      write(out, "after", found.after().get());
    }
    return out.endObject().toString();
  }

  private static void write(JsonText out, String key, Decision decision) {
    out.beginObject(key).put("outcome", decision.outcome().name()).put("pd", decision.pd());
    out.put("score", decision.score()).put("grade", decision.grade());
    out.put("currency", decision.currency().getCurrencyCode()).put("limit", decision.limit());
    out.endObject();
  }
}
