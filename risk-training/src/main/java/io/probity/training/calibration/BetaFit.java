package io.probity.training.calibration;

import io.probity.model.CalibrationCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * The beta calibration: logit(PD) = intercept + a ln(p) - b ln(1 - p), by maximum likelihood under a, b
 * of at least 0.
 *
 * <p>The likelihood is concave, so where the free fit has one negative parameter the constrained one
 * has a 0 there; where both are negative one of the two is 0, and the better way is taken.
 */
final class BetaFit {

  static final String A = "a";
  static final String B = "b";
  private static final double LN_2 = StrictMath.log(2.0);

  private final PooledRecords records;
  private final BetaForm form;
  private final double[] lnP;
  private final double[] minusLn1p;
  private final PooledRegression regression;

  BetaFit(PooledRecords records, BetaForm form) {
    this.records = records;
    this.form = form;
    double shift = form == BetaForm.AB ? LN_2 : 0.0;
    this.lnP = new double[records.size()];
    this.minusLn1p = new double[records.size()];
    for (int i = 0; i < lnP.length; i++) {
      lnP[i] = shift - softplus(-records.logOdds[i]);
      minusLn1p[i] = softplus(records.logOdds[i]) - shift;
    }
    this.regression = new PooledRegression(records.goods, records.bads);
  }

  /** Returns the curve of a form. */
  static CalibrationCurve.Beta of(PooledRecords records, BetaForm form) {
    if (form == BetaForm.AM) {
      CalibrationCurve.Platt line = PlattFit.of(records, PlattTargets.OBSERVED);
      return new CalibrationCurve.Beta(line.slope(), line.slope(), line.intercept());
    }
    return new BetaFit(records, form).constrained();
  }

  private CalibrationCurve.Beta constrained() {
    if (records.size() == 1 && form == BetaForm.ABM) {
      return level();
    }
    Parameters free = free(List.of(A, B));
    if (free.a() >= 0 && free.b() >= 0) {
      return free.curve();
    }
    if (free.b() >= 0) {
      return single(B).curve();
    }
    if (free.a() >= 0) {
      return single(A).curve();
    }
    Parameters onlyA = single(A);
    Parameters onlyB = single(B);
    return (onlyB.logLikelihood() > onlyA.logLikelihood() ? onlyB : onlyA).curve();
  }

  /** Fits one parameter, 0 where it would be negative. */
  private Parameters single(String name) {
    Parameters fitted = free(List.of(name));
    if (fitted.a() >= 0 && fitted.b() >= 0) {
      return fitted;
    }
    double atRate = records.totalBads * StrictMath.log(records.badRate())
        + records.totalGoods * StrictMath.log1p(-records.badRate());
    double atHalf = -(records.totalBads + records.totalGoods) * LN_2;
    return form == BetaForm.AB
        ? new Parameters(0.0, 0.0, 0.0, atHalf)
        : new Parameters(0.0, 0.0, records.badRateLogOdds(), atRate);
  }

  /** Fits some of the parameters, the others 0, without minding their signs. */
  Parameters free(List<String> names) {
    List<double[]> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(name.equals(A) ? lnP : minusLn1p);
    }
    double[][] design = columns.toArray(new double[0][]);
    PooledFit fit = form == BetaForm.AB
        ? regression.fitThroughOrigin(names, design)
        : regression.fit(names, design);
    double a = names.contains(A) ? fit.slopes().get(names.indexOf(A)) : 0.0;
    double b = names.contains(B) ? fit.slopes().get(names.indexOf(B)) : 0.0;
    double logLikelihood = fit.logLikelihood();
    return form == BetaForm.AB
        ? new Parameters(a, b, (a - b) * LN_2, logLikelihood / 2.0)
        : new Parameters(a, b, fit.intercept(), logLikelihood);
  }

  private CalibrationCurve.Beta level() {
    return new CalibrationCurve.Beta(0.0, 0.0, records.badRateLogOdds());
  }

  /** Returns ln(1 + e^x). */
  static double softplus(double x) {
    return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
  }

  /** Parameters and their log-likelihood. */
  record Parameters(double a, double b, double intercept, double logLikelihood) {

    CalibrationCurve.Beta curve() {
      return new CalibrationCurve.Beta(a + 0.0, b + 0.0, intercept);
    }
  }
}
