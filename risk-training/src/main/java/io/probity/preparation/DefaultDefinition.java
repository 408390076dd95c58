package io.probity.preparation;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which loans are bad, such as 90+ within 12.
 *
 * <ul>
 *   <li>bad: ever at least {@code daysPastDue} days past due, or written off, in months on book 1 to
 *       {@code withinMonths}
 *   <li>excluded: not bad, not repaid, and younger than {@code withinMonths}
 *   <li>indeterminate: else, if the worst is at least {@value #INDETERMINATE_FROM} days past due
 *   <li>good: else. A loan that was repaid early is what its worst makes it.
 * </ul>
 *
 * <p>A month that the panel lacks is unknown: it counts neither for nor against a loan. The age of a
 * loan is that of its last month in the panel.
 *
 * @param daysPastDue the days past due that make a loan bad, 30 to 360
 * @param withinMonths the months on book within which they count, 1 to 120
 */
public record DefaultDefinition(int daysPastDue, int withinMonths) {

  /** The days past due from which a loan that is not bad is indeterminate. */
  public static final int INDETERMINATE_FROM = 30;

  private static final Pattern EVENT = Pattern.compile("([0-9]{1,3})\\+");

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException if one is broken
   */
  public DefaultDefinition {
    if (!(daysPastDue >= INDETERMINATE_FROM && daysPastDue <= 360)) {
      throw new InvalidInputException(Violation.of(
          "definition", "the days past due must be from 30 to 360", Integer.toString(daysPastDue)));
    }
    if (!(withinMonths >= 1 && withinMonths <= 120)) {
      throw new InvalidInputException(Violation.of(
          "within", "the months must be from 1 to 120", Integer.toString(withinMonths)));
    }
  }

  /**
   * Returns a definition.
   *
   * @param event days past due and a plus sign, such as {@code 90+}
   */
  public static DefaultDefinition parse(String event, int withinMonths) {
    Matcher matcher = EVENT.matcher(event);
    if (!matcher.matches()) {
      throw new InvalidInputException(new Violation(
          "definition", "must be days past due and a plus sign", event, "write 90+, for example"));
    }
    return new DefaultDefinition(Integer.parseInt(matcher.group(1)), withinMonths);
  }

  /** Returns what a loan is, from its months in order. */
  public LoanOutcome classify(List<PanelMonth> months) {
    int worst = 0;
    boolean isBad = false;
    for (PanelMonth month : months) {
      if (month.monthsOnBook() >= 1 && month.monthsOnBook() <= withinMonths) {
        worst = StrictMath.max(worst, month.daysPastDue());
        isBad |= month.daysPastDue() >= daysPastDue || month.status() == PanelStatus.WRITTEN_OFF;
      }
    }
    if (isBad) {
      return LoanOutcome.BAD;
    }
    PanelMonth last = months.get(months.size() - 1);
    if (last.monthsOnBook() < withinMonths && last.status() != PanelStatus.PAID) {
      return LoanOutcome.EXCLUDED;
    }
    return worst >= INDETERMINATE_FROM ? LoanOutcome.INDETERMINATE : LoanOutcome.GOOD;
  }

  /** Returns the definition as people write it, such as {@code 90+ within 12}. */
  @Override
  public String toString() {
    return daysPastDue + "+ within " + withinMonths;
  }
}
