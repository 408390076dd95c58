package io.probity.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.capital.OneFactor;
import io.probity.decision.DecisionStress;
import io.probity.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroScenarioTest {

  @TempDir
  Path folder;

  private List<MacroScenario> load(String json) throws IOException {
    return MacroScenario.load(Files.writeString(folder.resolve("macro.json"), json));
  }

  /** Log-odds of 20% are ln 0.25; 4 x 0.5 x ln 2 = ln 4 brings them to 0: 50%. */
  @Test
  void stress_drivers_moveTheLogOdds() throws IOException {
    double half = Math.log(2) / 2;
    MacroScenario scenario = load("""
        {"scenarios":[{"name":"a","incomeCut":0.1,"rateRise":0.02,
         "drivers":[{"name":"unemployment","change":4,"logOddsPerUnit":%s}]}]}""".formatted(half)).get(0);

    DecisionStress stress = scenario.stress();

    assertThat(stress.incomeCut()).isEqualTo(0.1);
    assertThat(stress.rateRise()).isEqualTo(0.02);
    assertThat(stress.pd().orElseThrow().applyAsDouble(0.2)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void stress_adversity_isTheQuantileOfTheMovedPd() {
    OneFactor model = new OneFactor(0.1);
    MacroScenario plain = MacroScenario.of("a", 0, 0, OptionalDouble.of(0.99), model);

    assertThat(plain.stress().pd().orElseThrow().applyAsDouble(0.03))
        .isEqualTo(model.conditionalPd(0.03, 0.99));
    assertThat(MacroScenario.of("b", 0.2, 0, OptionalDouble.empty(), model)
            .stress()
            .pd())
        .isEmpty();
  }

  @Test
  void changed_fields_moveKnownNumbersOnly() throws IOException {
    MacroScenario scenario = load("""
        {"scenarios":[{"name":"a","fields":[{"name":"x","times":1.5,"add":1},{"name":"c"},
         {"name":"absent","add":5}]}]}""").get(0);

    assertThat(scenario.changed(Map.of("x", 4.0, "c", "a level", "y", 1.0)))
        .isEqualTo(Map.of("x", 7.0, "c", "a level", "y", 1.0));
  }

  @Test
  void load_mistakes_areNamed() {
    assertThatThrownBy(() -> load("{\"scenarios\":[]}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no scenario");
    assertThatThrownBy(() -> load("{\"scenarios\":[{\"name\":\"a\"},{\"name\":\"a\"}]}"))
        .hasMessageContaining("scenarios[1]")
        .hasMessageContaining("one name");
    assertThatThrownBy(() -> load("{\"scenarios\":[{\"name\":\"a\",\"adversity\":1}]}"))
        .hasMessageContaining("adversity must lie in (0, 1), not 1.0");
    assertThatThrownBy(() -> load("{\"scenarios\":[{\"name\":\"a\",\"incomeCut\":20}]}"))
        .hasMessageContaining("write 20% as 0.2");
    assertThatThrownBy(() -> load("{\"scenarios\":[{\"name\":\"a\",\"shock\":1}]}"))
        .hasMessageContaining("unknown key \"shock\"");
    assertThatThrownBy(() -> load("""
            {"scenarios":[{"name":"a","drivers":[{"name":"u","change":1e9,"logOddsPerUnit":1}]}]}"""))
        .hasMessageContaining("must move the log-odds by at most 20.0");
  }
}
