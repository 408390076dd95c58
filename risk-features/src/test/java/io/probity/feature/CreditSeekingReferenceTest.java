package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static io.probity.feature.TestApplications.STATUS_MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.CreditType;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the features of over-borrowing with a slow second reading of the definitions, which goes
 * through all records day by day and shares no code with the catalogue.
 */
class CreditSeekingReferenceTest {

  private static final int RUNS = 150;
  private static final int[] WINDOWS = {7, 30, 90, 180, 365};

  private static boolean isKnown(Tradeline t) {
    LocalDate known = t.reportedOn() == null ? t.opened().plusDays(30) : t.reportedOn();
    return known.isBefore(AS_OF) && !"own".equals(t.applicationId());
  }

  private static LocalDate shifted(Tradeline t) {
    return t.reportedOn() == null ? t.opened().plusDays(30) : t.opened();
  }

  private static boolean isOpenAt(Tradeline t, LocalDate day) {
    return t.opened().isBefore(day) && (t.closed() == null || !t.closed().isBefore(day));
  }

  private static boolean isIn(LocalDate day, int days) {
    return !day.isBefore(AS_OF.minusDays(days)) && day.isBefore(AS_OF);
  }

  private static List<Inquiry> counted(LoanApplication application) {
    List<Inquiry> counted = new ArrayList<>();
    Map<String, LocalDate> last = new HashMap<>();
    application.borrowing().inquiries().stream()
        .sorted(Comparator.comparing(Inquiry::date))
        .filter(inquiry -> inquiry.kind() == InquiryKind.CREDIT_APPLICATION
            && inquiry.date().isBefore(AS_OF)
            && !"own".equals(inquiry.applicationId()))
        .forEach(inquiry -> {
          LocalDate before = last.get(inquiry.lender());
          if (before == null || before.plusDays(14).isBefore(inquiry.date())) {
            counted.add(inquiry);
            last.put(inquiry.lender(), inquiry.date());
          }
        });
    return counted;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void features_equalTheSlowReading(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      if (!application.borrowing().status().hasHistory()) {
        continue;
      }
      Map<String, Double> expected = new HashMap<>();
      List<Tradeline> known =
          application.borrowing().tradelines().stream().filter(t -> isKnown(t)).toList();
      lenders(known, expected);
      openings(known, expected);
      inquiries(application, known, expected);
      repayment(known, expected);
      trend(known, expected);
      List<String> ids = List.copyOf(expected.keySet());
      double[] cells =
          FeatureExtractor.compile(FeatureCatalog.standard().schema(), ids).extract(application);
      for (int i = 0; i < cells.length; i++) {
        double wanted = expected.get(ids.get(i));
        assertThat(Double.compare(cells[i], wanted) == 0 || Math.abs(cells[i] - wanted) < 1e-12)
            .as("%s: %s instead of %s in %s", ids.get(i), cells[i], wanted, application)
            .isTrue();
      }
    }
  }

  private static void lenders(List<Tradeline> known, Map<String, Double> expected) {
    Set<String> active = new HashSet<>();
    Set<List<String>> micro = new HashSet<>();
    int open = 0;
    for (Tradeline t : known) {
      if (!isOpenAt(t, AS_OF)) {
        continue;
      }
      open++;
      boolean owes = t.balance() == null || t.balance().signum() > 0;
      if (owes || isLine(t)) {
        active.add(t.lender());
      }
      if (owes && (t.type() == CreditType.MICRO_LOAN || t.type() == CreditType.BUY_NOW_PAY_LATER)) {
        micro.add(List.of(
            t.platform() == null ? t.lender() : t.platform(),
            t.lenderOfRecord() == null ? t.lender() : t.lenderOfRecord()));
      }
    }
    expected.put("open_tradelines", (double) open);
    expected.put("lenders_active", (double) active.size());
    expected.put("micro_lenders_active", (double) micro.size());
  }

  private static boolean isLine(Tradeline t) {
    return t.type() == CreditType.REVOLVING
        && t.limitOrAmount() != null
        && t.limitOrAmount().signum() > 0;
  }

  private static void openings(List<Tradeline> known, Map<String, Double> expected) {
    Map<String, Tradeline> first = new HashMap<>();
    known.stream()
        .sorted(Comparator.comparing(Tradeline::opened)
            .thenComparing(CreditSeekingReferenceTest::shifted))
        .forEach(t -> first.putIfAbsent(t.lender(), t));
    for (int days : WINDOWS) {
      long lines = known.stream().filter(t -> isIn(shifted(t), days)).count();
      long lenders = first.values().stream().filter(t -> isIn(shifted(t), days)).count();
      expected.put("new_tradelines_" + days + "d", (double) lines);
      expected.put("new_lenders_" + days + "d", (double) lenders);
    }
  }

  private static void inquiries(
      LoanApplication application, List<Tradeline> known, Map<String, Double> expected) {
    List<Inquiry> counted = counted(application);
    for (int days : WINDOWS) {
      List<Inquiry> in =
          counted.stream().filter(inquiry -> isIn(inquiry.date(), days)).toList();
      expected.put("inquiries_" + days + "d", (double) in.size());
      expected.put("inquiring_lenders_" + days + "d", (double)
          in.stream().map(Inquiry::lender).distinct().count());
      if (days < 90) {
        continue;
      }
      long unmet = counted.stream()
          .filter(inquiry -> isIn(inquiry.date().plusDays(30), days)
              && !inquiry.date().plusDays(60).isAfter(AS_OF))
          .filter(inquiry -> known.stream()
              .noneMatch(t -> t.lender().equals(inquiry.lender())
                  && !t.opened().isBefore(inquiry.date())
                  && !t.opened().isAfter(inquiry.date().plusDays(30))))
          .count();
      expected.put("unmet_inquiries_" + days + "d", (double) unmet);
    }
  }

