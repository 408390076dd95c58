package io.probity.preparation;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.Channel;
import io.probity.application.CreditType;
import io.probity.application.Education;
import io.probity.application.EmploymentStatus;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.IncomePayment;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.RateType;
import io.probity.application.Refinancing;
import io.probity.application.ResidenceStatus;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineBuilder;
import io.probity.application.TradelineMonth;
import io.probity.input.Violations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one application from its records. */
final class ApplicationAssembly {

  private final String id;
  private final MacroSeries economy;
  private final Violations violations;
  private final List<IncomePayment> payments = new ArrayList<>();
  private final Map<String, TradelineBuilder> tradelines = new LinkedHashMap<>();
  private final List<RecordCells> months = new ArrayList<>();
  private final List<Inquiry> inquiries = new ArrayList<>();

  ApplicationAssembly(String id, MacroSeries economy, Violations violations) {
    this.id = id;
    this.economy = economy;
    this.violations = violations;
  }

  void income(RecordCells record) {
    IncomePayment payment = new IncomePayment(
        record.givenDay("date"),
        record.givenAmount("amount"),
        record.givenChoice("kind", IncomeKind.class),
        record.givenText("source"));
    payments.add(payment);
  }

  void tradeline(RecordCells record) {
    String name = record.givenText("tradeline_id");
    TradelineBuilder line = Tradeline.builder(
            record.givenText("lender"),
            record.givenChoice("type", CreditType.class),
            record.givenDay("opened"))
        .id(name)
        .secured(record.flag("secured", false))
        .lenderOfRecord(record.text("lender_of_record"))
        .platform(record.text("platform"))
        .closed(record.day("closed"))
        .limitOrAmount(record.amount("limit_or_amount"))
        .balance(record.amount("balance"))
        .nominalRate(record.number("nominal_rate"))
        .remainingMonths(record.whole("remaining_months"))
        .monthlyPayment(record.amount("monthly_payment"))
        .dueDay(record.whole("due_day"))
        .pastDue(record.amount("past_due"))
        .reportedOn(record.day("reported_on"))
        .applicationId(record.text("from_application"));
    if (record.text("secured") == null) {
      record.violation("secured", "must be true or false", "");
    }
    if (tradelines.putIfAbsent(name, line) != null) {
      record.violation("tradeline_id", "the application has this tradeline twice", "remove one");
    }
  }

  /** Keeps a month until all tradelines are known. */
  void month(RecordCells record) {
    months.add(record);
  }

  void inquiry(RecordCells record) {
    inquiries.add(new Inquiry(
        record.givenDay("date"),
        record.givenText("lender"),
        record.choice("purpose", LoanPurpose.class, LoanPurpose.UNKNOWN),
        record.givenChoice("kind", InquiryKind.class),
        record.text("from_application")));
  }

  /** Returns the application, or null if something is wrong, which the violations tell. */
  @Nullable
  LoanApplication build(RecordCells record) {
    months.forEach(this::attach);
    LocalDate asOf = record.givenDay("as_of");
    LoanApplication.Builder application = LoanApplication.builder(id)
        .asOf(asOf)
        .applicant(applicant(record))
        .macro(economy.before(asOf));
    try {
      application.currency(record.givenText("currency"));
    } catch (IllegalArgumentException unknown) {
      record.violation("currency", "must be an ISO currency code, such as USD", "");
    }
    LoanRequest request = request(record);
    IncomeHistory income = income(
        record, record.choice("income_evidence", IncomeEvidence.class, IncomeEvidence.NOT_ASKED));
    BorrowingStatus status =
        record.choice("borrowing_status", BorrowingStatus.class, BorrowingStatus.NOT_ASKED);
    if (!violations.isEmpty()) {
      return null;
    }
    List<Tradeline> lines =
        tradelines.values().stream().map(TradelineBuilder::build).toList();
    try {
      return application
          .request(request)
          .income(income)
          .borrowing(BorrowingHistory.of(status, lines, inquiries))
          .build();
    } catch (IllegalArgumentException refused) {
      record.refused(refused);
      return null;
    }
  }

  private void attach(RecordCells record) {
    TradelineMonth month = new TradelineMonth(
        record.givenMonth("month"),
        record.amount("balance"),
        record.whole("days_past_due"),
        record.amount("due"),
        record.amount("paid"),
        record.choice("code", StatusCode.class, StatusCode.UNKNOWN));
    TradelineBuilder line = tradelines.get(record.givenText("tradeline_id"));
    if (line != null) {
      line.month(month);
    } else if (!record.broken()) {
      record.violation(
          "tradeline_id", "the application has no tradeline of this id", "add it or mend the id");
    }
  }

  private static Applicant applicant(RecordCells record) {
    return Applicant.builder()
        .id(record.text("applicant_id"))
        .birthDate(record.day("birth_date"))
        .dependants(record.whole("dependants"))
        .householdSize(record.whole("household_size"))
        .education(record.choice("education", Education.class, Education.UNKNOWN))
        .employment(record.choice("employment", EmploymentStatus.class, EmploymentStatus.UNKNOWN))
        .employedSince(record.day("employed_since"))
        .residence(record.choice("residence", ResidenceStatus.class, ResidenceStatus.UNKNOWN))
        .residentSince(record.day("resident_since"))
        .customerSince(record.day("customer_since"))
        .livingCosts(record.amount("living_costs"))
        .savings(record.amount("savings"))
        .build();
  }

  private static LoanRequest request(RecordCells record) {
    String refinances = record.text("refinances");
    List<String> repaid = refinances == null
        ? List.of()
        : List.of(refinances.split(HistoryText.REFINANCES_SEPARATOR));
    return LoanRequest.builder()
        .product(record.choice("product", CreditType.class, CreditType.UNKNOWN))
        .purpose(record.choice("purpose", LoanPurpose.class, LoanPurpose.UNKNOWN))
        .amount(record.amount("amount"))
        .termMonths(record.whole("term_months"))
        .nominalRate(record.number("nominal_rate"))
        .rateType(record.choice("rate_type", RateType.class, RateType.UNKNOWN))
        .channel(record.choice("channel", Channel.class, Channel.UNKNOWN))
        .lender(record.text("lender"))
        .refinances(new Refinancing(repaid, record.flag("paid_lender_to_lender", false)))
        .build();
  }

  private IncomeHistory income(RecordCells record, IncomeEvidence evidence) {
    return IncomeHistory.builder(evidence)
        .observed(record.day("income_observed_from"), record.day("income_observed_to"))
        .statedMonthly(record.amount("stated_monthly_income"))
        .businessNetShare(record.number("business_net_share"))
        .payments(payments)
        .build();
  }
}
