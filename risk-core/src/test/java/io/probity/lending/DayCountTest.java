package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-02-01, 30, 31",
    "2026-01-31, 2026-02-28, 28, 28",
    "2026-01-30, 2026-01-31, 0, 1",
    "2026-02-28, 2026-03-31, 32, 31",
    "2028-02-01, 2028-03-01, 30, 29",
    "2026-01-01, 2027-01-01, 360, 365",
    "2026-05-10, 2026-05-10, 0, 0",
    "2026-03-01, 2026-02-01, -30, -28"
  })
  void days_countByTheRule(LocalDate from, LocalDate to, int thirty, int actual) {
    assertThat(DayCount.THIRTY_360.days(from, to)).isEqualTo(thirty);
    assertThat(DayCount.ACT_365.days(from, to)).isEqualTo(actual);
    assertThat(DayCount.ACT_360.days(from, to)).isEqualTo(actual);
  }

  @Test
  void daysPerYear_isInTheName() {
    assertThat(DayCount.THIRTY_360.daysPerYear()).isEqualTo(360);
    assertThat(DayCount.ACT_360.daysPerYear()).isEqualTo(360);
    assertThat(DayCount.ACT_365.daysPerYear()).isEqualTo(365);
  }
}
