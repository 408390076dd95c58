package io.probity.monitoring;

import io.probity.binning.StabilityIndex;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How far counts over bins have moved from a reference, and whether that can be chance.
 *
 * @param name what was counted
 * @param psi the population stability index; 0 without records
 * @param chance the index that equal populations of this size stay below in 999 of 1,000 cases
 * @param records the records that were counted
 * @param verdict what to make of it
 */
public record Stability(String name, double psi, double chance, long records, Verdict verdict) {

  /** From this index on a shift is worth a look, once it is no chance. */
  public static final double WATCH_FROM = 0.10;

  /** From this index on a shift is large, once it is no chance. */
  public static final double ALARM_FROM = 0.25;

  private static final double SURE = 0.999;

  /** What to make of an index. */
  public enum Verdict {
    /** Even a large shift could be chance: there are too few records to tell. */
    TOO_FEW,
    /** No more than chance, or too small to matter. */
    STABLE,
    /** More than chance, and at least {@link Stability#WATCH_FROM}. */
    WATCH,
    /** More than chance, and at least {@link Stability#ALARM_FROM}. */
    ALARM
  }

  /**
   * Compares counts with a reference. Under equal populations the index is close to (1 / records + 1 /
   * reference records) times a chi-squared variable with one degree of freedom fewer than filled bins.
   *
   * <p>Source: Yurdakul, Statistical Properties of Population Stability Index, 2018.
   *
   * @param reference the weight of each bin in the reference
   * @param referenceRecords how many records the reference was taken over
   * @param counts the records in each bin
   */
  public static Stability of(
      String name, double[] reference, long referenceRecords, long[] counts) {
    if (reference.length != counts.length) {
      throw new IllegalArgumentException(name + " has " + reference.length
          + " bins in the reference, but " + counts.length + " were counted");
    }
    long records = Arrays.stream(counts).sum();
    if (records == 0 || referenceRecords < 1 || !(Arrays.stream(reference).sum() > 0)) {
      return new Stability(name, 0.0, Double.MAX_VALUE, records, Verdict.TOO_FEW);
    }
    double[] actual = Arrays.stream(counts).asDoubleStream().toArray();
    double psi = StabilityIndex.of(reference, actual, StabilityIndex.ZeroShare.FLOOR);
    int filled = 0;
    for (int i = 0; i < counts.length; i++) {
      filled += reference[i] > 0 || counts[i] > 0 ? 1 : 0;
    }
    double chance = filled < 2
        ? 0.0
        : (1.0 / records + 1.0 / referenceRecords)
            * new ChiSquaredDistribution(filled - 1.0).inverseCumulativeProbability(SURE);
    return new Stability(name, psi, chance, records, verdict(psi, chance));
  }

  private static Verdict verdict(double psi, double chance) {
    if (psi <= chance) {
      return chance > ALARM_FROM ? Verdict.TOO_FEW : Verdict.STABLE;
    }
    if (psi < WATCH_FROM) {
      return Verdict.STABLE;
    }
    return psi < ALARM_FROM ? Verdict.WATCH : Verdict.ALARM;
  }
}
