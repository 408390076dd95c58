package io.probity.bench;

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

  /**
   * What a call is compared with, and what it is to reach.
   *
   * @param beside the call that it is so many times as dear as
   * @param goal in words; empty for none
   */
  private record Goal(String beside, String goal) {}

  private static final Map<String, Goal> GOALS = Map.ofEntries(
      Map.entry("cardPd", new Goal("handCard", "at most 1.5 x, 0 B")),
      Map.entry("cardReference", new Goal("cardPd", "")),
      Map.entry("cardScore", new Goal("cardPd", "")),
      Map.entry("cardReasons", new Goal("cardPd", "at most 2.5 x, 0 B")),
      Map.entry("cardPdFromMap", new Goal("cardPd", "at most 3 x")),
      Map.entry("cardRows", new Goal("handCard", "")),
      Map.entry("cardBatch", new Goal("cardPd", "8 M a second: 125 ns")),
      Map.entry("additivePd", new Goal("cardPd", "450 ns")),
      Map.entry("additiveBatch", new Goal("additivePd", "2.5 M a second: 400 ns")),
      Map.entry("boostedPd", new Goal("cardPd", "2,500 ns, 0 B")),
      Map.entry("boostedBatch", new Goal("boostedPd", "0.45 M a second: 2,222 ns")),
      Map.entry("decideCells", new Goal("cardPd", "1,000 ns, 500 B")),
      Map.entry("decideCellsAnew", new Goal("decideCells", "")),
      Map.entry("decideMap", new Goal("decideCells", "")),
      Map.entry("decideMapHot", new Goal("decideCells", "")),
      Map.entry("decideApplication", new Goal("decideCells", "8,000 ns")),
      Map.entry("csvToScoredCsv", new Goal("csvToDoubles", "at most 1.67 x")),
      Map.entry("tribuoLogistic", new Goal("cardPd", "")),
      Map.entry("smileLogistic", new Goal("cardPd", "")),
      Map.entry("smileTrees", new Goal("boostedPd", "at least 3 x")),
      Map.entry("h2oGlm", new Goal("cardPd", "")),
      Map.entry("jpmmlScorecard", new Goal("cardPdFromMap", "at least 20 x")),
      Map.entry("jpmmlScorecardReasons", new Goal("cardReasons", "at least 30 x")),
      Map.entry("xgboostStumps", new Goal("additivePd", "")),
      Map.entry("xgboostTrees", new Goal("boostedPd", "at least 30 x")),
      Map.entry("xgboostTreesBatch", new Goal("boostedBatch", "")),
      Map.entry("xgboostStumpsBatch", new Goal("additiveBatch", "")));

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
    out.append(Circumstances.lines());
    out.append("""

        CPU is the processor time of the process an operation, the least of the iterations; it says more
        than the wall on a machine with other work. 8,192 distinct rows unless the name says Hot. One
        thread. A goal in ns or B is for CPU ns and B, one in x for the ratio.

        | call | CPU ns | wall ns | B | ratio | goal |
        |---|---:|---:|---:|---|---|
        """);
    rows.forEach((name, row) -> out.append(String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f ± %.1f | %.0f | %s | %s |%n",
        name,
        row.cpu,
        row.wall,
        row.error,
        row.bytes,
        ratio(name, row),
        GOALS.getOrDefault(name, new Goal("", "")).goal())));
    return out.toString();
  }

  private String ratio(String name, Row row) {
    String beside = GOALS.getOrDefault(name, new Goal("", "")).beside();
    Row other = rows.get(beside);
    return other == null
        ? ""
        : String.format(Locale.ROOT, "%.2f x %s", row.cpu / other.cpu, beside);
  }
}
