package io.probity.model;

import io.probity.binning.Bin;
import io.probity.binning.Binning;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.List;

/** Cells of a binned feature at and beside which a prediction changes. */
final class BinProbes {

  private BinProbes() {}

  /** Returns both sides of every cut or all levels and an unseen one, then missing and special codes. */
  static double[] of(Binning binning) {
    List<Double> probes = new ArrayList<>();
    if (binning.field().kind() == FieldKind.CATEGORY) {
      for (int level = 0; level < binning.field().rules().levels().size(); level++) {
        probes.add((double) level);
      }
      probes.add(SpecialValues.UNSEEN);
    } else {
      for (double cut : binning.cuts()) {
        probes.add(Math.nextDown(cut));
        probes.add(cut);
      }
      if (probes.isEmpty()) {
        probes.add(0.0);
      }
    }
    probes.add(Double.NaN);
    for (int bin = binning.missingBin() + 1; bin < binning.bins(); bin++) {
      if (binning.bin(bin) instanceof Bin.Special special) {
        probes.add(SpecialValues.cell(special.code()));
      }
    }
    return probes.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
