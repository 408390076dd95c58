package io.probity.training;

import io.probity.file.Sha256;
import io.probity.input.JsonText;
import io.probity.model.ProbityVersion;
import io.probity.model.RiskModel;
import io.probity.training.family.FamilyChoice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of one run and not of the model: times, machine, versions. It stands beside the model,
 * so that the model itself is the same each time.
 */
final class RunRecord {

  private final Clock clock;
  private final Instant began;
  private final Map<String, Long> stages = new LinkedHashMap<>();
  private Instant last;
  private String tribuo = "";

  private RunRecord(Clock clock) {
    this.clock = clock;
    this.began = clock.instant();
    this.last = began;
  }

  static RunRecord begin(Clock clock) {
    return new RunRecord(clock);
  }

  /** Notes how long the stage took that ends now. */
  void mark(String stage) {
    Instant now = clock.instant();
    stages.put(stage, Duration.between(last, now).toMillis());
    last = now;
  }

  void tribuo(String provenance) {
    this.tribuo = provenance;
  }

  String finish(
      RiskModel model, TrainingPlan plan, List<FamilyChoice.Row> families, List<String> warnings) {
    JsonText out = JsonText.pretty().beginObject().put("model", model.id());
    out.put("library", ProbityVersion.version());
    out.put("java", System.getProperty("java.version", ""));
    out.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    out.put("began", began.toString());
    out.put("milliseconds", Duration.between(began, clock.instant()).toMillis());
    out.beginObject("stages");
    stages.forEach(out::put);
    out.endObject();
    out.beginObject("data").put("sha256", model.trainingData().sha256());
    out.put("rows", model.trainingData().rows());
    out.put("bads", model.trainingData().bads()).endObject();
    out.put("planSha256", Sha256.of(plan.toJson().getBytes(StandardCharsets.UTF_8)));
    out.beginList("families");
    for (FamilyChoice.Row row : families) {
      out.beginObject().put("family", row.family()).put("chosen", row.chosen());
      if (row.refusal().isEmpty()) {
        out.put("logLoss", row.logLoss()).put("difference", row.difference());
        out.put("standardError", row.standardError());
      } else {
        out.put("refusal", row.refusal());
      }
      out.endObject();
    }
    out.endList();
    out.put("warnings", warnings);
    out.put("tribuo", tribuo);
    return out.endObject().toString();
  }
}
