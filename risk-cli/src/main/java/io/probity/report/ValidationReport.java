package io.probity.report;

import io.probity.input.JsonText;
import io.probity.metrics.CalibrationBin;
import io.probity.metrics.Interval;
import io.probity.validation.Validation;

/** The few figures that training shows, as text and as JSON. */
public final class ValidationReport {

  private static final double LEVEL = 0.95;
  private static final int DIGITS = 4;

  private ValidationReport() {}

  /** Returns the figures for people. */
  public static String text(Validation validation, int width) {
    TextTable figures = TextTable.of("Figure", ">Value", "95% interval");
    Interval auc = validation.discrimination().interval(LEVEL);
    Interval gini = validation.discrimination().giniInterval(LEVEL);
    figures.add("AUC", value(validation.discrimination().auc()), Figures.interval(auc, DIGITS));
    figures.add(
        "Gini", value(2 * validation.discrimination().auc() - 1), Figures.interval(gini, DIGITS));
    figures.add(
        "KS", value(validation.ks().value()), "at PD " + value(validation.ks().atScore()));
    figures.add(
        "Brier score",
        value(validation.brier().value()),
        "bad rate alone: " + value(validation.brier().ofBadRate()));
    figures.add(
        "Log-loss",
        value(validation.logLoss().value()),
        "bad rate alone: " + value(validation.logLoss().ofBadRate()));
    TextTable tenths =
        TextTable.of(">Records", ">Mean PD", ">Bad rate", ">Bads", "95% interval of the bad rate");
    for (CalibrationBin bin : validation.calibration().bins()) {
      tenths.add(
          Figures.count(bin.weight()),
          Figures.percent(bin.meanPd()),
          Figures.percent(bin.badRate()),
          Figures.count(bin.bads()),
          Figures.percent(bin.wilson(LEVEL).low())
              + " to "
              + Figures.percent(bin.wilson(LEVEL).high()));
    }
    return Figures.count(validation.rows())
        + " records, "
        + Figures.count(validation.bads())
        + " bad ("
        + Figures.percent(validation.badRate())
        + ")\n\n"
        + figures.render(width)
        + "\nCalibration in tenths of the records, the safest first\n\n"
        + tenths.render(width);
  }

  static void write(JsonText out, Validation validation) {
    Interval auc = validation.discrimination().interval(LEVEL);
    out.put("rows", validation.rows()).put("bads", validation.bads());
    out.put("badRate", validation.badRate());
    out.put("auc", validation.discrimination().auc());
    out.put("aucInterval", new double[] {auc.low(), auc.high()});
    out.put("gini", 2 * validation.discrimination().auc() - 1);
    out.put("ks", validation.ks().value()).put("ksAtPd", validation.ks().atScore());
    out.put("brier", validation.brier().value())
        .put("logLoss", validation.logLoss().value());
    out.beginList("calibration");
    for (CalibrationBin bin : validation.calibration().bins()) {
      out.beginObject().put("records", bin.weight()).put("meanPd", bin.meanPd());
      out.put("bads", bin.bads()).put("badRate", bin.badRate()).endObject();
    }
    out.endList();
  }

  private static String value(double figure) {
    return Figures.decimals(figure, DIGITS);
  }
}
