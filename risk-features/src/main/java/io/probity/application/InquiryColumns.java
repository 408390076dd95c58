package io.probity.application;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The credit applications among the inquiries of a {@link BorrowingHistory}, as primitive columns
 * ordered by day. Immutable.
 */
public final class InquiryColumns {

  private final int size;
  private final int[] daysAndLenders; // in turn
  private final @Nullable String @Nullable [] applicationIds; // null where none is known

  InquiryColumns(List<Inquiry> given, NameIndex lenders) {
    List<Inquiry> inquiries = given.stream()
        .filter(inquiry -> inquiry.kind() == InquiryKind.CREDIT_APPLICATION)
        .sorted(Comparator.comparing(Inquiry::date))
        .toList();
    size = inquiries.size();
    daysAndLenders = new int[2 * size];
    for (int i = 0; i < size; i++) {
      daysAndLenders[2 * i] = DayNumbers.day(inquiries.get(i).date());
      daysAndLenders[2 * i + 1] = lenders.add(inquiries.get(i).lender());
    }
    applicationIds = inquiries.stream().allMatch(inquiry -> inquiry.applicationId() == null)
        ? null
        : inquiries.stream().map(Inquiry::applicationId).toArray(String[]::new);
  }

  /** Returns the number of credit applications. */
  public int size() {
    return size;
  }

  /** Returns the day, as {@link DayNumbers} numbers it. */
  public int day(int i) {
    return daysAndLenders[2 * i];
  }

  /** Returns the number of the lender group. */
  public int lender(int i) {
    return daysAndLenders[2 * i + 1];
  }

  /** Returns the application that it belongs to; null if not known. */
  public @Nullable String applicationId(int i) {
    return applicationIds == null ? null : applicationIds[i];
  }
}
