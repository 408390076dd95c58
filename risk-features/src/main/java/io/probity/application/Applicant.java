package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who applies. Null means not known, and the features that need it are missing. Immutable; its rules
 * are checked when it becomes part of a {@link LoanApplication}.
 *
 * @param id the applicant's id
 * @param birthDate the day of birth, before the day of the application, at most 120 years
 * @param dependants how many people depend on the applicant, 0 to 100
 * @param householdSize how many people live in the household, 1 to 100
 * @param education the highest education
 * @param employment how the applicant earns a living
 * @param employedSince the first day with the present employer or in the present business
 * @param residence the terms of the present address
 * @param residentSince the first day at the present address
 * @param customerSince the first day as a customer of the lender
 * @param livingCosts the stated living costs of a month, with housing and without debt service
 * @param savings liquid savings
 */
public record Applicant(
    @Nullable String id,
    @Nullable LocalDate birthDate,
    @Nullable Integer dependants,
    @Nullable Integer householdSize,
    Education education,
    EmploymentStatus employment,
    @Nullable LocalDate employedSince,
    ResidenceStatus residence,
    @Nullable LocalDate residentSince,
    @Nullable LocalDate customerSince,
    @Nullable BigDecimal livingCosts,
    @Nullable BigDecimal savings) {

  private static final Applicant UNKNOWN = builder().build();

  /** Takes trailing zeros off the amounts. */
  public Applicant {
    livingCosts = MoneyUnits.normal(livingCosts);
    savings = MoneyUnits.normal(savings);
  }

  /** Returns an applicant of whom nothing is known. */
  public static Applicant unknown() {
    return UNKNOWN;
  }

  /** Returns a builder of an applicant of whom nothing is known yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what is known of an applicant. Not safe for use by several threads. */
  public static final class Builder {

    private @Nullable String id;
    private @Nullable LocalDate birthDate;
    private @Nullable Integer dependants;
    private @Nullable Integer householdSize;
    private Education education = Education.UNKNOWN;
    private EmploymentStatus employment = EmploymentStatus.UNKNOWN;
    private @Nullable LocalDate employedSince;
    private ResidenceStatus residence = ResidenceStatus.UNKNOWN;
    private @Nullable LocalDate residentSince;
    private @Nullable LocalDate customerSince;
    private @Nullable BigDecimal livingCosts;
    private @Nullable BigDecimal savings;

    private Builder() {}

    /** Sets the applicant's id. */
    public Builder id(@Nullable String value) {
      this.id = value;
      return this;
    }

    /** Sets the day of birth. */
    public Builder birthDate(@Nullable LocalDate value) {
      this.birthDate = value;
      return this;
    }

    /** Sets how many people depend on the applicant. */
    public Builder dependants(@Nullable Integer value) {
      this.dependants = value;
      return this;
    }

    /** Sets how many people live in the household. */
    public Builder householdSize(@Nullable Integer value) {
      this.householdSize = value;
      return this;
    }

    /** Sets the highest education. */
    public Builder education(Education value) {
      this.education = value;
      return this;
    }

    /** Sets how the applicant earns a living. */
    public Builder employment(EmploymentStatus value) {
      this.employment = value;
      return this;
    }

    /** Sets the first day of the present employment. */
    public Builder employedSince(@Nullable LocalDate value) {
      this.employedSince = value;
      return this;
    }

    /** Sets the terms of the present address. */
    public Builder residence(ResidenceStatus value) {
      this.residence = value;
      return this;
    }

    /** Sets the first day at the present address. */
    public Builder residentSince(@Nullable LocalDate value) {
      this.residentSince = value;
      return this;
    }

    /** Sets the first day as a customer. */
    public Builder customerSince(@Nullable LocalDate value) {
      this.customerSince = value;
      return this;
    }

    /** Sets the stated living costs of a month. */
    public Builder livingCosts(@Nullable BigDecimal value) {
      this.livingCosts = value;
      return this;
    }

    /** Sets liquid savings. */
    public Builder savings(@Nullable BigDecimal value) {
      this.savings = value;
      return this;
    }

    /** Returns the applicant. */
    public Applicant build() {
      return new Applicant(
          id,
          birthDate,
          dependants,
          householdSize,
          education,
          employment,
          employedSince,
          residence,
          residentSince,
          customerSince,
          livingCosts,
          savings);
    }
  }
}
