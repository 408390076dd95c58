package io.probity.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LoanApplicationTest {

  private static LoanApplication parse(String json) throws IOException {
    return LoanApplication.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void parseAndWrite_comeBackEqual() throws IOException {
    LoanApplication application = LoanApplication.builder("A-1")
        .asOf(LocalDate.of(2026, 11, 21))
        .currency("CNY")
        .field("income", 12000.5)
        .field("purpose", "装修")
        .build();

    assertThat(parse(application.toJson())).isEqualTo(application);
  }

  @Test
  void parse_badDocument_namesEveryViolation() {
    assertThatThrownBy(
            () -> parse("{\"id\":7,\"currency\":\"dollars\",\"asOf\":\"soon\",\"feilds\":{}}"))
        .hasMessageContaining("id: must be a text; received 7")
        .hasMessageContaining("currency: must be an ISO currency code")
        .hasMessageContaining("asOf: must be a date")
        .hasMessageContaining("unknown key \"feilds\"; did you mean \"fields\"?");
  }

  @Test
  void build_withoutCurrencyOrId_isRefused() {
    assertThatThrownBy(() -> LoanApplication.builder("1").build()).hasMessageContaining("currency");
    assertThatThrownBy(() -> LoanApplication.builder(" ").currency("EUR").build())
        .hasMessageContaining("id");
  }
}
