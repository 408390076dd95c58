package io.probity.simulation;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.EmploymentStatus;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.IncomePayment;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.MacroIndicator;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@link Observable} quantities of one application. Immutable. */
public final class Observables {

  private static final double DAYS_A_YEAR = 365.25;
  private static final double COUNTED_OF_STATED = 0.8;
  private static final int BASE_MONTHS = 6;
  private static final int INQUIRY_DAYS = 90;
  private static final int MACRO_MONTHS = 6;
  private static final double CALM_UNEMPLOYMENT = 0.045;

  private final Map<Observable, Double> values = new EnumMap<>(Observable.class);

  private Observables(LoanApplication application, LocalDate asOf) {
    person(application.applicant(), asOf);
    income(application.income());
    borrowing(application.borrowing(), asOf, application.id());
    request(application.request());
    economy(application.macro().unemploymentRate());
  }

  /**
   * Computes the quantities of an application as the simulation draws them.
   *
   * @throws InvalidInputException if the application has no asOf or does not state what the
   *     simulation always states: the day of birth, the amount, the term, an income
   */
  public static Observables of(LoanApplication application) {
    LocalDate asOf = application.asOf();
    if (asOf == null) {
      throw new InvalidInputException(Violation.of("asOf", "must be given", ""));
    }
    return new Observables(application, asOf);
  }

  /** Returns a quantity; NaN where it is missing. */
  public double value(Observable which) {
    return values.getOrDefault(which, Double.NaN);
  }

  /** Returns all quantities, in the order of {@link Observable}. */
  public double[] toArray() {
    return Arrays.stream(Observable.values()).mapToDouble(this::value).toArray();
  }

  private void set(Observable which, double value) {
    values.put(which, value);
  }

  private void person(Applicant who, LocalDate asOf) {
    long days = ChronoUnit.DAYS.between(given(who.birthDate(), "the day of birth"), asOf);
    set(Observable.AGE_YEARS, days / DAYS_A_YEAR);
    LocalDate since = given(who.employedSince(), "the first day of the employment");
    set(Observable.TENURE_MONTHS, (double) ChronoUnit.MONTHS.between(since, asOf));
    boolean isInsecure = who.employment() == EmploymentStatus.GIG_WORKER
        || who.employment() == EmploymentStatus.EMPLOYED_TEMPORARY;
    set(Observable.INSECURE_WORK, isInsecure ? 1.0 : 0.0);
    BigDecimal savings = who.savings();
    double costs = given(who.livingCosts(), "living costs").doubleValue();
    set(Observable.SAVINGS_MONTHS, savings == null ? Double.NaN : savings.doubleValue() / costs);
  }

  private void income(IncomeHistory history) {
    double stated = given(history.statedMonthly(), "a stated income").doubleValue();
    double[] months = monthlyIncomes(history);
    double recent = mean(months, StrictMath.max(0, months.length - BASE_MONTHS));
    double all = mean(months, 0);
    boolean isObserved = recent > 0.0;
    set(Observable.STATED_ONLY, months.length == 0 ? 1.0 : 0.0);
    set(Observable.INCOME, isObserved ? recent : COUNTED_OF_STATED * stated);
    set(Observable.OVERSTATEMENT, isObserved ? stated / all - 1.0 : Double.NaN);
    set(Observable.INCOME_CV, isObserved && months.length >= 3 ? spread(months, all) : Double.NaN);
    int zeros = 0;
    for (double month : months) {
      zeros += month == 0.0 ? 1 : 0;
    }
    set(Observable.ZERO_INCOME_MONTHS, zeros);
  }

  private static double[] monthlyIncomes(IncomeHistory history) {
    if (history.observedFrom() == null || history.observedTo() == null) {
      return new double[0];
    }
    YearMonth first = YearMonth.from(history.observedFrom());
    int count = (int) ChronoUnit.MONTHS.between(first, YearMonth.from(history.observedTo())) + 1;
    double[] months = new double[count];
    for (IncomePayment payment : history.payments()) {
      if (payment.kind().counts()) {
        double share = payment.kind() == IncomeKind.BUSINESS ? history.businessNetShare() : 1.0;
        int month = (int) ChronoUnit.MONTHS.between(first, YearMonth.from(payment.date()));
        months[month] += share * payment.amount().doubleValue();
      }
    }
    return months;
  }

  private static double mean(double[] months, int from) {
    double sum = 0.0;
    for (int i = from; i < months.length; i++) {
      sum += months[i];
    }
    return months.length == from ? 0.0 : sum / (months.length - from);
  }