  /** Returns the instalment that falls due on a day, if there is one that is not known as missed. */
  private static Optional<BigDecimal> due(Tradeline t, LocalDate day) {
    if (!hasInstalment(t)
        || day.getDayOfMonth() != Math.min(t.dueDay(), YearMonth.from(day).lengthOfMonth())) {
      return Optional.empty();
    }
    Optional<TradelineMonth> reported = t.months().stream()
        .filter(month ->
            month.month().equals(YearMonth.from(day)) && !month.month().isAfter(STATUS_MONTH))
        .findFirst();
    if (reported.isEmpty()) {
      return Optional.ofNullable(t.monthlyPayment()).filter(p -> p.signum() > 0);
    }
    TradelineMonth month = reported.get();
    boolean missed = month.due() != null && month.paid() != null
        ? month.paid().compareTo(month.due()) < 0
        : month.daysPastDue() != null && month.daysPastDue() > 0;
    BigDecimal due = month.due() == null ? t.monthlyPayment() : month.due();
    return missed ? Optional.empty() : Optional.ofNullable(due).filter(p -> p.signum() > 0);
  }

  private static boolean hasInstalment(Tradeline t) {
    boolean everDue = t.months().stream()
        .anyMatch(month -> !month.month().isAfter(STATUS_MONTH)
            && month.due() != null
            && month.due().signum() > 0);
    boolean pays = t.monthlyPayment() != null && t.monthlyPayment().signum() > 0;
    return t.dueDay() != null && (pays || everDue);
  }

  private static boolean hasDueDate(Tradeline t, LocalDate day) {
    return hasInstalment(t)
        && day.getDayOfMonth() == Math.min(t.dueDay(), YearMonth.from(day).lengthOfMonth());
  }

  private static boolean runs(Tradeline t, LocalDate day) {
    return t.opened().isBefore(day) && (t.closed() == null || t.closed().isAfter(day));
  }

  private static void repayment(List<Tradeline> known, Map<String, Double> expected) {
    List<Tradeline> eligible = known.stream()
        .filter(t -> isIn(shifted(t), 180)
            && !t.secured()
            && t.type() != CreditType.REVOLVING
            && t.limitOrAmount() != null)
        .toList();
    double none = CatalogCode.NONE.cell();
    boolean anyDue = known.stream().anyMatch(CreditSeekingReferenceTest::hasInstalment);
    double unknown = eligible.isEmpty() ? none : Double.NaN;
    if (eligible.isEmpty() || !anyDue) {
      expected.put("borrowing_to_repay_count_180d", unknown);
      expected.put("borrowing_to_repay_share_180d", unknown);
      expected.put("borrowing_to_repay_excess_180d", unknown);
      return;
    }
    long matched = eligible.stream().filter(n -> isMatched(n, known)).count();
    double share = (double) matched / eligible.size();
    boolean isShifted = eligible.stream().anyMatch(t -> t.reportedOn() == null);
    LocalDate first = AS_OF.minusDays(isShifted ? 210 : 180);
    long days = first
        .datesUntil(first.plusDays(180))
        .filter(day -> known.stream()
            .anyMatch(t -> runs(t, day)
                && day.plusDays(1).datesUntil(day.plusDays(11)).anyMatch(d -> hasDueDate(t, d))))
        .count();
    expected.put("borrowing_to_repay_count_180d", (double) matched);
    expected.put("borrowing_to_repay_share_180d", share);
    expected.put("borrowing_to_repay_excess_180d", share - days / 180.0);
  }

  private static boolean isMatched(Tradeline loan, List<Tradeline> known) {
    LocalDate day = loan.opened();
    return known.stream()
        .filter(t -> !t.lender().equals(loan.lender()) && runs(t, day))
        .anyMatch(t -> day.plusDays(1)
            .datesUntil(day.plusDays(11))
            .anyMatch(d ->
                due(t, d).filter(p -> loan.limitOrAmount().compareTo(p) >= 0).isPresent()));
  }

  private static void trend(List<Tradeline> known, Map<String, Double> expected) {
    double sum = 0;
    double products = 0;
    for (int i = 0; i < 12; i++) {
      YearMonth month = STATUS_MONTH.minusMonths(11 - i);
      Set<String> active = new HashSet<>();
      for (Tradeline t : known) {
        boolean isOpen = !YearMonth.from(t.opened()).isAfter(month)
            && (t.closed() == null || YearMonth.from(t.closed()).isAfter(month));
        boolean isRepaid = t.months().stream()
            .anyMatch(reported -> reported.month().equals(month)
                && reported.balance() != null
                && reported.balance().signum() == 0);
        if (isOpen && (isLine(t) || !isRepaid)) {
          active.add(t.lender());
        }
      }
      sum += active.size();
      products += (i - 5.5) * active.size();
    }
    expected.put("lender_trend_12m", sum == 0 ? 0.0 : products / 143 / (sum / 12));
  }
}
