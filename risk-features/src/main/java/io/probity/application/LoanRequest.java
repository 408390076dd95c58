package io.probity.application;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for. Null and NaN mean not known. Immutable; its rules are checked when it becomes
 * part of a {@link LoanApplication}.
 *
 * @param product the type of credit
 * @param purpose what it is for
 * @param amount the amount asked for, or the full line; above 0
 * @param termMonths the term in months, 1 to 600
 * @param nominalRate the annual rate as a fraction, 12 times the monthly rate, 0 to 10; NaN if unknown
 * @param rateType whether the rate may change
 * @param channel how the application came in
 * @param lender the lender group that is asked, as tradelines and inquiries name it
 * @param refinances which tradelines the loan repays
 */
public record LoanRequest(
    CreditType product,
    LoanPurpose purpose,
    @Nullable BigDecimal amount,
    @Nullable Integer termMonths,
    double nominalRate,
    RateType rateType,
    Channel channel,
    @Nullable String lender,
    Refinancing refinances) {

  private static final LoanRequest UNKNOWN = builder().build();

  /** Takes trailing zeros off the amount. */
  public LoanRequest {
    amount = MoneyUnits.normal(amount);
    nominalRate += 0.0;
  }

  /** Returns a request of which nothing is known. */
  public static LoanRequest unknown() {
    return UNKNOWN;
  }

  /** Returns a builder of a request of which nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what is asked for. Not safe for use by several threads. */
  public static final class Builder {

    private CreditType product = CreditType.UNKNOWN;
    private LoanPurpose purpose = LoanPurpose.UNKNOWN;
    private @Nullable BigDecimal amount;
    private @Nullable Integer termMonths;
    private double nominalRate = Double.NaN;
    private RateType rateType = RateType.UNKNOWN;
    private Channel channel = Channel.UNKNOWN;
    private @Nullable String lender;
    private Refinancing refinances = Refinancing.NONE;

    private Builder() {}

    /** Sets the type of credit. */
    public Builder product(CreditType value) {
      this.product = value;
      return this;
    }

    /** Sets what it is for. */
    public Builder purpose(LoanPurpose value) {
      this.purpose = value;
      return this;
    }

    /** Sets the amount asked for. */
    public Builder amount(@Nullable BigDecimal value) {
      this.amount = value;
      return this;
    }

    /** Sets the term in months. */
    public Builder termMonths(@Nullable Integer value) {
      this.termMonths = value;
      return this;
    }

    /** Sets the nominal annual rate as a fraction. */
    public Builder nominalRate(double value) {
      this.nominalRate = value;
      return this;
    }

    /** Sets whether the rate may change. */
    public Builder rateType(RateType value) {
      this.rateType = value;
      return this;
    }

    /** Sets how the application came in. */
    public Builder channel(Channel value) {
      this.channel = value;
      return this;
    }

    /** Sets the lender group that is asked. */
    public Builder lender(@Nullable String value) {
      this.lender = value;
      return this;
    }

    /** Sets which tradelines the loan repays. */
    public Builder refinances(Refinancing value) {
      this.refinances = value;
      return this;
    }

    /** Returns the request. */
    public LoanRequest build() {
      return new LoanRequest(
          product, purpose, amount, termMonths, nominalRate, rateType, channel, lender, refinances);
    }
  }
}
