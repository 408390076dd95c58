package io.probity.application;

import io.probity.input.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One application for a loan, as the lending service knows it. Immutable.
 *
 * @param id the application's id, not blank
 * @param asOf the day for which it is decided; needed only where a field is computed from dates
 * @param currency the currency of every amount in it
 * @param fields the lender's own fields by name: texts, numbers, {@link LocalDate}s; an absent field
 *     is missing
 */
public record LoanApplication(
    String id, @Nullable LocalDate asOf, Currency currency, Map<String, Object> fields) {

  /** Checks the id and copies the fields. */
  public LoanApplication {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an application needs an id");
    }
    Objects.requireNonNull(currency, "currency");
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Returns a builder of an application. */
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

  /** Collects the parts of an application. Not safe for use by several threads. */
  public static final class Builder {

    private final String id;
    private final Map<String, Object> fields = new LinkedHashMap<>();
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
     */
    public LoanApplication build() {
      if (currency == null) {
        throw new IllegalArgumentException("an application needs a currency");
      }
      return new LoanApplication(id, asOf, currency, fields);
    }
  }
}
