package io.probity.portfolio;

/** One option for each applicant, being changed, with what it takes of the rows. One thread. */
final class Selection {

  private final LimitOptions options;
  private final Rows rows;
  private final int[] choice;
  private final double[] exposure;
  private double loss;
  private double profit;

  Selection(Relaxation relaxation, int[] choice) {
    this.options = relaxation.options();
    this.rows = relaxation.rows();
    this.choice = choice;
    this.exposure = new double[options.segments().size()];
    for (int i = 0; i < choice.length; i++) {
      exposure[options.segmentPosition(i)] += options.limit(choice[i]);
      loss += options.expectedLoss(choice[i]);
      profit += options.profit(choice[i]);
    }
  }

  int option(int applicant) {
    return choice[applicant];
  }

  int[] choice() {
    return choice.clone();
  }

  double profit() {
    return profit;
  }

  double used(int row) {
    return rows.use(row, exposure, loss);
  }

  /** Returns how far a row is past its bound, 0 where it is within rounding. */
  double excess(int row) {
    double over = used(row) - rows.bound(row);
    return over <= rows.tolerance(row, total()) ? 0 : over;
  }

  boolean isFeasible() {
    for (int row = 0; row < rows.size(); row++) {
      if (excess(row) > 0) {
        return false;
      }
    }
    return true;
  }

  private double total() {
    double sum = 0.0;
    for (double of : exposure) {
      sum += of;
    }
    return sum;
  }

  /** Gives an applicant another option. */
  void move(int applicant, int option) {
    int old = choice[applicant];
    exposure[options.segmentPosition(applicant)] += options.limit(option) - options.limit(old);
    loss += options.expectedLoss(option) - options.expectedLoss(old);
    profit += options.profit(option) - options.profit(old);
    choice[applicant] = option;
  }

  /**
   * Returns whether a move breaks no row that is kept, given the room that is left in each.
   *
   * @param room bound - use of each row; where it is below 0, the row is broken already
   */
  boolean fits(int applicant, int option, double[] room) {
    int segment = options.segmentPosition(applicant);
    double more = options.limit(option) - options.limit(choice[applicant]);
    double moreLoss = options.expectedLoss(option) - options.expectedLoss(choice[applicant]);
    for (int row = 0; row < room.length; row++) {
      double use = rows.use(row, segment, more, moreLoss);
      if (room[row] >= 0 && use > room[row]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the room in each row. */
  double[] room() {
    double[] room = new double[rows.size()];
    for (int row = 0; row < room.length; row++) {
      double left = rows.bound(row) - used(row);
      room[row] = left < 0 && excess(row) == 0 ? 0 : left;
    }
    return room;
  }
}
