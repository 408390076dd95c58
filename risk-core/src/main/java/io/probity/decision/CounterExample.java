package io.probity.decision;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two applicants who differ in one thing only, of whom the better one gets less.
 *
 * @param worse the values of the worse applicant, by name
 * @param better the values of the better applicant, by name
 * @param worseAmount what the worse one gets
 * @param betterAmount what the better one gets, which is less
 */
public record CounterExample(
    Map<String, String> worse,
    Map<String, String> better,
    BigDecimal worseAmount,
    BigDecimal betterAmount) {

  /** Copies the values in their order. */
  public CounterExample {
    worse = Collections.unmodifiableMap(new LinkedHashMap<>(worse));
    better = Collections.unmodifiableMap(new LinkedHashMap<>(better));
  }

  /** Returns the two applicants and what they get, in words. */
  public String sentence() {
    Map<String, String> common = new LinkedHashMap<>(worse);
    common.entrySet().retainAll(better.entrySet());
    Map<String, String> before = new LinkedHashMap<>(worse);
    before.keySet().removeAll(common.keySet());
    Map<String, String> after = new LinkedHashMap<>(better);
    after.keySet().removeAll(common.keySet());
    return before + " gets " + worseAmount.toPlainString() + " and " + after + " gets "
        + betterAmount.toPlainString() + (common.isEmpty() ? "" : ", with " + common);
  }
}
