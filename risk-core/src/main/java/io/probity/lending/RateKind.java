package io.probity.lending;

/** How an annual rate is made from the rate of one month. */
public enum RateKind {
  /** 12 times the monthly rate; the US APR is of this kind. */
  NOMINAL {
    @Override
    double annual(double monthly) {
      return MONTHS * monthly;
    }

    @Override
    double monthly(double annual) {
      return annual / MONTHS;
    }
  },
  /** (1 + monthly rate)^12 - 1; the EU APRC is of this kind. */
  EFFECTIVE {
    @Override
    double annual(double monthly) {
      return StrictMath.expm1(MONTHS * StrictMath.log1p(monthly));
    }

    @Override
    double monthly(double annual) {
      return StrictMath.expm1(StrictMath.log1p(annual) / MONTHS);
    }
  };

  private static final double MONTHS = 12.0;

  abstract double annual(double monthly);

  abstract double monthly(double annual);
}
