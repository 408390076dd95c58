package io.probity.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("income", "train", "man", "drift", "evaluate");

  /** One letter more, less, other or swapped; a third of the letters at most. */
  @ParameterizedTest
  @CsvSource({
    "incomme, income",
    "incme, income",
    "incime, income",
    "trian, train",
    "Income, income",
    "evlauaet, evaluate"
  })
  void of_mistypedName_isTheOneMeant(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"xyz", "trn1x", "salary"})
  void of_farName_isNobody(String typed) {
    assertThat(NearestName.of(typed, KNOWN)).isEmpty();
  }

  @Test
  void remedy_farName_listsTheKnownOnes() {
    assertThat(NearestName.remedy("salary", List.of("b", "a"))).isEqualTo("known: a, b");
    assertThat(NearestName.remedy("trian", KNOWN)).isEqualTo("did you mean \"train\"?");
  }
}
