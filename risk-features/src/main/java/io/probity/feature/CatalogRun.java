package io.probity.feature;

import io.probity.application.BorrowingStatus;
import io.probity.application.DayNumbers;
import io.probity.application.IncomeEvidence;
import io.probity.application.LoanApplication;
import io.probity.application.TradelineColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The computation of catalogue features of one application after the other, by one thread: the day, the
 * known tradelines, and the measures.
 */
final class CatalogRun {

  private static final int MONEY_DECIMALS = 4;

  private final CatalogSettings settings;
  private final KnownTradelines known = new KnownTradelines();
  private final ApplicantMeasures applicant = new ApplicantMeasures();
  private final IncomeMeasures income = new IncomeMeasures();
  private final StabilityMeasures stability = new StabilityMeasures();
  private final TradelineMeasures tradelines = new TradelineMeasures();
  private final DebtMeasures debt = new DebtMeasures();
  private final ConductMeasures conduct = new ConductMeasures();
  private final MonthEndMeasures monthEnds = new MonthEndMeasures();
  private final InquiryMeasures inquiries = new InquiryMeasures();
  private final RepaymentMeasures repayment = new RepaymentMeasures();
  private final RequestMeasures request = new RequestMeasures();
  private final RatioMeasures ratios = new RatioMeasures();
  private final MacroMeasures macro = new MacroMeasures();
  private final Measures[] all = {
    applicant,
    income,
    stability,
    tradelines,
    debt,
    conduct,
    monthEnds,
    inquiries,
    repayment,
    request,
    ratios,
    macro
  };
  private final Measures[] needed;
  private final double[] figures; // of all measures
  private final int[] positions; // of the figure of each wanted feature
  private @Nullable LoanApplication application;
  private long number;
  private long knownFor = -1;
  private int day;
  private int packedDay;
  private int statusMonth;
  private long unitsOfMinor;
  private double incomeCode;
  private double borrowingCode;

  /**
   * Creates a run.
   *
   * @param sources what each wanted feature is a figure of
   * @param wanted which of its figures
   */
  CatalogRun(CatalogSettings settings, List<Function<CatalogRun, Measures>> sources, int[] wanted) {
    this.settings = settings;
    figures = new double[Arrays.stream(all).mapToInt(Measures::count).sum()];
    int place = 0;
    for (Measures measures : all) {
      measures.moveTo(figures, place);
      place += measures.count();
    }
    List<Measures> used = sources.stream().map(source -> source.apply(this)).toList();
    needed = used.stream().distinct().toArray(Measures[]::new);
    positions = new int[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      positions[i] = used.get(i).first() + wanted[i];
    }
  }

  /** Turns to another application and measures what the wanted features need. */
  void start(LoanApplication next, LocalDate asOf) {
    application = next;
    number++;
    day = DayNumbers.day(asOf);
    packedDay = DayNumbers.packed(asOf);
    statusMonth = lastKnownMonth(settings.lags().statusDays());
    incomeCode =
        next.income().evidence() == IncomeEvidence.NOT_ASKED ? CatalogCode.NOT_ASKED.cell() : 0.0;
    borrowingCode = codeOf(next.borrowing().status());
    int decimals = next.currency().getDefaultFractionDigits();
    unitsOfMinor = decimals < 0 ? 1 : unitsOfMinor(Math.min(MONEY_DECIMALS, decimals));
    for (Measures measures : needed) {
      measures.ensure(this);
    }
  }

  /** Returns the figure of a wanted feature. */
  double figure(int feature) {
    return figures[positions[feature]];
  }

  /** Lets the application go, so that a workspace keeps none alive. */
  void end() {
    application = null;
  }

  /** Returns the number of the application in this run. */
  long number() {
    return number;
  }

  LoanApplication application() {
    if (application == null) {
      throw new IllegalStateException("no application was started");
    }
    return application;
  }

  CatalogSettings settings() {
    return settings;
  }

  /** Returns the day of the application, as {@link DayNumbers} numbers it. */
  int day() {
    return day;
  }

  int packedDay() {
    return packedDay;
  }

  /** Returns the packed day that lies some days before that of the application. */
  int packedDaysBefore(int days) {
    return DayNumbers.packed(day - days);
  }

  /** Returns the last month whose payment status is fully known. */
  int statusMonth() {
    return statusMonth;
  }

  /** Returns the last month whose end lies more than the lag before the day of the application. */
  int lastKnownMonth(int lagDays) {
    return DayNumbers.monthOfPacked(packedDaysBefore(lagDays)) - 1;
  }

  /** Returns the special cell that says why there is no income history, or 0 if there is one. */
  double incomeCode() {
    return incomeCode;
  }

  /** Returns the special cell that says why there is no borrowing history, or 0 if there is one. */
  double borrowingCode() {
    return borrowingCode;
  }

  TradelineColumns tradelineColumns() {
    return application().borrowing().tradelineColumns();
  }

  KnownTradelines known() {
    if (knownFor != number) {
      knownFor = number;
      known.find(tradelineColumns(), application().id(), day, settings.lags().openingDays());
    }
    return known;
  }

  ApplicantMeasures applicant() {
    return applicant;
  }

  IncomeMeasures income() {
    return income;
  }

  StabilityMeasures stability() {
    return stability;
  }

  TradelineMeasures tradelines() {
    return tradelines;
  }

  DebtMeasures debt() {
    return debt;
  }

  ConductMeasures conduct() {
    return conduct;
  }

  MonthEndMeasures monthEnds() {
    return monthEnds;
  }

  InquiryMeasures inquiries() {
    return inquiries;
  }

  RepaymentMeasures repayment() {
    return repayment;
  }

  RequestMeasures request() {
    return request;
  }

  RatioMeasures ratios() {
    return ratios;
  }

  MacroMeasures macro() {
    return macro;
  }

  /** Returns the amount asked for, NaN if not known. */
  double amount() {
    return number(application().request().amount());
  }

  /** Returns units rounded HALF_UP to the minor unit of the application's currency. */
  long toMinorUnit(double units) {
    return (long) Math.floor(units / unitsOfMinor + 0.5) * unitsOfMinor;
  }

  static double number(@Nullable BigDecimal amount) {
    return amount == null ? Double.NaN : amount.doubleValue();
  }

  static double number(@Nullable Integer count) {
    return count == null ? Double.NaN : count;
  }

  private static double codeOf(BorrowingStatus status) {
    return switch (status) {
      case NOT_ASKED -> CatalogCode.NOT_ASKED.cell();
      case NO_HIT -> CatalogCode.NO_HIT.cell();
      case UNAVAILABLE -> CatalogCode.UNAVAILABLE.cell();
      case THIN, HIT -> 0.0;
    };
  }

  private static long unitsOfMinor(int decimals) {
    long units = 1;
    for (int i = decimals; i < MONEY_DECIMALS; i++) {
      units *= 10;
    }
    return units;
  }
}
