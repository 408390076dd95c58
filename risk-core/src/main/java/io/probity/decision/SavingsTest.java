package io.probity.decision;

/** Whether savings last for the months without income that a policy asks for. */
public enum SavingsTest {
  /** The policy makes no such test, or nothing is offered that could be tested. */
  NOT_MADE,
  /** They do. */
  PASSED,
  /** They do not, or nobody knows them: a person decides. */
  REFERRED
}
