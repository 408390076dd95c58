package io.probity.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tradelines of a {@link BorrowingHistory} as primitive columns, ordered by the day of opening;
 * of the same day, those with a day of report first. Amounts are {@link MoneyUnits}, days are as {@link
 * DayNumbers} numbers them. Immutable.
 *
 * <p>The numbers of one tradeline lie next to each other, so that it is read from little memory.
 */
public final class TradelineColumns {

  /** The day and month of closing of a tradeline that is not closed: later than any other. */
  public static final int NEVER = 1_000_000_000;

  /** The day of report of a tradeline that states none. */
  public static final int NOT_REPORTED = Integer.MIN_VALUE;

  private static final int OPENED = 0;
  private static final int OPENED_PACKED = 1;
  private static final int CLOSED = 2;
  private static final int CLOSED_MONTH = 3;
  private static final int REPORTED = 4;
  private static final int LENDER = 5;
  private static final int MICRO_LENDER = 6;
  private static final int FLAGS = 7;
  private static final int DUE_DAY = 8;
  private static final int MONTHS_START = 9;
  private static final int MONTHS_END = 10;
  private static final int FIRST_DUE_MONTH = 11;
  private static final int NOTABLE_START = 12;
  private static final int NOTABLE_END = 13;
  private static final int NUMBERS = 14;

  private static final int LIMIT_OR_AMOUNT = 0;
  private static final int BALANCE = 1;
  private static final int PAYMENT = 2;
  private static final int PAST_DUE = 3;
  private static final int ANNUITY = 4; // the bits of a double
  private static final int AMOUNTS = 5;

  private static final int REVOLVING = 1;
  private static final int MICRO = 2;
  private static final int SECURED = 4;
  private static final int REPAID = 8;
  private static final int MONTHS_OF_YEAR = 12;

  private final int size;
  private final int[] numbers;
  private final long[] amounts;
  private final int microLenders;
  private final MonthColumns months;
  private final @Nullable String @Nullable [] applicationIds; // null where none is known
  private final NameIndex ids = new NameIndex();
  private final int[] positionOfId;

  TradelineColumns(List<Tradeline> given, NameIndex lenders) {
    List<Tradeline> tradelines = given.stream()
        .sorted(Comparator.comparing(Tradeline::opened)
            .thenComparing(tradeline -> tradeline.reportedOn() == null))
        .toList();
    size = tradelines.size();
    numbers = new int[size * NUMBERS];
    amounts = new long[size * AMOUNTS];
    months = new MonthColumns(tradelines);
    NameIndex micro = new NameIndex();
    int month = 0;
    for (int i = 0; i < size; i++) {
      Tradeline tradeline = tradelines.get(i);
      setDays(i * NUMBERS, tradeline);
      setAmounts(i * AMOUNTS, tradeline);
      numbers[i * NUMBERS + LENDER] = lenders.add(tradeline.lender());
      numbers[i * NUMBERS + MICRO_LENDER] =
          tradeline.type().isMicro() ? micro.add(microName(tradeline)) : NameIndex.NONE;
      numbers[i * NUMBERS + MONTHS_START] = month;
      numbers[i * NUMBERS + NOTABLE_START] = months.notableBefore(month);
      month += tradeline.months().size();
      numbers[i * NUMBERS + MONTHS_END] = month;
      numbers[i * NUMBERS + NOTABLE_END] = months.notableBefore(month);
    }
    microLenders = micro.size();
    applicationIds = tradelines.stream().allMatch(tradeline -> tradeline.applicationId() == null)
        ? null
        : tradelines.stream().map(Tradeline::applicationId).toArray(String[]::new);
    positionOfId = new int[size];
    for (int i = 0; i < size; i++) {
      String id = tradelines.get(i).id();
      if (id != null) {
        positionOfId[ids.add(id)] = i;
      }
    }
  }

