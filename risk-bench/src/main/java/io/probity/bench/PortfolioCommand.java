package io.probity.bench;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.portfolio.LimitAllocation;
import io.probity.portfolio.LimitOptimiser;
import io.probity.portfolio.LimitOptions;
import io.probity.portfolio.LinearAllocation;
import io.probity.portfolio.PortfolioConstraints;
import io.probity.portfolio.SegmentShare;
import io.probity.portfolio.ShadowPrice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code risk bench portfolio}: the optimiser of limits over a whole portfolio under an exposure, a
 * loss budget and bounds of two segments: time, heap, and the gap to the bound of the linear program.
 * The bound is compared with the simplex method on a portfolio that is small enough for it.
 */
@Command(
    name = "portfolio",
    description = "Choose the limits of a made-up portfolio: time, heap and the gap to the bound of"
        + " the linear program.",
    mixinStandardHelpOptions = true)
final class PortfolioCommand implements Callable<Integer> {

  private static final String[] SEGMENTS = {"salaried", "self-employed", "pension", "student"};
  private static final double MILLION = 1e6;
  private static final double NANOS = 1e9;
  private static final int MOST_APPLICANTS = 10_000_000;
  private static final int MOST_LIMITS = 20;

  @Option(
      names = "--applicants",
      paramLabel = "N",
      description = "How many applicants. Default: ${DEFAULT-VALUE}.")
  private int applicants = 1_000_000;

  @Option(
      names = "--limits",
      paramLabel = "N",
      description = "How many limits each may get, 0 among them. Default: ${DEFAULT-VALUE}.")
  private int limits = 8;

  @Option(names = "--seed", paramLabel = "S", description = "The seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 20_261_121;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the results to this file, such as risk-bench/results/portfolio.md.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    require("--applicants", applicants, SEGMENTS.length, MOST_APPLICANTS);
    require("--limits", limits, 1, MOST_LIMITS);
    String report = report();
    System.out.print(report);
    if (out != null) {
      WholeFile.write(out, report.getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidInputException(new Violation(
          option, "must be from " + least + " to " + most, Integer.toString(value), ""));
    }
  }

  private String report() {
    long begun = System.nanoTime();
    LimitOptions options = options(applicants);
    long built = System.nanoTime();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    LimitAllocation allocation = LimitOptimiser.optimise(options, constraints(applicants));
    long done = System.nanoTime();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    StringBuilder text = new StringBuilder("# Limits of a whole portfolio\n\n");
    add(
        text,
        "`risk bench portfolio --applicants %d --limits %d --seed %d`%n%n",
        applicants,
        limits,
        seed);
    text.append(Circumstances.lines());
    add(
        text,
        """

        | figure | |
        |---|---|
        | gathered in | %.1f s |
        | optimised in | %.1f s, %.1f s of processor on one thread, %d evaluations |
        | heap | %.0f MB at the peak, of at most %.0f MB |
        | profit | %.2f |
        | bound of the linear program | %.2f |
        | gap | %.5f%% |
        """,
        (built - begun) / NANOS,
        (done - built) / NANOS,
        (after - before) / NANOS,
        allocation.evaluations(),
        peakHeap() / MILLION,
        Runtime.getRuntime().maxMemory() / MILLION,
        allocation.profit(),
        allocation.bound(),
        100 * allocation.gap());
    addSimplex(text);
    text.append("\n| constraint | bound | used | one more unit earns |\n|---|---|---|---|\n");
    for (ShadowPrice price : allocation.shadowPrices()) {
      add(
          text,
          "| %s | %.2f | %.2f | %.6f |%n",
          price.constraint(),
          price.bound(),
          price.used(),
          price.price());
    }
    return text.toString();
  }

  /** Compares the bound with the optimum of the simplex method on as many as that can take. */
  private void addSimplex(StringBuilder text) {
    int few = Math.min(applicants, LinearAllocation.MOST_OPTIONS / limits / 2);
    LimitOptions options = options(few);
    double bound = LimitOptimiser.optimise(options, constraints(few)).bound();
    double simplex = LinearAllocation.of(options, constraints(few)).profit();
    add(
        text,
        "| the bound on the first %d, beside the simplex method | %.6f and %.6f |%n",
        few,
        bound,
        simplex);
  }

  private static PortfolioConstraints constraints(int applicants) {
    return PortfolioConstraints.of(2_400.0 * applicants, 36.0 * applicants)
        .withShares(List.of(
            new SegmentShare("salaried", 0.30, 1), new SegmentShare("self-employed", 0, 0.20)));
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private LimitOptions options(int count) {
    SplittableRandom random = new SplittableRandom(seed);
    LimitOptions.Builder builder = LimitOptions.builder();
    for (int i = 0; i < count; i++) {
      // the first four are of all segments, so that each bound speaks of somebody
      int segment = i < SEGMENTS.length ? i : random.nextInt(SEGMENTS.length);
      builder.applicant("A" + i, SEGMENTS[segment]);
      double pd = 0.004 + 0.2 * random.nextDouble() * random.nextDouble();
      double margin = 0.03 + 0.15 * random.nextDouble();
      builder.option(0, 0, 0);
      for (int k = 1; k < limits; k++) {
        double limit = 1_000.0 * k;
        double drawn = limit * (0.85 - 0.04 * k);
        double loss = pd * (1 + 0.06 * k) * 0.6 * drawn;
        builder.option(limit, loss, margin * drawn - loss);
      }
    }
    return builder.build();
  }

  /** Returns the sum of the peaks of all pools, which need not be at once: an upper bound. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
