package io.probity.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a policy wants points lost to be told.
 *
 * @param reference what the points are compared with
 * @param groups features that are one reason together; no feature in two of them
 * @param inquiries features of recent inquiries, which may be a fifth reason
 */
public record ReasonRules(ReasonReference reference, List<Group> groups, List<String> inquiries) {

  /** Against the population's mean, every feature for itself. */
  public static final ReasonRules DEFAULT =
      new ReasonRules(ReasonReference.MEAN, List.of(), List.of());

  /** Checks that no feature stands in two groups. */
  public ReasonRules {
    groups = List.copyOf(groups);
    inquiries = List.copyOf(inquiries);
    Set<String> seen = new HashSet<>();
    for (Group group : groups) {
      for (String feature : group.features()) {
        if (!seen.add(feature)) {
          throw new IllegalArgumentException(
              "the feature " + feature + " stands in groups of reasons twice");
        }
      }
    }
  }

  /**
   * Features that are told as one reason.
   *
   * @param code its code
   * @param features their names, at least one
   * @param text its words
   */
  public record Group(String code, List<String> features, ReasonText text) {

    /** Copies the names. */
    public Group {
      features = List.copyOf(features);
      if (features.isEmpty()) {
        throw new IllegalArgumentException("the group " + code + " needs at least one feature");
      }
    }
  }
}
