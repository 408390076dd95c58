package io.probity.decision;

import io.probity.schema.Texts;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest changes by which an applicant reaches a goal.
 *
 * @param goal what was wanted
 * @param before the decision as things are
 * @param changes what would have to change, in the policy's order of actions; empty where the goal is
 *     reached already or no way was found
 * @param after the decision after the changes; empty where no way was found
 * @param cost what the changes cost, in the policy's own unit
 * @param exact whether nothing cheaper reaches the goal or, without a way, nothing at all
 * @param gap by how much cheaper changes could undercut these at most; 0 where exact
 * @param tries how many decisions were tried
 */
public record Counterfactual(
    Goal goal,
    Decision before,
    List<Change> changes,
    Optional<Decision> after,
    double cost,
    boolean exact,
    double gap,
    long tries) {

  /** Copies the list. */
  public Counterfactual {
    changes = List.copyOf(changes);
  }

  /** Returns whether the goal can be reached by what was found. */
  public boolean isFound() {
    return after.isPresent();
  }

  /**
   * One change.
   *
   * @param field the field
   * @param from its value now: a number or the name of a level
   * @param to the wanted value
   * @param cost what the change costs
   * @param advice what to tell the applicant, by language
   */
  public record Change(String field, String from, String to, double cost, Texts advice) {}
}
