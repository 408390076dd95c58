package io.probity.preparation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The loans that were opened in a month: how many are old enough for the target, and how many were
 * bad by each month on book.
 *
 * @param opened the month of opening
 * @param loans how many loans
 * @param mature how many have been followed for the months of the definition, or were repaid or
 *     written off before
 * @param everBad how many were bad by months on book 0, 1, 2 and so on, up to the end of the panel
 */
public record Cohort(YearMonth opened, long loans, long mature, List<Long> everBad) {

  /** Copies the list. */
  public Cohort {
    everBad = List.copyOf(everBad);
  }

  /** Returns the share of loans that are old enough. */
  public double matureShare() {
    return (double) mature / loans;
  }

  /**
   * Returns the share of all loans of the cohort that were bad at or before a month on book, repaid
   * ones in the denominator, a missing month as not seen; NaN after the end of the panel.
   */
  public double everBadShare(int monthsOnBook) {
    return monthsOnBook < everBad.size() ? (double) everBad.get(monthsOnBook) / loans : Double.NaN;
  }

  /** Collects a cohort. */
  static final class Builder {

    private final YearMonth opened;
    private final List<Long> firstBad = new ArrayList<>();
    private long loans;
    private long mature;

    Builder(YearMonth opened) {
      this.opened = opened;
    }

    void add(List<PanelMonth> months, DefaultDefinition definition) {
      loans++;
      PanelMonth last = months.get(months.size() - 1);
      boolean isOld = last.monthsOnBook() >= definition.withinMonths();
      mature += isOld || last.status().isFinal() ? 1 : 0;
      for (PanelMonth month : months) {
        if (month.daysPastDue() >= definition.daysPastDue()
            || month.status() == PanelStatus.WRITTEN_OFF) {
          while (firstBad.size() <= month.monthsOnBook()) {
            firstBad.add(0L);
          }
          firstBad.set(month.monthsOnBook(), firstBad.get(month.monthsOnBook()) + 1);
          return;
        }
      }
    }

    /** Returns the cohort of a panel that ends with a month. */
    Cohort build(YearMonth panelEnd) {
      long longest = ChronoUnit.MONTHS.between(opened, panelEnd);
      List<Long> everBad = new ArrayList<>();
      long sum = 0;
      for (int month = 0; month <= longest; month++) {
        sum += month < firstBad.size() ? firstBad.get(month) : 0;
        everBad.add(sum);
      }
      return new Cohort(opened, loans, mature, everBad);
    }
  }
}
