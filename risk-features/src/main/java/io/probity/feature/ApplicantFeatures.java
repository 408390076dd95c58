package io.probity.feature;

import static io.probity.feature.FeatureGroup.APPLICANT;

import io.probity.application.Education;
import io.probity.application.EmploymentStatus;
import io.probity.application.ResidenceStatus;
import io.probity.schema.FieldRole;
import java.util.List;

/** The features of the applicant. */
final class ApplicantFeatures {

  private static final String NOT_STATED = "it is not stated";

  private ApplicantFeatures() {}

  static List<Definition> all() {
    return List.of(
        number("age_years", "Whole years from the birth date to the day of the application.")
            .unit("years")
            .falls()
            .role(FieldRole.PROTECTED)
            .missing("the birth date is not known")
            .from(0.0, 120.0)
            .by(CatalogRun::applicant, ApplicantMeasures.AGE),
        monthsSince("months_employed", "employedSince", ApplicantMeasures.MONTHS_EMPLOYED),
        monthsSince("months_at_residence", "residentSince", ApplicantMeasures.MONTHS_RESIDENT),
        monthsSince("months_as_customer", "customerSince", ApplicantMeasures.MONTHS_CUSTOMER),
        number("dependants", "The stated number of dependants.")
            .unit("people")
            .rises()
            .missing(NOT_STATED)
            .by(CatalogRun::applicant, ApplicantMeasures.DEPENDANTS),
        number("household_size", "The stated number of people in the household.")
            .unit("people")
            .missing(NOT_STATED)
            .by(CatalogRun::applicant, ApplicantMeasures.HOUSEHOLD_SIZE),
        category("employment_status", EmploymentStatus.class, "The stated employment status.")
            .actionable()
            .by(CatalogRun::applicant, ApplicantMeasures.EMPLOYMENT),
        category("education", Education.class, "The stated highest education.")
            .actionable()
            .by(CatalogRun::applicant, ApplicantMeasures.EDUCATION),
        category(
                "residence_status",
                ResidenceStatus.class,
                "The stated terms of the present address.")
            .by(CatalogRun::applicant, ApplicantMeasures.RESIDENCE),
        number(
                "age_at_first_credit",
                "Whole years from the birth date to the opening of the first known tradeline.")
            .unit("years")
            .role(FieldRole.PROTECTED)
            .missing("the birth date is not known")
            .none("no tradeline is known")
            .needsBorrowing()
            .from(0.0, 120.0)
            .by(CatalogRun::tradelines, TradelineMeasures.AGE_AT_FIRST),
        number(
                "living_costs",
                "The stated living costs of a month, with housing and without debt service.")
            .unit("amount a month")
            .actionable()
            .missing(NOT_STATED)
            .by(CatalogRun::applicant, ApplicantMeasures.LIVING_COSTS),
        number("liquid_savings", "The stated liquid savings.")
            .unit("amount")
            .falls()
            .actionable()
            .missing(NOT_STATED)
            .by(CatalogRun::applicant, ApplicantMeasures.SAVINGS));
  }

  private static Definition monthsSince(String id, String attribute, int figure) {
    return number(id, "Whole calendar months from " + attribute + " to the day of the application.")
        .unit("months")
        .falls()
        .missing("the day is not known")
        .by(CatalogRun::applicant, figure);
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, APPLICANT, sentence);
  }

  private static <E extends Enum<E>> Definition category(
      String id, Class<E> type, String sentence) {
    return Definition.category(id, APPLICANT, type, sentence);
  }
}
