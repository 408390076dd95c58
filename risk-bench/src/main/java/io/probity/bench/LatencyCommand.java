package io.probity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * {@code risk bench latency [--quick] [PATTERN...]}: measures the calls of a lending service, and the
 * peers if they are on the class path, in one run; prints a table with ratios and writes it below
 * {@code risk-bench/results}.
 */
public final class LatencyCommand {

  private static final String OWN = "LatencyBenchmark";
  private static final String PEERS = "PeerBenchmark";
  private static final String QUICK = "--quick";
  private static final Path RESULTS = Path.of("risk-bench", "results");

  private LatencyCommand() {}

  /** Runs the benchmarks from the root of a checkout. */
  public static void main(String[] args) throws RunnerException, IOException {
    List<String> patterns =
        Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
    ChainedOptionsBuilder options = new OptionsBuilder()
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .shouldFailOnError(false);
    for (String pattern : patterns.isEmpty() ? List.of(OWN, PEERS) : patterns) {
      options.include(pattern);
    }
    if (List.of(args).contains(QUICK)) {
      options.warmupTime(TimeValue.milliseconds(500)).measurementTime(TimeValue.milliseconds(500));
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    String report = new LatencyReport(results).toMarkdown();
    Files.createDirectories(RESULTS);
    Path file = RESULTS.resolve("latency-%s-java%d.md"
        .formatted(LocalDate.now(ZoneOffset.UTC), Runtime.version().feature()));
    Files.writeString(file, report);
    System.out.println(report);
    System.out.println("written to " + file);
  }
}
