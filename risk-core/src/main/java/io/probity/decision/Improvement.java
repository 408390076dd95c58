package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.limit.IncomeBasis;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** In what an applicant can become better, the rest being the same. */
enum Improvement {
  ASSESSED_INCOME("the assessed income rises"),
  PD("the PD falls"),
  DEBT_SERVICE("the debt service falls"),
  LIVING_COSTS("the living costs fall");

  private final String words;

  Improvement(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Returns whether better means higher. */
  boolean rises() {
    return this == ASSESSED_INCOME;
  }

  /** Returns the names of the cells that change together. */
  List<String> moved(PolicyRules rules) {
    if (this == PD) {
      return List.of(ConditionScope.PD, ConditionScope.GRADE);
    }
    boolean isLowest = rules.limits().affordability().income().basis() == IncomeBasis.LOWEST;
    Stream<PolicyInput> inputs = switch (this) {
      case DEBT_SERVICE -> Stream.of(PolicyInput.DEBT_SERVICE);
      case LIVING_COSTS -> Stream.of(PolicyInput.LIVING_COSTS);
      default ->
        isLowest
            ? Stream.of(
                PolicyInput.INCOME_MEAN_3,
                PolicyInput.INCOME_MEAN_12,
                PolicyInput.INCOME_LOWER_QUARTILE)
            : Stream.of(PolicyInput.INCOME);
    };
    return inputs.map(rules.inputs()::get).filter(Objects::nonNull).toList();
  }
}
