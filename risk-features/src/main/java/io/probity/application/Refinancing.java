package io.probity.application;

import java.util.List;

/**
 * Which tradelines a loan repays.
 *
 * @param tradelines the ids of the tradelines, in the borrowing history
 * @param paidLenderToLender whether the lender pays them off directly; only then do they stop counting
 *     as debt service and outstanding balance
 */
public record Refinancing(List<String> tradelines, boolean paidLenderToLender) {

  /** The loan repays no tradeline. */
  public static final Refinancing NONE = new Refinancing(List.of(), false);

  /** Copies the ids. */
  public Refinancing {
    tradelines = List.copyOf(tradelines);
  }
}
