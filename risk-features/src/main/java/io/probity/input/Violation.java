package io.probity.input;

import java.io.Serializable;
import java.util.Objects;

/**
 * One broken rule in a file, a document or an application.
 *
 * @param place where: {@code file:line:column} for a CSV, a JSON path such as {@code
 *     borrowing.tradelines[3].closed} for a document, or a feature's name
 * @param rule the rule that was broken, as a sentence without a full stop
 * @param received what stood there instead, shortened where it is long; empty when nothing did
 * @param remedy what to do about it; empty when the rule says it already
 */
public record Violation(String place, String rule, String received, String remedy)
    implements Serializable {

  private static final int LONGEST_RECEIVED = 80;
  private static final int LONGEST_PLACE = 1_000;

  /** Shortens a long place or received value and refuses nulls. */
  public Violation {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(remedy, "remedy");
    place = shortened(place, LONGEST_PLACE);
    received = shortened(received, LONGEST_RECEIVED);
  }

  /** Returns a violation whose rule says all that can be done about it. */
  public static Violation of(String place, String rule, String received) {
    return new Violation(place, rule, received, "");
  }

  /** Returns the violation on one line: place, rule, what was received and the remedy. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    if (!place.isEmpty()) {
      line.append(place).append(": ");
    }
    line.append(rule);
    if (!received.isEmpty()) {
      line.append("; received ").append(received);
    }
    if (!remedy.isEmpty()) {
      line.append("; ").append(remedy);
    }
    return line.toString();
  }

  private static String shortened(String text, int longest) {
    String cut = text.length() <= longest ? text : text.substring(0, longest + 1);
    String oneLine = cut.replace('\n', ' ').replace('\r', ' ');
    if (oneLine.length() <= longest) {
      return oneLine;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(oneLine.charAt(end - 1))) {
      end--;
    }
    return oneLine.substring(0, end) + "…";
  }
}
