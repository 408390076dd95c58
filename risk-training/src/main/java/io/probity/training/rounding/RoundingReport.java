package io.probity.training.rounding;

import io.probity.model.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * What rounding the points of a scorecard does to decisions.
 *
 * @param records the number of records compared
 * @param bounds the number of grade bounds and cut-offs compared at
 * @param changedByNearest how many records change where every value is rounded to the nearest whole
 *     number
 * @param changed the records, by position, that change with the points found
 * @param largestGap the largest difference of a record's whole and unrounded points
 * @param lowerBound a number of records that no rounding can go below
 * @param points the points found: by feature in the order of the scorecard, then by bin
 */
public record RoundingReport(
    int records,
    int bounds,
    long changedByNearest,
    List<Integer> changed,
    double largestGap,
    long lowerBound,
    List<List<Integer>> points) {

  /** Copies the lists. */
  public RoundingReport {
    changed = List.copyOf(changed);
    points = points.stream().map(List::copyOf).toList();
  }

  /** Returns whether no rounding changes fewer records, which the search has then proved. */
  public boolean isBest() {
    return changed.size() <= lowerBound;
  }

  /** Returns the scorecard with the points found; everything else stays. */
  public Scorecard applied(Scorecard card) {
    List<Scorecard.Term> terms = new ArrayList<>();
    for (int i = 0; i < card.terms().size(); i++) {
      Scorecard.Term term = card.terms().get(i);
      terms.add(new Scorecard.Term(
          term.binning(), term.coefficient(), term.standardError(), points.get(i)));
    }
    return Scorecard.of(card.intercept(), terms);
  }

  /** Returns the finding in a sentence. */
  public String summary() {
    String words = changed.size() + " of " + records + " records change at one of " + bounds
        + " bounds because points are whole (" + changedByNearest
        + " with every value rounded to the nearest)";
    return words
        + (isBest()
            ? "; no rounding changes fewer"
            : "; no rounding changes fewer than " + lowerBound);
  }
}
