package io.probity.schema;

/** How risk is expected to move when the value of a numeric field rises. */
public enum RiskDirection {
  /** Risk rises with the value, as with the debt service ratio. */
  RISES,
  /** Risk falls as the value rises, as with income. */
  FALLS,
  /** No direction is imposed. */
  FREE
}
