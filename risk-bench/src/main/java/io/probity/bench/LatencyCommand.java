package io.probity.bench;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code risk bench latency}: measures the calls of a lending service, and the peers if they are asked
 * for, in one run; prints a table with ratios and writes it below {@code risk-bench/results}.
 */
@Command(
    name = "latency",
    description = "Measure what a PD, a score with reasons and a whole decision cost, by JMH.",
    mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {

  private static final List<String> OWN =
      List.of("\\.LatencyBenchmark\\.", "\\.CsvScoringBenchmark\\.");
  private static final String PEERS = "\\.PeerBenchmark\\.";
  private static final TimeValue SHORT = TimeValue.milliseconds(500);
  private static final int FEW = 3;
  private static final int MACHINES = 15;
  private static final int FEW_MACHINES = 5;

  @Option(names = "--peers", description = "Also measure the other scorers of the profile peers.")
  private boolean peers;

  @Option(names = "--quick", description = "Measure shortly: good enough to see a factor of two.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the table goes; default risk-bench/results/latency-DATE-javaN.md.")
  private @Nullable Path out;

  @Parameters(
      paramLabel = "PATTERN",
      description = "Only the calls whose names match a regular expression, such as decide.*.")
  private List<String> patterns = List.of();

  @Override
  public Integer call() throws IOException, RunnerException {
    if (peers && LatencyCommand.class.getResource("PeerBenchmark.class") == null) {
      throw refused(
          "--peers", "the other scorers must be on the class path", "build with -P peers");
    }
    Collection<RunResult> results = run();
    String report = new LatencyReport(results).toMarkdown();
    if (patterns.isEmpty()) {
      report += "\n" + FirstDecision.measure(quick ? FEW_MACHINES : MACHINES);
    }
    Path file = out == null ? defaultFile() : out;
    WholeFile.write(file, report.getBytes(StandardCharsets.UTF_8));
    System.out.println(report);
    System.out.println("written to " + file);
    return 0;
  }

  private Collection<RunResult> run() throws RunnerException {
    try {
      return new Runner(options().build()).run();
    } catch (NoBenchmarksException none) {
      throw refused("PATTERN", "no call matches " + patterns, "name one such as decide.*");
    }
  }

  private static InvalidInputException refused(String place, String rule, String remedy) {
    return new InvalidInputException(new Violation(place, rule, "", remedy));
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .shouldFailOnError(!peers); // one peer that does not run must not lose the rest
    List<String> classes = new ArrayList<>(OWN);
    if (peers) {
      classes.add(PEERS);
    }
    for (String measured : classes) {
      if (patterns.isEmpty()) {
        options.include(measured);
      }
      patterns.forEach(pattern -> options.include(measured + pattern + "$"));
    }
    return quick
        ? options.warmupTime(SHORT).measurementTime(SHORT).measurementIterations(FEW)
        : options;
  }

  private static Path defaultFile() throws IOException {
    Path folder = Path.of(System.getProperty("risk.home", "."), "risk-bench", "results");
    Files.createDirectories(folder);
    return folder.resolve("latency-%s-java%d.md"
        .formatted(LocalDate.now(ZoneOffset.UTC), Runtime.version().feature()));
  }
}
