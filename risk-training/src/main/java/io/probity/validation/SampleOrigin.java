package io.probity.validation;

/** Whether PDs are judged on the records that they were fitted to. */
public enum SampleOrigin {
  /** On other records: the Hosmer-Lemeshow test has a degree of freedom for each bin. */
  OTHER_RECORDS,
  /** On the records learned from, which flatters the model: two degrees of freedom are lost. */
  LEARNED_FROM
}
