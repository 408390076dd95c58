package io.probity.training.rounding;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The search for the choices that change fewest records: local first, then branch and bound. */
final class RoundingSearch {

  private static final byte OPEN = -1;

  private final RoundingChoices choices;
  private final int[][] casesOf; // by choice
  private final int[] least;
  private final int[] most;
  private final int[] records;
  private final int[] ups;
  private final int[] open;
  private final int[] order;
  private final byte[] state;
  private final boolean[] best;
  private long bestChanged;
  private long lowerBound;
  private long work;

  RoundingSearch(RoundingChoices choices, RoundingCases cases, long work) {
    this.choices = choices;
    this.work = work;
    int size = cases.size();
    this.least = IntStream.range(0, size).map(cases::least).toArray();
    this.most = IntStream.range(0, size).map(cases::most).toArray();
    this.records = IntStream.range(0, size).map(cases::records).toArray();
    this.ups = new int[size];
    this.open = new int[size];
    this.casesOf = casesOf(choices.size(), cases);
    this.order = IntStream.range(0, choices.size())
        .boxed()
        .sorted((a, b) -> casesOf[a].length == casesOf[b].length
            ? Integer.compare(a, b)
            : Integer.compare(casesOf[b].length, casesOf[a].length))
        .mapToInt(Integer::intValue)
        .toArray();
    this.state = new byte[choices.size()];
    this.best = choices.nearest();
    for (int choice = 0; choice < best.length; choice++) {
      move(choice, best[choice] ? 1 : 0, 0);
    }
    this.bestChanged = changed();
  }

  private static int[][] casesOf(int size, RoundingCases cases) {
    int[] lengths = new int[size];
    for (int position = 0; position < cases.size(); position++) {
      for (int choice : cases.choices(position)) {
        lengths[choice]++;
      }
    }
    int[][] casesOf = new int[size][];
    Arrays.setAll(casesOf, choice -> new int[lengths[choice]]);
    for (int position = cases.size() - 1; position >= 0; position--) {
      for (int choice : cases.choices(position)) {
        casesOf[choice][--lengths[choice]] = position;
      }
    }
    return casesOf;
  }

  /** Returns how many records change by the nearest rounding; before {@link #run} only. */
  long changedByNearest() {
    return bestChanged;
  }

  /** Returns the best choices found: whether each goes up. */
  boolean[] run() {
    boolean better = true;
    while (better && bestChanged > 0 && work > 0) {
      better = flipSingles() || flipPairs();
    }
    Arrays.fill(state, OPEN);
    Arrays.fill(ups, 0);
    for (int[] ofChoice : casesOf) {
      for (int position : ofChoice) {
        open[position]++;
      }
    }
    lowerBound = bestChanged;
    branch(0, 0);
    lowerBound = Math.min(lowerBound, bestChanged);
    return best.clone();
  }

  /** Returns a number of records that no rounding goes below. */
  long lowerBound() {
    return lowerBound;
  }

  private long changed() {
    long changed = 0;
    for (int i = 0; i < ups.length; i++) {
      changed += isWrong(i) ? records[i] : 0;
    }
    return changed;
  }

  private boolean isWrong(int position) {
    return ups[position] > most[position] || ups[position] + open[position] < least[position];
  }

  private long flip(int choice) {
    best[choice] = !best[choice];
    return move(choice, best[choice] ? 1 : -1, 0);
  }

  private boolean isOrdered(int choice) {
    int lower = choices.previous(choice);
    int higher = choices.next(choice);
    return (lower < 0 || !best[lower] || best[choice])
        && (higher < 0 || !best[choice] || best[higher]);
  }

  private boolean flipSingles() {
    boolean better = false;
    for (int choice = 0; choice < best.length && work > 0; choice++) {
      long change = flip(choice);
      if (change < 0 && isOrdered(choice)) {
        bestChanged += change;
        better = true;
      } else {
        flip(choice);
      }
    }
    return better;
  }

  private boolean flipPairs() {
    for (int first = 0; first < best.length; first++) {
      long change = flip(first);
      for (int second = first + 1; second < best.length && work > 0; second++) {
        long both = change + flip(second);
        if (both < 0 && isOrdered(first) && isOrdered(second)) {
          bestChanged += both;
          return true;
        }
        flip(second);
      }
      flip(first);
    }
    return false;
  }

  /** Explores what is left open from a depth on, where so many records are already lost. */
  private void branch(int depth, long lost) {
    if (lost >= bestChanged) {
      return;
    }
    if (work <= 0) {
      lowerBound = Math.min(lowerBound, lost);
      return;
    }
    if (depth == order.length) {
      bestChanged = lost;
      for (int choice = 0; choice < best.length; choice++) {
        best[choice] = state[choice] == 1;
      }
      return;
    }
    int choice = order[depth];
    byte first = (byte) (best[choice] ? 1 : 0);
    descend(depth, lost, choice, first);
    descend(depth, lost, choice, (byte) (1 - first));
  }

  private void descend(int depth, long lost, int choice, byte value) {
    if (!mayBe(choice, value)) {
      return;
    }
    state[choice] = value;
    branch(depth + 1, lost + move(choice, value, -1));
    move(choice, -value, 1);
    state[choice] = OPEN;
  }

  /** Counts the ups and open choices of a choice's cases anew; returns how many more are lost. */
  private long move(int choice, int more, int moreOpen) {
    long change = 0;
    work -= casesOf[choice].length;
    for (int position : casesOf[choice]) {
      change -= isWrong(position) ? records[position] : 0;
      ups[position] += more;
      open[position] += moreOpen;
      change += isWrong(position) ? records[position] : 0;
    }
    return change;
  }

  private boolean mayBe(int choice, byte value) {
    for (int lower = choices.previous(choice); lower >= 0; lower = choices.previous(lower)) {
      if (state[lower] == 1 && value == 0) {
        return false;
      }
    }
    for (int higher = choices.next(choice); higher >= 0; higher = choices.next(higher)) {
      if (state[higher] == 0 && value == 1) {
        return false;
      }
    }
    return true;
  }
}
