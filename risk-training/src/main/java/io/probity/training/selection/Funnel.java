package io.probity.training.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of each field on its way into the model: kept, or dropped with the reason. In the order
 * of the schema. Immutable.
 *
 * @param entries one for each field that could have been a feature
 */
public record Funnel(List<Entry> entries) {

  /** Copies the list. */
  public Funnel {
    entries = List.copyOf(entries);
  }

  /** Why a field was dropped. */
  public enum Reason {
    /** The plan excludes it. */
    EXCLUDED,
    /** It is protected, and the plan gives no reason to use it. */
    PROTECTED,
    /** It is a lender's own judgement, and the plan gives no reason to use it. */
    LENDER_OUTPUT,
    /** It is made of the outcome, or known only after it, by all that can be seen. */
    SUSPECT,
    /** It cannot be binned. */
    NOT_BINNED,
    /** Too many of its values are missing. */
    MOSTLY_MISSING,
    /** Its information value is too low. */
    LOW_IV,
    /** It has too few bins. */
    FEW_BINS,
    /** Its bins hold other shares in some period. */
    UNSTABLE,
    /** It follows another feature that says more. */
    CORRELATED,
    /** It is nearly a linear combination of other features. */
    HIGH_VIF,
    /** It is a linear combination of other features. */
    COLLINEAR,
    /** The stepwise search did not take it, or took it out again. */
    STEPWISE,
    /** Nothing was learned from it. */
    NO_EFFECT,
    /** Its coefficient had the wrong sign beside the other features. */
    WRONG_SIGN
  }

  /**
   * One field.
   *
   * @param field its name
   * @param dropped why it was dropped; empty for a field in the model
   * @param detail the figure or the message behind it; empty for a field in the model
   */
  public record Entry(String field, Optional<Reason> dropped, String detail) {

    /** Returns the entry of a field in the model. */
    public static Entry kept(String field) {
      return new Entry(field, Optional.empty(), "");
    }

    /** Returns the entry of a field that was dropped. */
    public static Entry dropped(String field, Reason reason, String detail) {
      return new Entry(field, Optional.of(reason), detail);
    }
  }

  /** Returns the names of the fields in the model. */
  public List<String> kept() {
    return entries.stream()
        .filter(entry -> entry.dropped().isEmpty())
        .map(Entry::field)
        .toList();
  }

  /** Returns this funnel with a field dropped that was kept so far. */
  public Funnel dropping(String field, Reason reason, String detail) {
    List<Entry> changed = new ArrayList<>();
    for (Entry entry : entries) {
      boolean drops = entry.field().equals(field) && entry.dropped().isEmpty();
      changed.add(drops ? Entry.dropped(field, reason, detail) : entry);
    }
    return new Funnel(changed);
  }
}
