package io.probity.profile;

import io.probity.schema.Schema;
import java.time.YearMonth;
import java.util.List;

/**
 * What a CSV holds.
 *
 * @param rows the records with as many fields as the header
 * @param ragged the records with more or fewer, which are not looked at
 * @param bads the records whose target is 1; 0 without a target
 * @param goods the records whose target is 0; 0 without a target
 * @param fields the columns in their order
 * @param dateField the column that {@link #months} go by; empty if there is none
 * @param months the records by month, in order
 * @param proposed a data dictionary to start from: kinds and roles as found, suspected codes declared
 */
public record DataProfile(
    long rows,
    long ragged,
    long bads,
    long goods,
    List<FieldProfile> fields,
    String dateField,
    List<Month> months,
    Schema proposed) {

  /** Copies the lists. */
  public DataProfile {
    fields = List.copyOf(fields);
    months = List.copyOf(months);
  }

  /**
   * The records of one month.
   *
   * @param month the month
   * @param rows all of them
   * @param bads those whose target is 1
   * @param goods those whose target is 0
   */
  public record Month(YearMonth month, long rows, long bads, long goods) {}
}
