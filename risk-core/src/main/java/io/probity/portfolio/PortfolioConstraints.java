package io.probity.portfolio;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a portfolio must keep to.
 *
 * @param leastExposure the smallest sum of limits; empty for none
 * @param mostExposure the largest sum of limits; empty for none
 * @param mostExpectedLoss the loss budget: the largest sum of expected losses; empty for none
 * @param shares bounds of segments, each named once
 */
public record PortfolioConstraints(
    OptionalDouble leastExposure,
    OptionalDouble mostExposure,
    OptionalDouble mostExpectedLoss,
    List<SegmentShare> shares) {

  /** No constraint at all. */
  public static final PortfolioConstraints NONE = new PortfolioConstraints(
      OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), List.of());

  private static final double TOLERANCE = 1e-12;

  /** Checks the bounds, each alone and against each other. */
  public PortfolioConstraints {
    shares = List.copyOf(shares);
    requireBound("least exposure", leastExposure);
    requireBound("most exposure", mostExposure);
    requireBound("most expected loss", mostExpectedLoss);
    double least = leastExposure.orElse(0);
    double most = mostExposure.orElse(Double.MAX_VALUE);
    if (!(least <= most)) {
      throw new IllegalArgumentException("no portfolio has an exposure of at least " + least
          + " and at most " + most + "; lower the first to " + most + " or raise the other to "
          + least);
    }
    Set<String> names = new HashSet<>();
    double sum = 0.0;
    for (SegmentShare share : shares) {
      if (!names.add(share.segment())) {
        throw new IllegalArgumentException(
            "the segment \"" + share.segment() + "\" is bounded twice; state both bounds at once");
      }
      sum += share.least();
    }
    if (!(sum <= 1 + TOLERANCE)) {
      throw new IllegalArgumentException("the least shares of the segments add up to " + sum
          + "; lower them by " + (sum - 1) + " in all, so that they fit into 1");
    }
  }

  private static void requireBound(String name, OptionalDouble bound) {
    bound.ifPresent(value -> {
      if (!(value >= 0 && value <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("the " + name + " must be finite and at least 0, not "
            + value + "; the least change that can be met is 0");
      }
    });
  }

  /**
   * Loads constraints from their JSON form: {@code mostExposure}, {@code leastExposure}, {@code
   * mostExpectedLoss} and {@code shares}, each optional.
   *
   * @throws io.probity.input.InvalidInputException naming the JSON path of what is wrong
   */
  public static PortfolioConstraints load(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] json = in.readNBytes(JsonLimits.FILE.bytes() + 1);
      String name = String.valueOf(path.getFileName());
      return ConstraintsJson.read(JsonObject.parse(json, name, JsonLimits.FILE));
    }
  }

  /** Returns the constraints of a total exposure and a loss budget. */
  public static PortfolioConstraints of(double mostExposure, double mostExpectedLoss) {
    return NONE.withMostExposure(mostExposure).withMostExpectedLoss(mostExpectedLoss);
  }

  /** Returns these constraints with another largest sum of limits. */
  public PortfolioConstraints withMostExposure(double amount) {
    return new PortfolioConstraints(
        leastExposure, OptionalDouble.of(amount), mostExpectedLoss, shares);
  }

  /** Returns these constraints with another smallest sum of limits. */
  public PortfolioConstraints withLeastExposure(double amount) {
    return new PortfolioConstraints(
        OptionalDouble.of(amount), mostExposure, mostExpectedLoss, shares);
  }

  /** Returns these constraints with another loss budget. */
  public PortfolioConstraints withMostExpectedLoss(double amount) {
    return new PortfolioConstraints(leastExposure, mostExposure, OptionalDouble.of(amount), shares);
  }

  /** Returns these constraints with other bounds of segments. */
  public PortfolioConstraints withShares(List<SegmentShare> others) {
    return new PortfolioConstraints(leastExposure, mostExposure, mostExpectedLoss, others);
  }
}
