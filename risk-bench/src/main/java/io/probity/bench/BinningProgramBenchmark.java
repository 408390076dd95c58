package io.probity.bench;

import io.probity.metrics.SplitMix64;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.CutRules;
import io.probity.training.binning.OptimalPartition;
import io.probity.training.binning.Outcomes;
import io.probity.training.binning.PartitionResult;
import io.probity.training.binning.PreBinCounts;
import io.probity.training.binning.PreBinCuts;
import io.probity.training.binning.Trend;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the exact binning program costs by itself, at 64 and 77 pre-bins, and what one numeric variable
 * of 1,000,000 records in memory costs with its pre-binning: the best monotone bins, rising or falling.
 *
 * <p>Run from the root of the checkout, after {@code mvn -B verify}: {@code mvn -q -pl risk-bench
 * exec:java -Dexec.mainClass=org.openjdk.jmh.Main -Dexec.args="BinningProgramBenchmark"}; or {@code
 * risk bench binning}, with optbinning on the same values beside it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BinningProgramBenchmark {

  private static final int RECORDS = 1_000_000;
  private static final int SEED = 1;
  private static final Field FIELD = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE);

  /** The pre-bins. */
  @Param({"64", "77"})
  public int preBins;

  private final BinningSettings monotone = BinningSettings.DEFAULT.withTrend(Trend.MONOTONE);
  private double[] values = new double[0];
  private Outcomes outcomes = Outcomes.of(new int[0]);
  private PreBinCounts counts = PreBinCounts.of(new long[] {1}, new long[] {1});
  private BinningTrainer trainer = new BinningTrainer(monotone);

  /** Makes the variable and the counts of pre-bins of equal size. */
  @Setup
  public void make() {
    values = values();
    int[] target = target(values);
    outcomes = Outcomes.of(target);
    trainer = new BinningTrainer(
        monotone.withCuts(monotone.cuts().withPreBins(preBins, monotone.cuts().minPreBinShare())));
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long[] goods = new long[preBins];
    long[] bads = new long[preBins];
    for (int row = 0; row < RECORDS; row++) {
      int rank = Math.abs(Arrays.binarySearch(sorted, values[row]));
      int preBin = (int) ((long) rank * preBins / RECORDS);
      (target[row] == 1 ? bads : goods)[preBin]++;
    }
    counts = PreBinCounts.of(goods, bads);
  }

  private static double[] values() {
    double[] values = new double[RECORDS];
    for (int row = 0; row < RECORDS; row++) {
      SplitMix64 random = SplitMix64.ofStream(SEED, row);
      values[row] = -StrictMath.log(1.0 - random.nextDouble());
    }
    return values;
  }

  /** Makes outcomes whose log-odds rise with the root of the value, with a wave on top. */
  private static int[] target(double[] values) {
    int[] target = new int[RECORDS];
    for (int row = 0; row < RECORDS; row++) {
      double logOdds =
          -3.0 + 1.2 * Math.sqrt(values[row]) + 0.3 * StrictMath.sin(5.0 * values[row]);
      double draw = SplitMix64.ofStream(SEED + 1, row).nextDouble();
      target[row] = draw < 1.0 / (1.0 + StrictMath.exp(-logOdds)) ? 1 : 0;
    }
    return target;
  }

  /** The program by itself, on counts. */
  @Benchmark
  public PartitionResult program() {
    return OptimalPartition.of(counts, monotone);
  }

  /** The whole variable: sorting, pre-binning, the program, the table of bins. */
  @Benchmark
  public BinningResult millionRecords() {
    return trainer.tryTrain(FIELD, values, outcomes);
  }

  /** Returns the IV of the best bins. */
  double informationValue() {
    return millionRecords().binning().orElseThrow().table().informationValue();
  }

  /** Writes value and outcome of each record to a CSV, the cuts between the pre-bins to another file. */
  static void write(Path file, Path cutsFile) throws IOException {
    double[] values = values();
    int[] target = target(values);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("x,bad\n");
      for (int row = 0; row < RECORDS; row++) {
        out.write(values[row] + "," + target[row] + "\n");
      }
    }
    StringBuilder cuts = new StringBuilder();
    for (double cut :
        PreBinCuts.of(FIELD, values, Outcomes.of(target), CutRules.DEFAULT_MAX_PRE_BINS)) {
      cuts.append(cut).append('\n');
    }
    Files.writeString(cutsFile, cuts);
  }
}
