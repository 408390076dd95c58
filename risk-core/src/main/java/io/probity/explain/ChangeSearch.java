package io.probity.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Finds the cheapest choice of one option for each action that passes a test, by trying choices in the
 * order of their cost. So the first that passes is the cheapest; where nothing passes, all were tried.
 *
 * <p>The tries are bounded. Past the bound, random choices are made cheaper one action at a time while
 * they pass, and the best of them is given with the least cost that any untried choice has: the gap is
 * the difference. Ties: fewer actions, then the options that stand first. Deterministic.
 */
public final class ChangeSearch {

  private static final int RANDOM_STARTS = 64;
  private static final long SEED = 1;

  private final List<double[]> costs;
  private final Predicate<int[]> passes;
  private final long mostTries;
  private long tries;

  private ChangeSearch(List<double[]> costs, Predicate<int[]> passes, long mostTries) {
    this.costs = costs;
    this.passes = passes;
    this.mostTries = mostTries;
  }

  /**
   * Searches.
   *
   * @param costs for each action the cost of each option, rising; option 0 is to change nothing, at 0
   * @param passes whether a choice, the option of each action, reaches the goal; called with the same
   *     array again and again
   * @param mostTries how many choices are tried in order, at least 1
   */
  public static Found cheapest(List<double[]> costs, Predicate<int[]> passes, long mostTries) {
    for (double[] options : costs) {
      for (int i = 0; i < options.length; i++) {
        if (!(options[i] >= (i == 0 ? 0 : options[i - 1]) && options[i] <= Double.MAX_VALUE)) {
          throw new IllegalArgumentException(
              "costs must be finite and rise from 0, not " + Arrays.toString(options));
        }
      }
    }
    return new ChangeSearch(costs, passes, mostTries).search();
  }

  /**
   * What was found.
   *
   * @param choice the option of each action; empty if none was found to pass
   * @param cost its cost; 0 if there is none
   * @param bound no choice that passes costs less; equal to the cost where that is proved to be the
   *     least, and infinite where it is proved that none passes
   * @param tries how many choices were tried
   */
  public record Found(Optional<List<Integer>> choice, double cost, double bound, long tries) {

    /** Returns whether nothing cheaper passes, or nothing at all. */
    public boolean isExact() {
      return choice.isPresent() ? bound >= cost : bound == Double.POSITIVE_INFINITY;
    }

    /** Returns by how much a cheaper choice could undercut this one at most; 0 if it is exact. */
    public double gap() {
      return choice.isPresent() ? Math.max(0, cost - bound) : 0;
    }
  }

  private Found search() {
    PriorityQueue<Node> open = new PriorityQueue<>(ORDER);
    open.add(new Node(new int[costs.size()], 0, 0));
    while (!open.isEmpty()) {
      if (tries >= mostTries) {
        return bounded(open.peek().cost());
      }
      Node node = open.remove();
      if (passes(node.choice)) {
        return found(node.choice, node.cost, node.cost);
      }
      for (int action = node.last; action < costs.size(); action++) {
        if (node.choice[action] + 1 < costs.get(action).length) {
          int[] next = node.choice.clone();
          next[action]++;
          open.add(new Node(next, action, costOf(next)));
        }
      }
    }
    return new Found(Optional.empty(), 0, Double.POSITIVE_INFINITY, tries);
  }

  /** A choice; only actions from the last changed one on are changed further, so none comes twice. */
  private static final class Node {

    private final int[] choice;
    private final int last;
    private final double cost;

    Node(int[] choice, int last, double cost) {
      this.choice = choice;
      this.last = last;
      this.cost = cost;
    }

    double cost() {
      return cost;
    }

    int[] choice() {
      return choice;
    }

    long changes() {
      return Arrays.stream(choice).filter(option -> option > 0).count();
    }
  }

  private static final Comparator<Node> ORDER = Comparator.comparingDouble(Node::cost)
      .thenComparingLong(Node::changes)
      .thenComparing(Node::choice, Arrays::compare);

  private Found bounded(double bound) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] best = new int[0];
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < RANDOM_STARTS; start++) {
      int[] choice = new int[costs.size()];
      for (int action = 0; action < choice.length; action++) {
        int options = costs.get(action).length;
        choice[action] = start == 0 ? options - 1 : random.nextInt(options);
      }
      if (passes(choice)) {
        cheapen(choice);
        double cost = costOf(choice);
        if (cost < least) {
          least = cost;
          best = choice;
        }
      }
    }
    return least < Double.POSITIVE_INFINITY
        ? found(best, least, bound)
        : new Found(Optional.empty(), 0, bound, tries);
  }

  /** Takes for each action in turn the cheapest option that passes with the others as they are. */
  private void cheapen(int[] choice) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int action = 0; action < choice.length; action++) {
        int had = choice[action];
        int cheaper = 0;
        while (cheaper < had && !passes(with(choice, action, cheaper))) {
          cheaper++;
        }
        choice[action] = cheaper;
        changed |= cheaper < had;
      }
    }
  }

  private static int[] with(int[] choice, int action, int option) {
    choice[action] = option;
    return choice;
  }

  private boolean passes(int[] choice) {
    tries++;
    return passes.test(choice);
  }

  private Found found(int[] choice, double cost, double bound) {
    return new Found(
        Optional.of(Arrays.stream(choice).boxed().toList()), cost, Math.min(cost, bound), tries);
  }

  private double costOf(int[] choice) {
    double cost = 0;
    for (int action = 0; action < choice.length; action++) {
      cost += costs.get(action)[choice[action]];
    }
    return cost;
  }
}
