package io.probity.training.binning;

/**
 * A step from one bin to the next that a trend permits.
 *
 * @param order how the bad rate may move
 * @param phase the phase of the trend from then on
 */
record Step(Order order, int phase) {

  enum Order {
    RISE,
    FALL,
    ANY
  }

  private static final Step[][] ASCENDING = {{new Step(Order.RISE, 0)}};
  private static final Step[][] DESCENDING = {{new Step(Order.FALL, 0)}};
  private static final Step[][] FREE = {{new Step(Order.ANY, 0)}};
  private static final Step[][] PEAK = {
    {new Step(Order.RISE, 0), new Step(Order.FALL, 1)}, {new Step(Order.FALL, 1)}
  };
  private static final Step[][] VALLEY = {
    {new Step(Order.FALL, 0), new Step(Order.RISE, 1)}, {new Step(Order.RISE, 1)}
  };

  /** Returns the steps that each phase of a trend permits; a trend starts in phase 0. */
  static Step[][] of(Trend trend) {
    return switch (trend) {
      case ASCENDING -> ASCENDING;
      case DESCENDING -> DESCENDING;
      case PEAK -> PEAK;
      case VALLEY -> VALLEY;
      case NONE -> FREE;
      case AUTO, MONOTONE, CONCAVE, CONVEX ->
        throw new IllegalArgumentException("the trend " + trend + " has no steps");
    };
  }
}
