package io.probity.limit;

/** Which annual rate of a loan a cost cap bounds. */
public enum CostBasis {
  /** The rate of the contract, without fees. */
  CONTRACT,
  /** The rate that the cash flows amount to, all fees and mandatory insurance included. */
  ALL_IN
}
