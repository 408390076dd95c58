package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.explain.Action;
import io.probity.explain.ReasonRules;
import io.probity.explain.ReasonText;
import io.probity.limit.LimitRules;
import io.probity.limit.PriceRules;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A policy with every name resolved against the model's schema and its own fields, and with the words
 * of every reason that it can give.
 *
 * @param schema the model's fields and the policy's
 * @param inputs the field of each input
 * @param gaps what affordability had to do without, in words
 * @param offer the loan that is offered
 * @param price what the price of a loan is made of; empty where the rate is not the policy's to set
 * @param knockOuts in order
 * @param cutOffs by grade and score
 * @param limits how the limit is set
 * @param limitTexts the words of reasons of the limit and of built-in rules, by code
 * @param missingTexts the words of limit rules that a value is missing for, by code
 * @param scoreReasons how points lost are told
 * @param sensitiveInputs the permissions for protected fields that the model or an input uses
 * @param actions what an applicant can change
 * @param featureTexts the words of points lost, by the model's features; empty without the model
 * @param languages the languages that customers are spoken to
 */
record PolicyRules(
    Schema schema,
    Map<PolicyInput, String> inputs,
    List<String> gaps,
    LoanOffer offer,
    Optional<PriceRules> price,
    List<KnockOut> knockOuts,
    CutOffs cutOffs,
    LimitRules limits,
    Map<String, ReasonText> limitTexts,
    Map<String, ReasonText> missingTexts,
    ReasonRules scoreReasons,
    List<SensitiveInput> sensitiveInputs,
    List<Action> actions,
    List<ReasonText> featureTexts,
    List<String> languages) {

  /** Where the results stand behind the cells of the fields, as {@link #resultNames} names them. */
  static final int PD = 0;

  static final int SCORE = 1;
  static final int GRADE = 2;
  static final int AS_OF = 3;
  static final int RESULTS = 4;

  /** Returns the names of all fields that the policy reads. */
  List<String> fieldNames() {
    Set<String> names = new LinkedHashSet<>(inputs.values());
    conditions().forEach(condition -> names.addAll(condition.names()));
    names.addAll(limits.names());
    actions.forEach(action -> names.add(action.field()));
    List<String> fields = new ArrayList<>(names);
    fields.removeIf(name -> !schema.has(name));
    return fields;
  }

  /** Returns these rules with the policy's own rate, and what funding costs, raised. */
  PolicyRules under(DecisionStress stress) {
    return stress.rateRise() == 0
        ? this
        : new PolicyRules(
            schema,
            inputs,
            gaps,
            offer.raised(stress.rateRise()),
            price.map(rules -> rules.withFundingRaised(stress.rateRise())),
            knockOuts,
            cutOffs,
            limits,
            limitTexts,
            missingTexts,
            scoreReasons,
            sensitiveInputs,
            actions,
            featureTexts,
            languages);
  }

  /** Returns all conditions of the policy. */
  List<Condition> conditions() {
    List<Condition> all = new ArrayList<>();
    knockOuts.forEach(knockOut -> all.add(knockOut.when()));
    limits.multipliers().forEach(multiplier -> all.add(multiplier.when()));
    Stream.concat(
            limits.caps().stream().map(LimitRules.Cap::when),
            limits.costCaps().stream().map(LimitRules.CostCap::when))
        .forEach(when -> when.ifPresent(all::add));
    offer.verifiedWhen().ifPresent(all::add);
    return all;
  }

  /** Returns the names behind the fields in the vector of cells, in their order. */
  static List<String> resultNames() {
    return List.of(
        ConditionScope.PD, ConditionScope.SCORE, ConditionScope.GRADE, ConditionScope.AS_OF);
  }
}
