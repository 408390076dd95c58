package io.probity.limit;

/** The tests that the new instalment must pass, in the order that breaks ties. */
public enum AffordabilityTest {
  /** What is left of the stressed income after living costs, debt service and the minimum. */
  RESIDUAL,
  /** All debt service against the assessed income. */
  DSTI,
  /** The new instalment against the assessed income. */
  PTI,
  /** The new instalment against savings. */
  BUFFER
}
