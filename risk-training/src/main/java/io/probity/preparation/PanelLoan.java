package io.probity.preparation;

import io.probity.input.Violations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The months of one loan, in order and without contradiction.
 *
 * @param applicationId the application that led to it
 * @param months at least one, by months on book
 */
record PanelLoan(String applicationId, List<PanelMonth> months) {

  /** A month and the line on which it stands. */
  record Placed(long line, PanelMonth month) {}

  /** Orders months and adds what contradicts itself; the loan means nothing then. */
  static PanelLoan of(
      String applicationId, String file, List<Placed> given, Violations violations) {
    List<Placed> placed = new ArrayList<>(given);
    placed.sort(Comparator.comparing((Placed one) -> one.month().month()));
    for (int i = 1; i < placed.size(); i++) {
      Placed before = placed.get(i - 1);
      Placed one = placed.get(i);
      PanelMonth month = one.month();
      if (month.month().equals(before.month().month())) {
        violations.add(
            file + ":" + one.line(),
            "a loan has one record a month, and this month stands at " + file + ":" + before.line()
                + " too",
            month.month().toString(),
            "remove one of them");
      } else if (!month.cohort().equals(before.month().cohort())) {
        violations.add(
            file + ":" + one.line(),
            "month and months on book must fit those of " + file + ":" + before.line(),
            month.month() + " with " + month.monthsOnBook(),
            "months on book are whole months since the month of opening");
      } else if (before.month().status().isFinal()) {
        violations.add(
            file + ":" + one.line(),
            "no month may follow, because the loan ended at " + file + ":" + before.line(),
            month.month().toString(),
            "remove it, or mend the status before");
      }
    }
    return new PanelLoan(applicationId, placed.stream().map(Placed::month).toList());
  }

  /**
   * Returns how many months are missing: from the first month on book, or the month of opening where
   * the panel has it, to the last month in the panel.
   */
  int gaps() {
    int start = StrictMath.min(1, months.get(0).monthsOnBook());
    int last = months.get(months.size() - 1).monthsOnBook();
    return last - start + 1 - months.size();
  }
}
