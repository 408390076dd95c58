package io.probity.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of broken application, with the JSON path of what is broken. */
class BadApplicationTest {

  private static final String GOOD = """
      {"id":"A","asOf":"2026-11-21","currency":"EUR",
       "applicant":{"birthDate":"1990-02-28","dependants":1,"householdSize":3,
         "employment":"EMPLOYED","employedSince":"2015-01-01","livingCosts":900},
       "request":{"product":"INSTALMENT","amount":5000,"termMonths":24,"nominalRate":0.1,
         "refinances":{"tradelines":["T1"],"paidLenderToLender":true}},
       "income":{"evidence":"VERIFIED","observedFrom":"2026-05-01","observedTo":"2026-10-31",
         "payments":[{"date":"2026-05-25","amount":2000,"kind":"SALARY","source":"e"}]},
       "borrowing":{"status":"HIT",
         "tradelines":[{"id":"T1","lender":"a","type":"INSTALMENT","secured":false,
           "opened":"2024-05-10","balance":100,"dueDay":5,"reportedOn":"2026-11-20",
           "months":[{"month":"2026-08","daysPastDue":0},{"month":"2026-09","daysPastDue":0}]}],
         "inquiries":[{"date":"2026-11-01","lender":"b","kind":"CREDIT_APPLICATION"}]},
       "macro":{"unemploymentRate":{"2026-09":0.05}}}""";

