package io.probity.training.boosted;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How XGBoost is told to boost.
 *
 * @param depth the most splits to a leaf
 * @param rate the share of a step that is taken
 * @param caution the ridge and the least curvature of a leaf
 * @param rowShare the share of the records that each tree sees
 * @param columnShare the share of the columns that each split may choose from
 * @param seed of the shares
 */
record BoostingRules(
    int depth, double rate, double caution, double rowShare, double columnShare, long seed) {

  static final String MONOTONE = "monotone_constraints";

  private static final int SEED_RANGE = 1 << 30;

  /**
   * Returns the parameters by XGBoost's names. One thread, so that sums do not depend on threads.
   *
   * @param directions 1, -1 or 0 for each column
   */
  Map<String, Object> parameters(int[] directions) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("booster", "gbtree");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", depth);
    parameters.put("eta", rate);
    parameters.put("lambda", caution);
    parameters.put("min_child_weight", caution);
    parameters.put("subsample", rowShare);
    parameters.put("colsample_bynode", columnShare);
    parameters.put("seed", Math.floorMod(seed, SEED_RANGE));
    parameters.put("seed_per_iteration", true); // boostings that take turns do not share a chain
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    String constraints = constraints(directions);
    if (!constraints.isEmpty()) {
      parameters.put(MONOTONE, constraints);
    }
    return parameters;
  }

  /** Returns directions as XGBoost writes them; empty where there are none. */
  static String constraints(int[] directions) {
    if (Arrays.stream(directions).allMatch(direction -> direction == 0)) {
      return "";
    }
    return Arrays.stream(directions)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "(", ")"));
  }
}
