package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineTablesTest {

  private static final CreditEngine ENGINE = CreditEngine.of(
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0)))),
      TestPolicies.policy(TestPolicies.POLICY));

  private static JsonObject parsed(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "tables", JsonLimits.FILE);
  }

  @Test
  void json_scorecard_addsUpToTheLogOdds() {
    JsonObject model = parsed(EngineTables.json(ENGINE)).object("model");
    double[] best = {0.1, 0};

    double sum = model.number("intercept");
    for (JsonObject term : model.objects("terms")) {
      sum += term.numbers("effects")[0];
    }

    assertThat(sum).isEqualTo(ENGINE.model().predictor().badLogOdds(best));
    assertThat(model.object("calibration").text("kind")).isEqualTo("PLATT");
  }

  @Test
  void json_policy_holdsWholeMinorUnitsAndBillionths() {
    JsonObject policy = parsed(EngineTables.json(ENGINE)).object("policy");

    // floor 2,000, step 500, at most 35% of income for the instalment
    assertThat(policy.object("limit").number("floor")).isEqualTo(200_000);
    assertThat(policy.object("limit").number("step")).isEqualTo(50_000);
    assertThat(policy.object("affordability").number("maxPti")).isEqualTo(350_000_000);
  }

  @Test
  void values_application_areThoseOfItsFields() throws IOException {
    String application =
        "{\"id\": \"1\", \"currency\": \"USD\", \"fields\": {\"dsti\": 0.2, \"purpose\": \"home\"}}";

    JsonObject values = parsed(EngineTables.values(
        ENGINE,
        LoanApplication.parse(
            new ByteArrayInputStream(application.getBytes(StandardCharsets.UTF_8)))));

    assertThat(values.object("fields").number("dsti")).isEqualTo(0.2);
    assertThat(values.object("fields").text("purpose")).isEqualTo("home");
    assertThat(values.object("fields").nullableNumber("amount")).isEmpty();
  }
}