  private static LoanApplication parse(String json) throws IOException {
    return LoanApplication.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void goodApplication_isRead() throws IOException {
    assertThat(parse(GOOD).borrowing().tradelines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1990-02-28 | 2026-11-21 | applicant.birthDate | must lie before the day of the application",
        "1990-02-28 | 1905-11-21 | applicant.birthDate | nobody is older than 120 years",
        "\"dependants\":1 | \"dependants\":-1 | applicant.dependants | must be from 0 to 100",
        "\"householdSize\":3 | \"householdSize\":0 | applicant.householdSize | must be from 1",
        "\"householdSize\":3 | \"householdSize\":2.5 | applicant.householdSize | whole number",
        "2015-01-01 | 2026-11-22 | applicant.employedSince | must not lie after the day of the appl",
        "2015-01-01 | 1989-01-01 | applicant.employedSince | must not lie before the day of birth",
        "\"livingCosts\":900 | \"livingCosts\":-900 | applicant.livingCosts | at least 0",
        "\"livingCosts\":900 | \"livingCosts\":\"900\" | applicant.livingCosts | number",
        "\"EMPLOYED\" | \"WORKING\" | applicant.employment | one of",
        "\"amount\":5000 | \"amount\":0 | request.amount | must be above 0",
        "\"amount\":5000 | \"amount\":1e12 | request.amount | at most 100000000000",
        "\"amount\":5000 | \"amount\":5.00001 | request.amount | four decimals",
        "\"amount\":5000 | \"amount\":{\"amount\":5,\"currency\":\"USD\"} | request.amount.currency | in the currency of the application, EUR",
        "\"termMonths\":24 | \"termMonths\":0 | request.termMonths | must be from 1 to 600",
        "0.1, | 11, | request.nominalRate | must be a fraction from 0.0 to 10.0",
        "[\"T1\"] | [\"T2\"] | request.refinances.tradelines[0] | must be the id of a tradeline",
        "[\"T1\"] | [\"T1\",\"T1\"] | request.refinances.tradelines[1] | named twice",
        "\"amount\":2000 | \"amount\":-2000 | income.payments[0].amount | at least 0",
        "\"amount\":2000 | \"amount\":{\"amount\":2,\"currency\":\"USD\"} | income.payments[0].amount.currency | EUR",
        "2026-05-25 | 2026-04-25 | income.payments[0].date | must lie in the observed days",
        "2026-10-31 | 2026-04-01 | income.observedTo | must not lie before observedFrom",
        "\"observedFrom\":\"2026-05-01\", | | income.observedFrom | over which days it was observed",
        "\"SALARY\" | \"BUSINESS\" | income.businessNetShare | the share that is income must be stated",
        "VERIFIED | NOT_ASKED | income.evidence | a history that nobody asked for must be empty",
        "\"HIT\" | \"NO_HIT\" | borrowing.status | a history of this status must be empty",
        "\"balance\" | \"closed\":\"2024-05-09\",\"balance\" | borrowing.tradelines[0].closed | must not lie before opened, 2024-05-10",
        "2026-08 | 2024-04 | borrowing.tradelines[0].months[0].month | must not lie before the month of opening",
        "2026-08 | 2026-09 | borrowing.tradelines[0].months[1].month | a month must be reported once",
        "2026-09\",\"days | 2026-12\",\"days | borrowing.tradelines[0].months[1].month | must not lie after the report",
        "2026-11-20 | 2026-11-21 | borrowing.tradelines[0].reportedOn | must lie before the day of the application",
        "2026-11-20 | 2026-11-25 | borrowing.tradelines[0].reportedOn | leave the tradeline out",
        "2026-11-20 | 2024-05-09 | borrowing.tradelines[0].reportedOn | must not lie before opened",
        "2024-05-10 | 1985-01-01 | borrowing.tradelines[0].opened | must not lie before the day of birth",
        "2024-05-10 | 1024-05-10 | borrowing.tradelines[0].opened | must lie in the years 1900 to 2199",
        "\"balance\":100 | \"balance\":-100 | borrowing.tradelines[0].balance | at least 0",
        "\"balance\":100 | \"balance\":{\"amount\":1,\"currency\":\"USD\"} | borrowing.tradelines[0].balance.currency | EUR",
        "\"dueDay\":5 | \"dueDay\":32 | borrowing.tradelines[0].dueDay | must be from 1 to 31",
        "\"lender\":\"a\" | \"lender\":\" \" | borrowing.tradelines[0].lender | must not be blank",
        "\"lender\":\"a\" | \"lendr\":\"a\" | borrowing.tradelines[0] | lender",
        "\"2026-09\":0.05 | \"2026-09\":5 | macro.unemploymentRate.2026-09 | must be a fraction",
        "\"2026-09\":0.05 | \"September\":0.05 | macro.unemploymentRate.September | must be a month",
        "\"macro\" | \"macros\" | unknown key | did you mean \"macro\"",
        "\"asOf\":\"2026-11-21\" | \"asOf\":\"1990-12-01\" | asOf | must not lie before every record",
      })
  void parse_brokenRule_isNamedWithItsPath(
      String before, String after, String path, String message) {
    String json = GOOD.replace(before, after == null ? "" : after);
    assertThat(json).isNotEqualTo(GOOD);

    assertThatThrownBy(() -> parse(json))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations().stream().map(Violation::toString))
                .as(e.getMessage())
                .anyMatch(text -> text.startsWith(path) && text.contains(message)));
  }

  @Test
  void parse_manyBrokenRules_areReportedTogether() {
    String json = GOOD.replace("1990-02-28", "2030-01-01")
        .replace("\"amount\":2000", "\"amount\":-2000")
        .replace("\"termMonths\":24", "\"termMonths\":\"24\"")
        .replace("\"balance\":100", "\"balance\":100,\"closed\":\"2020-01-01\"")
        .replace("\"macro\"", "\"macros\"")
        .replace("\"2026-08\"", "\"2026-09\"");

    assertThatThrownBy(() -> parse(json))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .contains(
                    "applicant.birthDate",
                    "income.payments[0].amount",
                    "request.termMonths",
                    "borrowing.tradelines[0].closed",
                    "borrowing.tradelines[0].months[1].month",
                    ""));
  }

  @Test
  void build_inJava_keepsTheSameRules() {
    Tradeline broken = Tradeline.builder("a", CreditType.INSTALMENT, LocalDate.of(2024, 5, 10))
        .closed(LocalDate.of(2024, 5, 9))
        .balance(new BigDecimal("-1"))
        .build();

    assertThatThrownBy(() -> LoanApplication.builder("1")
            .currency("EUR")
            .borrowing(BorrowingHistory.of(BorrowingStatus.HIT, List.of(broken), List.of()))
            .build())
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .containsExactlyInAnyOrder(
                    "borrowing.tradelines[0].closed", "borrowing.tradelines[0].balance"));
  }

  @Test
  void parse_asOfBeforeEverything_isRefused() {
    String json = GOOD.replace("\"asOf\":\"2026-11-21\"", "\"asOf\":\"2020-11-21\"");

    assertThatThrownBy(() -> parse(json)).hasMessageContaining("asOf");
  }
}
