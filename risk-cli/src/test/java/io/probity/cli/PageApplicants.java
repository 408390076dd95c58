package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.EngineTables;
import io.probity.explain.Reason;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.limit.LimitTrace;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Random applicants of an engine, and what is compared of a decision on them: missing values, special
 * codes, levels that nobody knows, values on the cuts of bins and beyond valid ranges.
 */
final class PageApplicants {

  /** A page's decision in words, made of the same members as {@link #words}. */
  static final String SCRIPT = """
      const points = (lost) => lost > 0 ? lost.toFixed(4) : '0';
      const words = (d, remedies) => [d.outcome, d.score, d.gradeName, d.limit, d.instalment, d.savingsTest,
        d.knockOuts.join(','),
        d.reasons.map((r) => [r.stage, r.code, r.direction, points(r.pointsLost)].join(':')).join(','),
        d.trace ? d.trace.steps.map((s) => s.phase + ':' + s.rule + '=' + s.own + '>' + s.after).join(',') : '',
        d.trace ? d.trace.bindingRule : '',
        d.trace ? d.trace.referrals.join(',') : '',
        d.trace ? ['baseIncome', 'assessedIncome', 'stressedIncome', 'livingCosts', 'debtService', 'stressedDebtService', 'minimumResidual'].map((name) => d.trace.affordability[name]).join(',') : '',
        remedies.map((r) => r.lever + ':' + r.from + '>' + r.to).join(',')].join(' | ');
      return JSON.stringify(JSON.parse(arguments[0]).map((fields) => {
        try {
          const decision = probity.whatif.decide(fields);
          return { pd: decision.pd, words: words(decision, probity.whatif.remedies(decision)) };
        } catch (refused) {
          if (refused instanceof probity.cells.Refused) return { pd: 0, words: 'refused' };
          throw refused;
        }
      }));
      """;

  private static final List<String> LOANS = List.of("amount", "funded_amnt");

  /** Levels of policies that let an application pass. */
  private static final Set<String> HARMLESS = Set.of("NO", "LOW", "VERIFIED");

  private final CreditEngine engine;
  private final List<JsonObject> fields = new ArrayList<>();
  private final Map<String, double[]> cuts = new HashMap<>();
  private final SplittableRandom random;

  PageApplicants(CreditEngine engine, long seed) {
    this.engine = engine;
    this.random = new SplittableRandom(seed);
    JsonObject tables = JsonObject.parse(
        EngineTables.json(engine).getBytes(StandardCharsets.UTF_8), "tables", JsonLimits.FILE);
    List<String> inputs = tables.optionalTexts("inputs");
    tables.objects("fields").stream()
        .filter(field -> inputs.contains(field.text("name")))
        .forEach(fields::add);
    for (JsonObject term : tables.object("model").objects("terms")) {
      cuts.put(term.text("feature"), term.numbers("cuts"));
    }
  }

  Map<String, Object> next() {
    Map<String, Object> values = new HashMap<>();
    boolean careful = random.nextInt(4) > 0; // most applicants have nothing that is out of range
    for (JsonObject field : fields) {
      Object value = value(field, careful);
      if (value != null) {
        values.put(field.text("name"), value);
      }
    }
    return values;
  }

  private Object value(JsonObject field, boolean careful) {
    int kind = random.nextInt(careful ? 200 : 12);
    if (kind == 0) {
      return null;
    }
    List<JsonObject> specials = field.objects("specials");
    if (kind == 1 && !specials.isEmpty()) {
      return specials.get(random.nextInt(specials.size())).text("name");
    }
    if (field.text("kind").equals("CATEGORY")) {
      List<String> levels = field.optionalTexts("levels");
      return kind == 2 || levels.isEmpty()
          ? "never seen"
          : levels.get(random.nextInt(levels.size()));
    }
    double number = number(field.text("name"));
    OptionalDouble low = field.nullableNumber("low");
    OptionalDouble high = field.nullableNumber("high");
    boolean isWild = !careful && kind == 3;
    if (!isWild && low.isPresent()) {
      number = Math.max(low.getAsDouble(), number);
    }
    return isWild || high.isEmpty() ? number : Math.min(high.getAsDouble(), number);
  }