  private void setDays(int at, Tradeline tradeline) {
    numbers[at + OPENED] = DayNumbers.day(tradeline.opened());
    numbers[at + OPENED_PACKED] = DayNumbers.packed(tradeline.opened());
    LocalDate end = tradeline.closed();
    numbers[at + CLOSED] = end == null ? NEVER : DayNumbers.day(end);
    numbers[at + CLOSED_MONTH] =
        end == null ? NEVER : DayNumbers.monthOfPacked(DayNumbers.packed(end));
    LocalDate report = tradeline.reportedOn();
    numbers[at + REPORTED] = report == null ? NOT_REPORTED : DayNumbers.day(report);
    numbers[at + FLAGS] = flagsOf(tradeline);
    numbers[at + FIRST_DUE_MONTH] = firstDueMonth(tradeline);
    numbers[at + DUE_DAY] = Objects.requireNonNullElse(tradeline.dueDay(), 0);
  }

  private void setAmounts(int at, Tradeline tradeline) {
    amounts[at + LIMIT_OR_AMOUNT] = MoneyUnits.of(tradeline.limitOrAmount());
    amounts[at + BALANCE] = MoneyUnits.of(tradeline.balance());
    amounts[at + PAYMENT] = MoneyUnits.of(tradeline.monthlyPayment());
    amounts[at + PAST_DUE] = MoneyUnits.of(tradeline.pastDue());
    amounts[at + ANNUITY] = Double.doubleToLongBits(annuity(
        (double) amounts[at + BALANCE],
        tradeline.nominalRate(),
        Objects.requireNonNullElse(tradeline.remainingMonths(), 0)));
  }

  /** Returns the number of tradelines. */
  public int size() {
    return size;
  }

  /** Returns the day of opening. */
  public int opened(int i) {
    return numbers[i * NUMBERS + OPENED];
  }

  /** Returns the packed day of opening. */
  public int openedPacked(int i) {
    return numbers[i * NUMBERS + OPENED_PACKED];
  }

  /** Returns the day of closing, or {@link #NEVER}. */
  public int closed(int i) {
    return numbers[i * NUMBERS + CLOSED];
  }

  /** Returns the month of closing, or {@link #NEVER}. */
  public int closedMonth(int i) {
    return numbers[i * NUMBERS + CLOSED_MONTH];
  }

  /** Returns the day of the report, or {@link #NOT_REPORTED}. */
  public int reported(int i) {
    return numbers[i * NUMBERS + REPORTED];
  }

  /** Returns the number of the lender group. */
  public int lender(int i) {
    return numbers[i * NUMBERS + LENDER];
  }

  /**
   * Returns the number of the pair of platform and lender of record of a micro-loan or a purchase that
   * is paid for later, below {@link #microLenders()}; -1 for other types.
   */
  public int microLender(int i) {
    return numbers[i * NUMBERS + MICRO_LENDER];
  }

  /** Returns how many pairs of platform and lender of record there are. */
  public int microLenders() {
    return microLenders;
  }

  /** Returns whether it is a line that may be drawn again. */
  public boolean revolving(int i) {
    return (numbers[i * NUMBERS + FLAGS] & REVOLVING) != 0;
  }

  /** Returns whether it is a micro-loan or a purchase that is paid for later. */
  public boolean micro(int i) {
    return (numbers[i * NUMBERS + FLAGS] & MICRO) != 0;
  }

  /** Returns whether it is secured. */
  public boolean secured(int i) {
    return (numbers[i * NUMBERS + FLAGS] & SECURED) != 0;
  }

  /** Returns the day of the month on which payments are due, or 0 if it is not known. */
  public int dueDay(int i) {
    return numbers[i * NUMBERS + DUE_DAY];
  }

  /** Returns the limit of a line, or the original amount of a loan. */
  public long limitOrAmount(int i) {
    return amounts[i * AMOUNTS + LIMIT_OR_AMOUNT];
  }

  /** Returns what is owed. */
  public long balance(int i) {
    return amounts[i * AMOUNTS + BALANCE];
  }

