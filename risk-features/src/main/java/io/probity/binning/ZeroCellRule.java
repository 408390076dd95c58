package io.probity.binning;

/** What is done about a bin that holds no goods or no bads, whose WOE would be infinite. */
public enum ZeroCellRule {
  /** Half a record is added to both cells of such a bin; totals and other bins stay as they are. */
  HALF_IN_ZERO_BINS,
  /** Half a record is added to both cells of every bin, and to the totals. */
  HALF_IN_ALL_BINS,
  /** Such a bin gets a WOE and an IV of 0. */
  ZERO_WOE
}
