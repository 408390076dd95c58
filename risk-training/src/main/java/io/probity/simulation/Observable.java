package io.probity.simulation;

import java.util.Locale;

/** The quantities of an application that the hazard depends on, all known at asOf. */
public enum Observable {
  /** Whole and broken years since birth. */
  AGE_YEARS,
  /** Months with the present employer or business. */
  TENURE_MONTHS,
  /** 1 for gig and temporary work, else 0. */
  INSECURE_WORK,
  /** Mean income of the last 6 whole observed months; where none are, 0.8 of the stated one. */
  INCOME,
  /** Standard deviation of monthly incomes over their mean, up to 12 months; NaN below 3 months. */
  INCOME_CV,
  /** Observed months without income. */
  ZERO_INCOME_MONTHS,
  /** Stated income over the mean observed one, less 1; NaN where nothing was observed. */
  OVERSTATEMENT,
  /** 1 if income was only stated. */
  STATED_ONLY,
  /** Existing service and the new instalment over income. */
  DSTI,
  /** The amount asked for over yearly income. */
  LTI,
  /** Distinct lenders of micro-loans with a balance. */
  MICRO_LENDERS,
  /** Balance over limit of open revolving lines; NaN without one. */
  UTILISATION,
  /** The most days past due of the reported months. */
  WORST_DPD,
  /** Reported tradeline months of at least 30 days past due. */
  MONTHS_30,
  /** Distinct lenders, other than this application's own inquiry, asked within 90 days. */
  INQUIRING_LENDERS,
  /** 1 if the bureau knows nothing or could not be reached. */
  NO_HISTORY,
  /** 1 if the bureau knows little. */
  THIN,
  /** Months since the first tradeline was opened; 0 without one. */
  FILE_AGE_MONTHS,
  /** Savings over stated living costs; NaN where not told. */
  SAVINGS_MONTHS,
  /** Last published unemployment less that of six months before. */
  UNEMPLOYMENT_RISE,
  /** Last published unemployment. */
  UNEMPLOYMENT,
  /** The purpose's own shift of the log-odds. */
  PURPOSE_SHIFT;

  /** Returns the name as a column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
