package io.probity.application;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonText;
import io.probity.input.Violations;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One application for a loan, as the lending service knows it. Immutable.
 *
 * <p>The rules of its parts are checked here, once, whether it is built in Java or read from JSON, so
 * that whoever holds an application may compute on it. The JSON form has the names of the components;
 * each part may be left out, and within a part everything that may be null. Enums are written by name,
 * days and months as ISO texts. An amount is a number, or {@code {"amount": 12.5, "currency": "EUR"}}
 * in the application's own currency.
 *
 * @param id the application's id, not blank
 * @param asOf the day for which it is decided; needed only where a feature is computed from dates or
 *     from histories
 * @param currency the currency of every amount in it
 * @param applicant who applies
 * @param request what is asked for
 * @param income what the applicant receives
 * @param borrowing what the applicant owes
 * @param macro the economy
 * @param fields the lender's own fields by name: texts, numbers, {@link LocalDate}s; an absent field
 *     is missing
 */
public record LoanApplication(
    String id,
    @Nullable LocalDate asOf,
    Currency currency,
    Applicant applicant,
    LoanRequest request,
    IncomeHistory income,
    BorrowingHistory borrowing,
    MacroContext macro,
    Map<String, Object> fields) {

  /**
   * Checks all parts and copies the fields.
   *
   * @throws InvalidInputException with all violations of the parts, each with its JSON path
   */
  public LoanApplication {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an application needs an id");
    }
    Objects.requireNonNull(currency, "currency");
    fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    Violations violations = new Violations();
    ApplicationRules.check(
        asOf,
        new ApplicationParts(applicant, request, income, borrowing, macro),
        violations,
        Set.of());
    violations.throwIfAny();
  }

  static LoanApplication of(
      String id,
      @Nullable LocalDate asOf,
      Currency currency,
      ApplicationParts parts,
      Map<String, Object> fields) {
    return new LoanApplication(
        id,
        asOf,
        currency,
        parts.applicant(),
        parts.request(),
        parts.income(),
        parts.borrowing(),
        parts.macro(),
        fields);
  }

  /** Returns a builder of an application of which no part is known yet. */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /**
   * Reads an application from its JSON form.
   *
   * @throws InvalidInputException with all violations, each with its JSON path
   */
  public static LoanApplication parse(InputStream in) throws IOException {
    return LoanApplicationJson.read(in.readAllBytes());
  }

  /** Returns the JSON form, which {@link #parse} reads back to an equal application. */
  public String toJson() {
    return LoanApplicationJson.write(this);
  }

  /** Writes the keys and values of the JSON form into an object, which is open and stays open. */
  public void putInto(JsonText out) {
    LoanApplicationJson.write(this, out);
  }

  /**
   * Returns whether anything is known beside the lender's own fields. If not, those fields may hold
   * catalogue features that were computed before.
   */
  public boolean isTyped() {
    return borrowing.status() != BorrowingStatus.NOT_ASKED
        || income.evidence() != IncomeEvidence.NOT_ASKED
        || !applicant.equals(Applicant.unknown())
        || !request.equals(LoanRequest.unknown())
        || !macro.equals(MacroContext.unknown());
  }

  /** Collects the parts of an application. Not safe for use by several threads. */
  public static final class Builder {

    private final String id;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private Applicant applicant = Applicant.unknown();
    private LoanRequest request = LoanRequest.unknown();
    private IncomeHistory income = IncomeHistory.notAsked();
    private BorrowingHistory borrowing = BorrowingHistory.notAsked();
    private MacroContext macro = MacroContext.unknown();
    private @Nullable LocalDate asOf;
    private @Nullable Currency currency;

    private Builder(String id) {
      this.id = id;
    }

    /** Sets the day for which the application is decided. */
    public Builder asOf(LocalDate day) {
      this.asOf = day;
      return this;
    }

    /** Sets the currency by its ISO code, such as {@code USD}. */
    public Builder currency(String code) {
      this.currency = Currency.getInstance(code);
      return this;
    }

    /** Sets who applies. */
    public Builder applicant(Applicant value) {
      this.applicant = value;
      return this;
    }

    /** Sets what is asked for. */
    public Builder request(LoanRequest value) {
      this.request = value;
      return this;
    }

    /** Sets what the applicant receives. */
    public Builder income(IncomeHistory value) {
      this.income = value;
      return this;
    }

    /** Sets what the applicant owes. */
    public Builder borrowing(BorrowingHistory value) {
      this.borrowing = value;
      return this;
    }

    /** Sets the economy. */
    public Builder macro(MacroContext value) {
      this.macro = value;
      return this;
    }

    /** Sets a field of the lender's own: a text, a number or a {@link LocalDate}. */
    public Builder field(String name, Object value) {
      fields.put(name, value);
      return this;
    }

    /** Sets fields of the lender's own. */
    public Builder fields(Map<String, ?> values) {
      fields.putAll(values);
      return this;
    }

    /**
     * Returns the application.
     *
     * @throws IllegalArgumentException if the currency was not set
     * @throws InvalidInputException with all violations of the parts, each with its JSON path
     */
    public LoanApplication build() {
      if (currency == null) {
        throw new IllegalArgumentException("an application needs a currency");
      }
      return new LoanApplication(
          id, asOf, currency, applicant, request, income, borrowing, macro, fields);
    }
  }
}
