package io.probity.bench;

import io.probity.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk bench audit}: what recording decisions costs, and how fast they are replayed. */
@Command(
    name = "audit",
    description = "Measure the audit log beside raw writing, and replay what was decided.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  @Option(
      names = "--decisions",
      paramLabel = "N",
      description = "How many decisions. Default: ${DEFAULT-VALUE}.")
  private int decisions = 1_000_000;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads decide. Default: ${DEFAULT-VALUE}.")
  private int threads = 8;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where the logs are written, 2 kB a decision and three times over, and removed"
          + " again. Default: the folder of temporary files.")
  private @Nullable Path folder;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the results to this file.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path logs = folder == null
        ? Files.createTempDirectory("audit")
        : Files.createTempDirectory(folder, "audit");
    try {
      AuditMeasurement measurement = new AuditMeasurement(logs, decisions, threads);
      String report = report(measurement.run(), measurement);
      System.out.print(report);
      if (out != null) {
        WholeFile.write(out, report.getBytes(StandardCharsets.UTF_8));
      }
      return measurement.isEqual() ? 0 : 1;
    } finally {
      try (Stream<Path> files = Files.walk(logs)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private String report(List<AuditMeasurement.Row> rows, AuditMeasurement measurement) {
    StringBuilder text = new StringBuilder("# The audit log\n\n");
    text.append(String.format(
        Locale.ROOT, "`risk bench audit --decisions %d --threads %d`%n%n", decisions, threads));
    text.append(Circumstances.lines());
    text.append("""

        "Processor time" counts all threads, the compiler's and the collector's too, after a warm-up;
        "on all processors" is what they would do if nothing else ran.

        | what | records | a second | processor time a record | on all processors |
        |---|---|---|---|---|
        """);
    int processors = Runtime.getRuntime().availableProcessors();
    for (AuditMeasurement.Row row : rows) {
      text.append(String.format(
          Locale.ROOT,
          "| %s | %,d | %,.0f | %.2f us | %,.0f |%n",
          row.what(),
          row.records(),
          row.records() / (row.nanos() / 1e9),
          row.processorNanos() / 1e3 / row.records(),
          processors * 1e9 * row.records() / row.processorNanos()));
    }
    text.append('\n');
    measurement.remarks().forEach(remark -> text.append("- ").append(remark).append('\n'));
    return text.toString();
  }
}
