package io.probity.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely means. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the known name with the smallest edit distance, if it is near enough to be meant: at
   * most a third of the typed name's length, and at least one edit. Ties go to the name that sorts
   * first.
   */
  public static Optional<String> of(String typed, Collection<String> known) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int furthest = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - typed.length()) <= furthest)
        .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= furthest)
        .min(Comparator.comparingInt(
                (String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns a remedy such as {@code did you mean "income"?}, or the valid names when none is near. */
  public static String remedy(String typed, Collection<String> known) {
    return of(typed, known)
        .map(name -> "did you mean \"" + name + "\"?")
        .orElseGet(() -> "known: " + shortList(known));
  }

  private static String shortList(Collection<String> known) {
    if (known.isEmpty()) {
      return "none";
    }
    String list = String.join(", ", known.stream().sorted().limit(30).toList());
    return known.size() > 30 ? list + ", … (" + known.size() + " in all)" : list;
  }

  /** Returns how many letters must be added, left out, changed, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(int[][] rows, String a, String b, int i, int j) {
    char own = a.charAt(i - 1);
    char other = b.charAt(j - 1);
    int changed = rows[i - 1][j - 1] + (own == other ? 0 : 1);
    int least = Math.min(changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean isSwapped = i > 1 && j > 1 && own == b.charAt(j - 2) && other == a.charAt(i - 2);
    return isSwapped ? Math.min(least, 1 + rows[i - 2][j - 2]) : least;
  }
}
