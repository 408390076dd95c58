package io.probity.decision;

import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitRules;
import io.probity.limit.LimitTrace;
import io.probity.limit.OnMissing;
import io.probity.schema.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gathers the words of every reason that the limit of a policy can give. */
final class LimitWords {

  private static final List<String> BUILT_IN = List.of(
      "BASE",
      "CEILING",
      LimitTrace.FLOOR_RULE,
      LimitTrace.PAYOFF_RULE,
      PolicyProgram.TERM,
      PolicyProgram.UNEMPLOYMENT,
      PolicyProgram.INCOME_UNKNOWN,
      PolicyProgram.DEBT_SERVICE_UNKNOWN,
      ReasonTexts.SCORE);

  private LimitWords() {}

  static Map<String, ReasonText> texts(LimitRules limits, boolean hasPrice, ReasonTexts texts) {
    Map<String, ReasonText> words = new HashMap<>();
    for (AffordabilityTest test : AffordabilityTest.values()) {
      words.put(test.name(), texts.builtIn(test.name()));
    }
    if (hasPrice) {
      words.put(LimitTrace.RATE_CAP_RULE, texts.builtIn(LimitTrace.RATE_CAP_RULE));
    }
    BUILT_IN.forEach(code -> words.put(code, texts.builtIn(code)));
    limits.multipliers().forEach(rule -> words.put(rule.code(), rule.text()));
    limits.caps().forEach(rule -> words.put(rule.code(), rule.text()));
    limits.costCaps().forEach(rule -> words.put(rule.code(), rule.text()));
    return words;
  }

  static Map<String, ReasonText> missingTexts(LimitRules limits, ReasonTexts texts, Schema schema) {
    Map<String, ReasonText> words = new HashMap<>();
    limits.multipliers().stream()
        .filter(rule -> rule.onMissing() == OnMissing.REFER)
        .forEach(rule -> put(words, rule.code(), rule.when().names(), texts, schema));
    for (LimitRules.Cap cap : limits.caps()) {
      Collection<String> names = new TreeSet<>(cap.less().stream().toList());
      cap.when().ifPresent(when -> names.addAll(when.names()));
      if (cap.onMissing() == OnMissing.REFER && !names.isEmpty()) {
        put(words, cap.code(), names, texts, schema);
      }
    }
    for (LimitRules.CostCap cap : limits.costCaps()) {
      if (cap.onMissing() == OnMissing.REFER && cap.when().isPresent()) {
        put(words, cap.code(), cap.when().get().names(), texts, schema);
      }
    }
    return words;
  }

  private static void put(
      Map<String, ReasonText> words,
      String code,
      Collection<String> names,
      ReasonTexts texts,
      Schema schema) {
    words.put(code, texts.missing(names, schema, code));
  }
}