  private static double spread(double[] months, double mean) {
    double squares = 0.0;
    for (double month : months) {
      squares += (month - mean) * (month - mean);
    }
    return StrictMath.sqrt(squares / months.length) / mean;
  }

  private void borrowing(BorrowingHistory history, LocalDate asOf, String own) {
    double balance = 0.0;
    double limit = 0.0;
    int worst = 0;
    int late = 0;
    long fileAge = 0;
    Set<String> micro = new HashSet<>();
    for (Tradeline line : history.tradelines()) {
      fileAge = StrictMath.max(fileAge, ChronoUnit.MONTHS.between(line.opened(), asOf));
      for (TradelineMonth month : line.months()) {
        int daysPastDue = month.daysPastDue() == null ? 0 : month.daysPastDue();
        worst = StrictMath.max(worst, daysPastDue);
        late += daysPastDue >= 30 ? 1 : 0;
      }
      if (line.closed() != null) {
        continue;
      }
      if (line.type() == CreditType.REVOLVING) {
        balance += amount(line.balance());
        limit += amount(line.limitOrAmount());
      } else if (line.type().isMicro() && amount(line.balance()) > 0.0) {
        micro.add(line.lender());
      }
    }
    set(Observable.UTILISATION, limit > 0.0 ? balance / limit : Double.NaN);
    set(Observable.WORST_DPD, worst);
    set(Observable.MONTHS_30, late);
    set(Observable.MICRO_LENDERS, micro.size());
    set(Observable.FILE_AGE_MONTHS, (double) fileAge);
    set(Observable.NO_HISTORY, history.status().hasHistory() ? 0.0 : 1.0);
    boolean isThin = history.status() == BorrowingStatus.THIN;
    set(Observable.THIN, isThin ? 1.0 : 0.0);
    set(Observable.INQUIRING_LENDERS, inquiringLenders(history, asOf, own));
    set(Observable.DSTI, service(history));
  }

  private static int inquiringLenders(BorrowingHistory history, LocalDate asOf, String own) {
    Set<String> lenders = new HashSet<>();
    LocalDate first = asOf.minusDays(INQUIRY_DAYS);
    for (Inquiry inquiry : history.inquiries()) {
      if (inquiry.kind() == InquiryKind.CREDIT_APPLICATION
          && !own.equals(inquiry.applicationId())
          && !inquiry.date().isBefore(first)
          && inquiry.date().isBefore(asOf)) {
        lenders.add(inquiry.lender());
      }
    }
    return lenders.size();
  }

  private static double service(BorrowingHistory history) {
    double service = 0.0;
    for (Tradeline line : history.tradelines()) {
      service += line.closed() == null && amount(line.balance()) > 0.0
          ? amount(line.monthlyPayment())
          : 0.0;
    }
    return service;
  }

  private void request(LoanRequest what) {
    double income = value(Observable.INCOME);
    double amount = given(what.amount(), "the amount").doubleValue();
    int term = given(what.termMonths(), "the term");
    double monthly = what.nominalRate() / 12.0;
    double instalment = amount * monthly / (1.0 - StrictMath.pow(1.0 + monthly, -term));
    set(Observable.DSTI, (value(Observable.DSTI) + instalment) / income);
    set(Observable.LTI, amount / (12.0 * income));
    set(Observable.PURPOSE_SHIFT, shift(what.purpose()));
  }

  private static double shift(LoanPurpose purpose) {
    return switch (purpose) {
      case DEBT_CONSOLIDATION -> 0.25;
      case MEDICAL -> 0.20;
      case TRAVEL_OR_EVENT, BUSINESS -> 0.15;
      case CAR -> -0.15;
      case HOME_IMPROVEMENT, HOME_PURCHASE -> -0.25;
      default -> 0.0;
    };
  }

  private void economy(MacroIndicator unemployment) {
    int last = unemployment.size() - 1;
    double now = last < 0 ? CALM_UNEMPLOYMENT : unemployment.value(last);
    double before = last < MACRO_MONTHS ? now : unemployment.value(last - MACRO_MONTHS);
    set(Observable.UNEMPLOYMENT, now);
    set(Observable.UNEMPLOYMENT_RISE, now - before);
  }

  private static double amount(@Nullable BigDecimal amount) {
    return amount == null ? 0.0 : amount.doubleValue();
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new InvalidInputException(
          Violation.of(name, "must be given for the hazard of the simulation", ""));
    }
    return value;
  }
}
