package io.probity.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * The payments of an {@link IncomeHistory} that count as income, as primitive columns ordered by day.
 * Loan proceeds, own transfers and refunds are left out; of business turnover the net share counts.
 * Immutable.
 */
public final class PaymentColumns {

  private static final int SOURCE_BITS = 32;

  private final int size;
  private final int sources;
  private final long[] daysSourcesAndAmounts; // in turn: the day above the source, the amount

  PaymentColumns(List<IncomePayment> payments, double netShare) {
    List<IncomePayment> counted = payments.stream()
        .filter(payment -> payment.kind().counts())
        .sorted(Comparator.comparing(IncomePayment::date))
        .toList();
    NameIndex names = new NameIndex();
    size = counted.size();
    daysSourcesAndAmounts = new long[2 * size];
    for (int i = 0; i < size; i++) {
      IncomePayment payment = counted.get(i);
      long day = DayNumbers.packed(payment.date());
      daysSourcesAndAmounts[2 * i] = (day << SOURCE_BITS) | names.add(payment.source());
      daysSourcesAndAmounts[2 * i + 1] = counted(payment, netShare);
    }
    sources = names.size();
  }

  /** Returns the number of payments. */
  public int size() {
    return size;
  }

  /** Returns the day of a payment, packed as {@link DayNumbers} says. */
  public int packedDay(int i) {
    return (int) (daysSourcesAndAmounts[2 * i] >> SOURCE_BITS);
  }

  /** Returns what counts of a payment, in {@link MoneyUnits}. */
  public long amount(int i) {
    return daysSourcesAndAmounts[2 * i + 1];
  }

  /** Returns the number of a payment's source, below {@link #sources()}. */
  public int source(int i) {
    return (int) daysSourcesAndAmounts[2 * i];
  }

  /** Returns how many sources there are. */
  public int sources() {
    return sources;
  }

  private static long counted(IncomePayment payment, double netShare) {
    BigDecimal amount = payment.amount();
    if (payment.kind() == IncomeKind.BUSINESS && MoneyUnits.fits(amount)) {
      BigDecimal share = BigDecimal.valueOf(netShare >= 0.0 && netShare <= 1.0 ? netShare : 0.0);
      amount = amount.multiply(share).setScale(MoneyUnits.DECIMALS, RoundingMode.HALF_UP);
    }
    return Math.max(0, MoneyUnits.of(amount));
  }
}
