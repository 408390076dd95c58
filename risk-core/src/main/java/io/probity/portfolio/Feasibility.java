package io.probity.portfolio;

import io.probity.input.DecimalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether constraints can be met together. Granting nothing keeps to all of them but a least exposure,
 * so that is the one to look at: the most exposure that the others allow.
 */
final class Feasibility {

  private static final double PRECISION = 1e-6;

  private Feasibility() {}

  /**
   * Requires that the constraints can be met by shares of limits.
   *
   * @throws IllegalArgumentException naming what is in the way and the least change of each
   */
  static void require(LimitOptions options, PortfolioConstraints constraints) {
    Rows rows = Rows.of(options.segments(), constraints);
    double wanted = constraints.leastExposure().orElse(0);
    if (wanted == 0) {
      return;
    }
    Rows others = rows.without(rows.indexOf(Rows.LEAST_EXPOSURE));
    double most = mostExposure(options, others);
    if (most >= wanted * (1 - PRECISION)) {
      return;
    }
    List<String> remedies = new ArrayList<>();
    remedies.add("lower leastExposure to " + DecimalText.of(most));
    for (int row = 0; row < others.size(); row++) {
      double without = mostExposure(options, others.without(row));
      if (without >= wanted * (1 - PRECISION)) {
        remedies.add(remedy(options, rows, others.name(row)));
      }
    }
    throw new IllegalArgumentException("a leastExposure of " + DecimalText.of(wanted)
        + " cannot be met together with the other constraints, which allow at most "
        + DecimalText.of(most) + "; " + String.join(", or ", remedies));
  }

  static boolean isFeasible(LimitOptions options, PortfolioConstraints constraints) {
    double wanted = constraints.leastExposure().orElse(0);
    if (wanted == 0) {
      return true;
    }
    Rows rows = Rows.of(options.segments(), constraints);
    Rows others = rows.without(rows.indexOf(Rows.LEAST_EXPOSURE));
    return mostExposure(options, others) >= wanted * (1 - PRECISION);
  }

  private static double mostExposure(LimitOptions options, Rows rows) {
    double[] limits = new double[options.options()];
    for (int o = 0; o < limits.length; o++) {
      limits[o] = options.limit(o);
    }
    return bound(options.withProfit(limits), rows);
  }

  private static String remedy(LimitOptions options, Rows rows, String name) {
    int row = rows.indexOf(name);
    if (rows.bound(row) == 0 && !name.equals(Rows.MOST_LOSS)) {
      return "drop the bound \"" + name + "\"";
    }
    double[] saved = new double[options.options()];
    for (int i = 0; i < options.applicants(); i++) {
      for (int o = options.start(i); o < options.end(i); o++) {
        saved[o] =
            -rows.use(row, options.segmentPosition(i), options.limit(o), options.expectedLoss(o));
      }
    }
    double needed = -bound(options.withProfit(saved), rows.without(row));
    return "raise " + name + " to " + DecimalText.of(needed);
  }

  private static double bound(LimitOptions options, Rows rows) {
    return LimitOptimiser.bound(new Relaxation(options, rows)).best().value();
  }
}
