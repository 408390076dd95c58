package io.probity.limit;

/** The phases of limit setting, in their fixed order. */
public enum LimitPhase {
  /** What the applicant can repay. */
  AFFORDABILITY,
  /** What the lender wants to lend: a multiple of income, cut by multipliers. */
  STRATEGY,
  /** What product, exposure and law allow. */
  CAPS,
  /** What was asked for. */
  REQUEST,
  /** Rounding down to the step, the floor, and the debt that must be repaid. */
  STEP,
  /** What the loan may cost. */
  COST
}
