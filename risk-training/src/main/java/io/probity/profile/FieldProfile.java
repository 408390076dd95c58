package io.probity.profile;

import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one column holds.
 *
 * @param name its name
 * @param kind what its values seem to be
 * @param role what it seems to be for
 * @param present the records with a value
 * @param missing the records without one
 * @param invalid those of the missing whose text is no value of this kind
 * @param distinct the different values; an estimate beyond 16,384
 * @param numbers the range of its numbers, suspected codes apart; empty for other kinds or if there is
 *     none
 * @param codes the numbers that look like codes, with their records
 * @param levels the commonest levels of a category with their records, the commonest first
 * @param pieces the records by value: bars of equal width of a number, with the values beyond the hundredth
 *     at both ends in the end bars, then its suspected codes; the commonest levels of a category; empty
 *     for other kinds
 * @param power how well it alone tells bads from goods; empty without a target that has both
 * @param remarks what somebody should decide, in words
 */
public record FieldProfile(
    String name,
    FieldKind kind,
    FieldRole role,
    long present,
    long missing,
    long invalid,
    long distinct,
    Optional<NumberRange> numbers,
    Map<Double, Long> codes,
    Map<String, Long> levels,
    List<Piece> pieces,
    Optional<Power> power,
    List<String> remarks) {

  /** Copies the lists. */
  public FieldProfile {
    pieces = List.copyOf(pieces);
    remarks = List.copyOf(remarks);
  }

  /**
   * Some values with their records.
   *
   * @param label the values: the least number of a bar, a code or a level
   * @param records all records
   * @param goods those whose target is 0
   * @param bads those whose target is 1
   */
  public record Piece(String label, long records, long goods, long bads) {}

  /**
   * The range of numbers. Quartiles are taken from a grid: numbers of the data that lie at most 0.025%
   * below the true ones, whole numbers up to 8,191 exact.
   *
   * @param least the least
   * @param lowerQuartile a quarter of the records lies below it
   * @param median half of the records lie below it
   * @param upperQuartile three quarters of the records lie below it
   * @param largest the largest
   * @param outliers the records further from the quartiles than three times their distance; 0 where
   *     both quartiles are the same
   */
  public record NumberRange(
      double least,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double largest,
      long outliers) {}

  /**
   * How well one column alone tells bads from goods.
   *
   * @param auc of the values as they are, or of a category's levels by bad rate, turned so that it is
   *     at least 0.5; missing values and codes are left out; empty where those that are left hold one
   *     class
   * @param informationValue of twentieths of the numbers, or of the levels; missing values and each
   *     code are bins of their own; half a record in each cell of a bin without goods or bads
   */
  public record Power(Optional<Double> auc, double informationValue) {}
}
