package io.probity.application;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an applicant's credits: tradelines and inquiries, and whether anybody asked. An
 * empty list is not a clean history, so the status says what came of the search.
 *
 * <p>Lenders are numbered and records sorted once, here, so that computing features is linear in their
 * number and makes no objects. Immutable; its rules are checked when it becomes part of a {@link
 * LoanApplication}.
 */
public final class BorrowingHistory {

  private static final BorrowingHistory NOT_ASKED = empty(BorrowingStatus.NOT_ASKED);
  private static final BorrowingHistory NO_HIT = empty(BorrowingStatus.NO_HIT);
  private static final BorrowingHistory UNAVAILABLE = empty(BorrowingStatus.UNAVAILABLE);

  private final BorrowingStatus status;
  private final List<Tradeline> tradelines;
  private final List<Inquiry> inquiries;
  private final NameIndex lenders = new NameIndex();
  private final TradelineColumns tradelineColumns;
  private final InquiryColumns inquiryColumns;

  private BorrowingHistory(
      BorrowingStatus status, List<Tradeline> tradelines, List<Inquiry> inquiries) {
    this.status = Objects.requireNonNull(status, "status");
    this.tradelines = List.copyOf(tradelines);
    this.inquiries = List.copyOf(inquiries);
    this.tradelineColumns = new TradelineColumns(this.tradelines, lenders);
    this.inquiryColumns = new InquiryColumns(this.inquiries, lenders);
  }

  /** Returns a history that nobody asked for. */
  public static BorrowingHistory notAsked() {
    return NOT_ASKED;
  }

  /** Returns the history of an applicant whom the bureau does not know. */
  public static BorrowingHistory noHit() {
    return NO_HIT;
  }

  /** Returns the history where the bureau could not be reached. */
  public static BorrowingHistory unavailable() {
    return UNAVAILABLE;
  }

  /** Returns a history; only {@code THIN} and {@code HIT} may hold records. */
  public static BorrowingHistory of(
      BorrowingStatus status, List<Tradeline> tradelines, List<Inquiry> inquiries) {
    return new BorrowingHistory(status, tradelines, inquiries);
  }

  /** Returns what came of the search. */
  public BorrowingStatus status() {
    return status;
  }

  /** Returns the tradelines, in the order given. */
  public List<Tradeline> tradelines() {
    return tradelines;
  }

  /** Returns the inquiries, in the order given. */
  public List<Inquiry> inquiries() {
    return inquiries;
  }

  /** Returns the tradelines as primitive columns. */
  public TradelineColumns tradelineColumns() {
    return tradelineColumns;
  }

  /** Returns the credit applications among the inquiries as primitive columns. */
  public InquiryColumns inquiryColumns() {
    return inquiryColumns;
  }

  /** Returns how many lender groups there are. */
  public int lenders() {
    return lenders.size();
  }

  /** Returns the number of a lender group, or -1 if no record names it. */
  public int lender(@Nullable String group) {
    return lenders.of(group);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BorrowingHistory history
        && status == history.status
        && tradelines.equals(history.tradelines)
        && inquiries.equals(history.inquiries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, tradelines, inquiries);
  }

  @Override
  public String toString() {
    return "BorrowingHistory[" + status + ", " + tradelines.size() + " tradelines, "
        + inquiries.size() + " inquiries]";
  }

  private static BorrowingHistory empty(BorrowingStatus status) {
    return new BorrowingHistory(status, List.of(), List.of());
  }
}