  private double number(String name) {
    double[] own = cuts.getOrDefault(name, new double[0]);
    if (own.length > 0 && random.nextInt(3) > 0) {
      double cut = own[random.nextInt(own.length)];
      return random.nextBoolean() ? cut : cut + random.nextDouble(-1, 1) * (1 + Math.abs(cut));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("month") && !lower.contains("income") && !lower.contains("cost")
        || lower.equals("time")) {
      return 6.0 * random.nextInt(1, 9);
    }
    if (lower.contains("variation") || lower.contains("rate")) {
      return Math.round(random.nextDouble() * 100) / 200.0;
    }
    boolean isLoan = LOANS.contains(lower);
    boolean isIncome = lower.contains("inc");
    boolean isAmount = lower.endsWith("amount");
    if (!isLoan && !isIncome && !isAmount && random.nextInt(10) > 0) {
      return 0;
    }
    double scale = isLoan || isIncome || isAmount ? 30_000 : StrictMath.pow(10, random.nextInt(5));
    double amount = random.nextDouble() * scale;
    return random.nextBoolean() ? Math.round(amount) : Math.round(amount * 1000) / 1000.0;
  }

  static String json(List<Map<String, Object>> applicants) {
    JsonText out = JsonText.compact().beginList();
    for (Map<String, Object> applicant : applicants) {
      out.beginObject();
      applicant.forEach((name, value) -> {
        if (value instanceof Double number) {
          out.put(name, number);
        } else {
          out.put(name, String.valueOf(value));
        }
      });
      out.endObject();
    }
    return out.endList().toString();
  }

  /** Returns the PD and, in words, everything else of the decision; a PD of 0 where it is refused. */
  record Decided(double pd, String words) {}

  Decided decide(Map<String, Object> applicant) {
    try {
      Decision decision = engine.decide("page", null, applicant);
      return new Decided(decision.pd(), words(decision));
    } catch (InvalidInputException refused) {
      return new Decided(0, "refused");
    }
  }

  private static String words(Decision d) {
    return String.join(
        " | ",
        d.outcome().name(),
        Integer.toString(d.score()),
        d.grade(),
        minor(d.limit()),
        minor(d.instalment()),
        d.savingsTest().name(),
        String.join(",", d.knockOuts()),
        d.reasons().stream().map(PageApplicants::words).collect(Collectors.joining(",")),
        d.limitTrace().map(PageApplicants::steps).orElse(""),
        d.limitTrace().map(LimitTrace::bindingRule).orElse(""),
        d.limitTrace().map(trace -> String.join(",", trace.referrals())).orElse(""),
        d.limitTrace().map(PageApplicants::capacity).orElse(""),
        d.remedies().stream()
            .map(r -> r.lever() + ":" + lever(r.from()) + ">" + lever(r.to()))
            .collect(Collectors.joining(",")));
  }

  private static String words(Reason r) {
    String points = r.pointsLost() > 0 ? String.format(Locale.ROOT, "%.4f", r.pointsLost()) : "0";
    return r.stage() + ":" + r.code() + ":" + r.direction() + ":" + points;
  }

  private static String steps(LimitTrace trace) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < trace.steps(); i++) {
      steps.add(trace.phase(i) + ":" + trace.rule(i) + "=" + minor(trace.own(i)) + ">"
          + minor(trace.after(i)));
    }
    return String.join(",", steps);
  }

  private static String capacity(LimitTrace trace) {
    return List.of(
            trace.affordability().baseIncome(),
            trace.affordability().assessedIncome(),
            trace.affordability().stressedIncome(),
            trace.affordability().livingCosts(),
            trace.affordability().debtService(),
            trace.affordability().stressedDebtService(),
            trace.affordability().minimumResidual())
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static String minor(BigDecimal amount) {
    return amount.unscaledValue().toString();
  }

  /** A remedy's month has no decimals, an amount those of its currency. */
  private static String lever(BigDecimal value) {
    return value.unscaledValue().toString();
  }
}
