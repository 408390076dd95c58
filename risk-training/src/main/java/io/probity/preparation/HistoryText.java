package io.probity.preparation;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomePayment;
import io.probity.application.Inquiry;
import io.probity.application.LoanApplication;
import io.probity.application.LoanRequest;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Applications as records of the five files, which {@link HistoryJoin} reads back to equal
 * applications. The economy and the lender's own fields have no column in these files.
 */
public final class HistoryText {

  static final String REFINANCES_SEPARATOR = " ";

  private HistoryText() {}

  /**
   * Passes the records of an application on, each with the cells of all columns of its file.
   *
   * @throws InvalidInputException if a tradeline has no id, or the day of the application is not known
   */
  public static void write(
      LoanApplication application, BiConsumer<HistoryFile, List<String>> records) {
    String id = application.id();
    if (application.asOf() == null) {
      throw new InvalidInputException(
          Violation.of(id, "an application without asOf cannot be written to history files", ""));
    }
    records.accept(HistoryFile.APPLICATIONS, application(application));
    for (IncomePayment payment : application.income().payments()) {
      records.accept(
          HistoryFile.INCOMES,
          List.of(
              id,
              payment.date().toString(),
              payment.amount().toPlainString(),
              payment.kind().name(),
              payment.source()));
    }
    BorrowingHistory borrowing = application.borrowing();
    for (Tradeline tradeline : borrowing.tradelines()) {
      tradeline(id, tradeline, records);
    }
    for (Inquiry inquiry : borrowing.inquiries()) {
      records.accept(
          HistoryFile.INQUIRIES,
          List.of(
              id,
              inquiry.date().toString(),
              inquiry.lender(),
              inquiry.kind().name(),
              inquiry.purpose().name(),
              text(inquiry.applicationId())));
    }
  }

  private static List<String> application(LoanApplication application) {
    Applicant who = application.applicant();
    LoanRequest what = application.request();
    IncomeHistory income = application.income();
    return List.of(
        application.id(),
        text(application.asOf()),
        application.currency().getCurrencyCode(),
        text(who.id()),
        text(who.birthDate()),
        text(who.dependants()),
        text(who.householdSize()),
        who.education().name(),
        who.employment().name(),
        text(who.employedSince()),
        who.residence().name(),
        text(who.residentSince()),
        text(who.customerSince()),
        amount(who.livingCosts()),
        amount(who.savings()),
        what.product().name(),
        what.purpose().name(),
        amount(what.amount()),
        text(what.termMonths()),
        number(what.nominalRate()),
        what.rateType().name(),
        what.channel().name(),
        text(what.lender()),
        String.join(REFINANCES_SEPARATOR, what.refinances().tradelines()),
        Boolean.toString(what.refinances().paidLenderToLender()),
        income.evidence().name(),
        text(income.observedFrom()),
        text(income.observedTo()),
        amount(income.statedMonthly()),
        number(income.businessNetShare()),
        application.borrowing().status().name());
  }

  private static void tradeline(
      String id, Tradeline tradeline, BiConsumer<HistoryFile, List<String>> records) {
    String name = tradeline.id();
    if (name == null) {
      throw new InvalidInputException(
          Violation.of(id, "a tradeline needs an id to be written to history files", ""));
    }
    records.accept(
        HistoryFile.TRADELINES,
        List.of(
            id,
            name,
            tradeline.lender(),
            tradeline.type().name(),
            Boolean.toString(tradeline.secured()),
            tradeline.opened().toString(),
            text(tradeline.lenderOfRecord()),
            text(tradeline.platform()),
            text(tradeline.closed()),
            amount(tradeline.limitOrAmount()),
            amount(tradeline.balance()),
            number(tradeline.nominalRate()),
            text(tradeline.remainingMonths()),
            amount(tradeline.monthlyPayment()),
            text(tradeline.dueDay()),
            amount(tradeline.pastDue()),
            text(tradeline.reportedOn()),
            text(tradeline.applicationId())));
    for (TradelineMonth month : tradeline.months()) {
      records.accept(
          HistoryFile.PAYMENTS,
          List.of(
              id,
              name,
              month.month().toString(),
              amount(month.balance()),
              text(month.daysPastDue()),
              amount(month.due()),
              amount(month.paid()),
              month.code().name()));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String amount(@Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : DecimalText.of(value);
  }
}
