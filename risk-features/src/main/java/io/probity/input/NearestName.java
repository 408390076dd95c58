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

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
