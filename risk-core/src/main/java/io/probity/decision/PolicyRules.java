package io.probity.decision;

import io.probity.limit.LimitRules;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A policy with every name resolved against the model's schema and its own fields.
 *
 * @param schema the model's fields and the policy's
 * @param inputs the field of each input
 * @param gaps what affordability had to do without, in words
 * @param offer the loan that is offered
 * @param knockOuts in order
 * @param cutOffs by grade and score
 * @param limits how the limit is set
 */
record PolicyRules(
    Schema schema,
    Map<PolicyInput, String> inputs,
    List<String> gaps,
    LoanOffer offer,
    List<KnockOut> knockOuts,
    CutOffs cutOffs,
    LimitRules limits) {

  /** Returns the names of all fields that the policy reads. */
  List<String> fieldNames() {
    Set<String> names = new LinkedHashSet<>(inputs.values());
    knockOuts.forEach(knockOut -> names.addAll(knockOut.when().names()));
    names.addAll(limits.names());
    List<String> fields = new ArrayList<>(names);
    fields.removeIf(name -> !schema.has(name));
    return fields;
  }
}
