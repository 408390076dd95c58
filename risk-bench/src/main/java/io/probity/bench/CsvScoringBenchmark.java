package io.probity.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.probity.cli.Console;
import io.probity.cli.Main;
import io.probity.model.RiskModel;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to score a file of 20 numbers and 4 categories a record: {@code risk score} from CSV to
 * CSV in one thread, beside reading the same file into doubles, which every scorer must do.
 *
 * <p>Run with {@link LatencyCommand}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class CsvScoringBenchmark {

  private static final int RECORDS = 65_536;
  private static final double DECIMALS = 1e6;

  private final double[] cells = new double[LatencyModels.NUMBERS];
  private Path folder = Path.of("");
  private Path csv = Path.of("");
  private Path model = Path.of("");

  /** Writes the file and the model. */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("csv-scoring");
    csv = folder.resolve("applicants.csv");
    model = folder.resolve("card.risk");
    RiskModel card = LatencyModels.scorecard();
    card.save(model);
    List<String> names = LatencyModels.names();
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write(String.join(",", names) + "\n");
      for (double[] row : LatencyModels.rows(RECORDS, 1)) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
          fields.add(text(i, row[i]));
        }
        out.write(String.join(",", fields) + "\n");
      }
    }
  }

  private static String text(int feature, double cell) {
    if (feature >= LatencyModels.NUMBERS) {
      return LatencyModels.levels().get((int) cell);
    }
    return Double.isNaN(cell) ? "" : Double.toString(Math.rint(cell * DECIMALS) / DECIMALS);
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(csv);
    Files.delete(model);
    Files.deleteIfExists(folder.resolve("scored.csv"));
    Files.delete(folder);
  }

  /** FastCSV, and Java's own parser of doubles. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public double[] csvToDoubles() throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .ofCsvRecord(new BufferedInputStream(Files.newInputStream(csv), 1 << 16))) {
      reader.skipLines(1);
      for (CsvRecord one : reader) {
        for (int i = 0; i < cells.length; i++) {
          String text = one.getField(i);
          cells[i] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }
      }
    }
    return cells;
  }

  /** From CSV to scored CSV. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int csvToScoredCsv() {
    int code = Main.run(
        new String[] {
          "score",
          model.toString(),
          csv.toString(),
          "--threads",
          "1",
          "--quiet",
          "--out",
          folder.resolve("scored.csv").toString()
        },
        Console.system());
    if (code != 0) {
      throw new IllegalStateException("not scored: " + code);
    }
    return code;
  }
}