  /** Returns the scheduled instalment, or the minimum payment of a line. */
  public long payment(int i) {
    return amounts[i * AMOUNTS + PAYMENT];
  }

  /** Returns what is past due. */
  public long pastDue(int i) {
    return amounts[i * AMOUNTS + PAST_DUE];
  }

  /**
   * Returns the level instalment, unrounded, that repays the balance over the remaining months at the
   * stated rate; NaN where one of the three is not known or no month remains.
   */
  public double annuity(int i) {
    return Double.longBitsToDouble(amounts[i * AMOUNTS + ANNUITY]);
  }

  /** Returns the application that led to it; null if not known. */
  public @Nullable String applicationId(int i) {
    return applicationIds == null ? null : applicationIds[i];
  }

  /** Returns the position of the tradeline of an id, or -1. */
  public int position(String id) {
    int index = ids.of(id);
    return index == NameIndex.NONE ? -1 : positionOfId[index];
  }

  /** Returns what was reported by month. */
  public MonthColumns months() {
    return months;
  }

  /** Returns the position of a tradeline's first month among all months. */
  public int monthsStart(int i) {
    return numbers[i * NUMBERS + MONTHS_START];
  }

  /** Returns the position after a tradeline's last month. */
  public int monthsEnd(int i) {
    return numbers[i * NUMBERS + MONTHS_END];
  }

  /** Returns the place of a tradeline's first month in the list of months that are not plain. */
  public int notableStart(int i) {
    return numbers[i * NUMBERS + NOTABLE_START];
  }

  /** Returns the place after a tradeline's last month in the list of months that are not plain. */
  public int notableEnd(int i) {
    return numbers[i * NUMBERS + NOTABLE_END];
  }

  /** Returns whether nothing was owed at the end of some month. */
  public boolean wasRepaid(int i) {
    return (numbers[i * NUMBERS + FLAGS] & REPAID) != 0;
  }

  /** Returns the first month for which an amount above 0 was reported as due, or {@link #NEVER}. */
  public int firstDueMonth(int i) {
    return numbers[i * NUMBERS + FIRST_DUE_MONTH];
  }

  /** Returns the position of a month of a tradeline, or -1 if nothing was reported for it. */
  public int findMonth(int i, int month) {
    return months.find(monthsStart(i), monthsEnd(i), month);
  }

  /** Returns the level instalment of an amount: amount x i / (1 - (1 + i)^-months), i a month's rate. */
  public static double annuity(double amount, double nominalRate, int months) {
    if (!(amount >= 0.0 && nominalRate >= 0.0 && months > 0)) {
      return Double.NaN;
    }
    double rate = nominalRate / MONTHS_OF_YEAR;
    if (rate == 0.0) {
      return amount / months;
    }
    return amount * (rate / -StrictMath.expm1(-months * StrictMath.log1p(rate)));
  }

  private static int firstDueMonth(Tradeline tradeline) {
    int first = NEVER;
    for (TradelineMonth month : tradeline.months()) {
      if (month.due() != null && month.due().signum() > 0) {
        first = Math.min(first, DayNumbers.month(month.month()));
      }
    }
    return first;
  }

  private static String microName(Tradeline tradeline) {
    String platform = Objects.requireNonNullElse(tradeline.platform(), tradeline.lender());
    String holder = Objects.requireNonNullElse(tradeline.lenderOfRecord(), tradeline.lender());
    return platform + '\n' + holder;
  }

  private static int flagsOf(Tradeline tradeline) {
    return (tradeline.type() == CreditType.REVOLVING ? REVOLVING : 0)
        | (tradeline.type().isMicro() ? MICRO : 0)
        | (tradeline.secured() ? SECURED : 0)
        | (tradeline.months().stream().anyMatch(TradelineColumns::nothingOwed) ? REPAID : 0);
  }

  private static boolean nothingOwed(TradelineMonth month) {
    return month.balance() != null && month.balance().signum() == 0;
  }
}
