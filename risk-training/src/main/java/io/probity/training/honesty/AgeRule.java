package io.probity.training.honesty;

import io.probity.binning.Bin;
import io.probity.binning.BinOrigin;
import io.probity.binning.Binning;
import io.probity.model.Scorecard;
import io.probity.training.binning.BinSizes;
import io.probity.training.binning.BinningSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the age of elderly applicants from counting against them, as a scorecard in the United States
 * that uses age must: a cut at 62, and points of every bin from 62 on at least those of any younger one.
 *
 * <p>Use: bin the age with {@link #withCut}, repair the WOE with {@link #repaired} after every refit,
 * and {@link #check} the points of the finished scorecard. Missing and special bins hold no age and are
 * left alone.
 *
 * <p>Source: Regulation B, 12 CFR 1002.6(b)(2) and 1002.2(o).
 */
public final class AgeRule {

  /** The age from which an applicant is elderly. */
  public static final double ELDERLY = 62.0;

  private static final String BY = "age rule";
  private static final String WHY = "Regulation B, 12 CFR 1002.6(b)(2)";

  private AgeRule() {}

  /**
   * Returns settings whose cuts include that at 62. Bins may be small, since few applicants are elderly
   * and what a small bin is off is repaired in their favour.
   */
  public static BinningSettings withCut(BinningSettings settings) {
    List<Double> fixed = new ArrayList<>(settings.cuts().fixed());
    if (!fixed.contains(ELDERLY)) {
      fixed.add(ELDERLY);
    }
    BinSizes sizes = settings.sizes();
    return settings
        .withCuts(settings.cuts().withFixed(fixed))
        .withSizes(sizes
            .withShare(0, sizes.share().high())
            .withGoods(Math.min(1, sizes.goods().low()), sizes.goods().high())
            .withBads(Math.min(1, sizes.bads().low()), sizes.bads().high()));
  }

  /**
   * Returns the bins with the WOE of each bin from 62 on raised to the highest WOE of the younger ones,
   * where it is below; the origin says so. With a right-signed (negative) coefficient, points rise with
   * the WOE.
   *
   * @param age the bins of an age in years
   * @throws IllegalArgumentException if a bin holds ages on both sides of 62, or there is no younger bin
   */
  public static Binning repaired(Binning age) {
    double floor = Double.NEGATIVE_INFINITY;
    for (int bin = 0; bin < firstElderly(age); bin++) {
      floor = Math.max(floor, age.woe(bin));
    }
    Binning repaired = age;
    for (int bin = firstElderly(age); bin < age.valueBins(); bin++) {
      if (age.woe(bin) < floor) {
        repaired = repaired
            .withWoe(bin, floor)
            .withOrigin(repaired
                .origin()
                .with(new BinOrigin.Edit("WOE of bin " + bin + " raised to " + floor, BY, WHY)));
      }
    }
    return repaired;
  }

  /**
   * Checks the points of an age in a scorecard.
   *
   * @return what is wrong; empty if nothing is
   * @throws IllegalArgumentException if a bin holds ages on both sides of 62, or there is no younger bin
   */
  public static Optional<Finding> check(Scorecard.Term age) {
    Binning binning = age.binning();
    int first = firstElderly(binning);
    int most = age.points().subList(0, first).stream().mapToInt(p -> p).max().orElseThrow();
    for (int bin = first; bin < binning.valueBins(); bin++) {
      if (age.points().get(bin) < most) {
        return Optional.of(new Finding(
            Finding.Code.AGE_PENALISED,
            Finding.Severity.ERROR,
            List.of(binning.feature()),
            "the bin " + binning.bin(bin).label() + " of " + binning.feature() + " has "
                + age.points().get(bin) + " points and a younger one " + most
                + ": raise its WOE to that of the best younger bin (" + WHY + ")"));
      }
    }
    return Optional.empty();
  }

  private static int firstElderly(Binning age) {
    for (int bin = 1; bin < age.valueBins(); bin++) {
      if (age.bin(bin) instanceof Bin.Interval interval && interval.low() == ELDERLY) {
        return bin;
      }
    }
    throw new IllegalArgumentException("the bins of " + age.feature() + " have no cut at 62, but "
        + age.labels() + "; bin it with AgeRule.withCut");
  }
}
