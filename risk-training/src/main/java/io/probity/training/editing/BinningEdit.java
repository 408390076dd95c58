package io.probity.training.editing;

import java.util.List;

/**
 * One change of the bins of a feature, or of the effects that an additive model gives them.
 *
 * @param feature the feature
 * @param change what is changed
 * @param by who changes it
 * @param why the reason
 */
public record BinningEdit(String feature, Change change, String by, String why) {

  /** Checks that somebody answers for the change. */
  public BinningEdit {
    if (by.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException(
          "the change of " + feature + " needs who makes it and why");
    }
  }

  /** What is changed. Bins are numbered from 0, as they stand after the changes before. */
  public sealed interface Change {
    /** Returns the change in words. */
    String describe();
  }

  /**
   * Neighbouring value bins become one.
   *
   * @param first the first bin
   * @param last the last bin, after the first
   */
  public record Merge(int first, int last) implements Change {
    /** Checks the order. */
    public Merge {
      if (!(first >= 0 && last > first)) {
        throw new IllegalArgumentException(
            "a merge needs two bins in order, not " + first + " and " + last);
      }
    }

    @Override
    public String describe() {
      return "merged bins " + first + " to " + last;
    }
  }

  /**
   * A number's bin is parted.
   *
   * @param at the lower end of the new upper part
   */
  public record SplitAt(double at) implements Change {
    @Override
    public String describe() {
      return "split at " + at;
    }
  }

  /**
   * A number gets exactly these cuts.
   *
   * @param cuts rising; none for a single bin
   */
  public record Cuts(List<Double> cuts) implements Change {
    /** Copies the cuts. */
    public Cuts {
      cuts = List.copyOf(cuts);
    }

    @Override
    public String describe() {
      return "set the cuts " + cuts;
    }
  }

  /**
   * A number's cuts that must survive; the other cuts are searched anew.
   *
   * @param cuts the cuts, rising
   */
  public record Fix(List<Double> cuts) implements Change {
    /** Copies the cuts. */
    public Fix {
      cuts = List.copyOf(cuts);
    }

    @Override
    public String describe() {
      return "fixed the cuts " + cuts + " and searched the others anew";
    }
  }

  /**
   * A category gets exactly these groups.
   *
   * @param groups the levels of each bin; a level that no group names goes where unseen ones go
   */
  public record Groups(List<List<String>> groups) implements Change {
    /** Copies the groups. */
    public Groups {
      groups = groups.stream().map(List::copyOf).toList();
    }

    @Override
    public String describe() {
      return "set the groups " + groups;
    }
  }

  /**
   * A bin scores with this WOE instead of its own.
   *
   * @param bin the bin; the missing bin follows the value bins, then the special ones
   * @param woe the WOE, finite
   */
  public record Woe(int bin, double woe) implements Change {
    /** Checks that the WOE is finite. */
    public Woe {
      if (!Double.isFinite(woe)) {
        throw new IllegalArgumentException("a WOE must be finite, not " + woe);
      }
    }

    @Override
    public String describe() {
      return "set the WOE of bin " + bin + " to " + woe;
    }
  }

  /**
   * Neighbouring effects of an additive model's number become alike: each becomes the mean of its own
   * and of its neighbours' within the range, by records.
   *
   * @param first the first bin
   * @param last the last bin, after the first
   */
  public record Smooth(int first, int last) implements Change {
    /** Checks the order. */
    public Smooth {
      if (!(first >= 0 && last > first)) {
        throw new IllegalArgumentException(
            "smoothing needs two bins in order, not " + first + " and " + last);
      }
    }

    @Override
    public String describe() {
      return "smoothed bins " + first + " to " + last;
    }
  }

  /**
   * A bin of an additive model has this effect instead of the one that was learned.
   *
   * @param bin the bin; the missing bin follows the value bins, then the special ones
   * @param effect what it brings to the log-odds of bad, finite
   */
  public record Effect(int bin, double effect) implements Change {
    /** Checks that the effect is finite. */
    public Effect {
      if (!(bin >= 0)) {
        throw new IllegalArgumentException("bins are numbered from 0, not " + bin);
      }
      if (!Double.isFinite(effect)) {
        throw new IllegalArgumentException("an effect must be finite, not " + effect);
      }
    }

    @Override
    public String describe() {
      return "set the effect of bin " + bin + " to " + effect;
    }
  }
}
