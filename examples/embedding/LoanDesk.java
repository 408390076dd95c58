import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.explain.Reason;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A lending service in one file: it loads a model and a policy, decides, and gives the reasons. */
public final class LoanDesk {

  private final CreditEngine engine; // immutable: one for all threads

  LoanDesk(Path modelFile, Path policyFile) throws IOException {
    RiskModel model = RiskModel.load(modelFile);
    CreditPolicy policy = CreditPolicy.load(policyFile);
    engine = CreditEngine.of(model, policy);
  }

  /** Decides on an application that came as JSON. */
  Decision decide(Path applicationFile) throws IOException {
    try (InputStream in = Files.newInputStream(applicationFile)) {
      return engine.decide(LoanApplication.parse(in));
    }
  }

  /** Decides on the service's own fields, by name. */
  Decision decide(String id, Map<String, ?> fields) {
    return engine.decide(id, null, fields);
  }

  static void print(Decision decision, String language) {
    System.out.printf("%s: %s, limit %s %s, PD %.4f, score %d, grade %s%n",
        decision.id(), decision.outcome(), decision.limit(), decision.currency(),
        decision.pd(), decision.score(), decision.grade());
    for (Reason reason : decision.reasons()) {
      System.out.println("  " + reason.stage() + " " + reason.code() + ": "
          + reason.customer().in(language, reason.code()));
    }
  }

  public static void main(String[] args) throws IOException {
    LoanDesk desk = new LoanDesk(Path.of(args[0]), Path.of(args[1]));
    print(desk.decide(Path.of(args[2])), "en");
    Map<String, Object> fields = Map.of(
        "funded_amnt", 40_000, "term", "term_60", "annual_inc", 30_000,
        "inq_last_6mths", 4, "all_util", 95);
    print(desk.decide("second", fields), "zh-Hans");
    try {
      desk.decide("third", Map.of("annual_inc", "a lot", "funded_amnt", -5));
    } catch (InvalidInputException invalid) {
      for (Violation violation : invalid.violations()) {
        System.out.println("third: " + violation.place() + " " + violation.rule());
      }
    }
  }
}
