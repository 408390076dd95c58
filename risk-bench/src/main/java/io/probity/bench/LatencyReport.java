package io.probity.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The table of a run: processor time, wall time and garbage of each call, and ratios. */
final class LatencyReport {

  private static final String GARBAGE = "gc.alloc.rate.norm";

  /** What each call is compared with: the call itself is so many times as dear. */
  private static final Map<String, String> BESIDE = Map.ofEntries(
      Map.entry("cardPd", "handCard"),
      Map.entry("cardReference", "cardPd"),
      Map.entry("cardReasons", "cardPd"),
      Map.entry("cardBatch", "handCard"),
      Map.entry("cardPdFromMap", "cardPd"),
      Map.entry("decideCellsAnew", "decideCells"),
      Map.entry("decideMap", "decideCells"),
      Map.entry("decideMapHot", "decideCells"),
      Map.entry("tribuoLogistic", "cardPd"),
      Map.entry("smileLogistic", "cardPd"),
      Map.entry("h2oGlm", "cardPd"),
      Map.entry("jpmmlScorecard", "cardPdFromMap"),
      Map.entry("jpmmlScorecardReasons", "cardReasons"),
      Map.entry("xgboostStumps", "additivePd"),
      Map.entry("xgboostTrees", "additivePd"),
      Map.entry("xgboostStumpsBatch", "additiveBatch"));

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** One call. */
  private record Row(double cpu, double wall, double error, double bytes) {}

  LatencyReport(Collection<RunResult> results) {
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      rows.put(
          name.substring(name.lastIndexOf('.') + 1),
          new Row(
              score(result.getSecondaryResults().get(CpuProfiler.LABEL)),
              result.getPrimaryResult().getScore(),
              result.getPrimaryResult().getScoreError(),
              score(result.getSecondaryResults().get(GARBAGE))));
    }
  }

  private static double score(@Nullable Result<?> result) {
    return result == null ? Double.NaN : result.getScore();
  }

  String toMarkdown() {
    StringBuilder out = new StringBuilder("# Latency\n\n");
    out.append("- machine: ").append(processor()).append(", ");
    out.append(Runtime.getRuntime().availableProcessors()).append(" processors, ");
    out.append(System.getProperty("os.name")).append('\n');
    out.append("- Java: ").append(System.getProperty("java.vm.name")).append(' ');
    out.append(System.getProperty("java.runtime.version")).append('\n');
    out.append("- commit: ").append(commit()).append("\n\n");
    out.append(
            "CPU is the processor time of the process an operation, the least of the iterations;")
        .append(" it says more than the wall on a machine with other work. 8,192 distinct rows")
        .append(" unless the name says Hot. One thread.\n\n");
    out.append("| call | CPU ns | wall ns | B | ratio |\n|---|---:|---:|---:|---|\n");
    rows.forEach((name, row) -> out.append(String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f ± %.1f | %.0f | %s |%n",
        name,
        row.cpu,
        row.wall,
        row.error,
        row.bytes,
        ratio(name, row))));
    return out.toString();
  }

  private String ratio(String name, Row row) {
    String beside = BESIDE.getOrDefault(name, "");
    Row other = rows.get(beside);
    return other == null
        ? ""
        : String.format(Locale.ROOT, "%.2f x %s", row.cpu / other.cpu, beside);
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  private static String commit() {
    try {
      Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
          .redirectErrorStream(true)
          .start();
      byte[] answer = git.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.UTF_8).strip();
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
