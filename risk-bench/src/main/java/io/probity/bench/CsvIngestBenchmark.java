package io.probity.bench;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.probity.csv.CsvWork;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What reading a CSV into typed columns costs: the outcome, 20 numbers and 5 categories a record.
 * Beside it FastCSV walks the fields of the same file without reading their values, and with {@link
 * Double#parseDouble} of the numbers.
 *
 * <p>Run from the root of the checkout, after {@code mvn -B verify}: {@code mvn -q -pl risk-bench
 * exec:java -Dexec.mainClass=org.openjdk.jmh.Main -Dexec.args="CsvIngestBenchmark"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CsvIngestBenchmark {

  private static final int FIRST_CATEGORY = 21;

  /** The records of the file. */
  @Param("300000")
  public int rows;

  private final Schema schema = LoanCsvGenerator.schema();
  private Path folder = Path.of("");
  private Path file = Path.of("");
  private Path compressed = Path.of("");
  private ExecutorService two = ForkJoinPool.commonPool();

  /** Writes the file, plain and compressed. */
  @Setup
  public void write() throws IOException {
    two = Executors.newFixedThreadPool(2);
    folder = Files.createTempDirectory("csv-ingest");
    file = folder.resolve("loans.csv");
    compressed = folder.resolve("loans.csv.gz");
    new LoanCsvGenerator(1).write(file, rows);
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      in.transferTo(out);
    }
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    two.shutdown();
    Files.delete(file);
    Files.delete(compressed);
    Files.delete(folder);
  }

  /** The limit to beat: FastCSV walks the fields. */
  @Benchmark
  public long fastCsvFieldsOnly() throws IOException {
    long length = 0;
    try (de.siegmar.fastcsv.reader.CsvReader<CsvRecord> reader = fastCsv()) {
      for (CsvRecord one : reader) {
        for (int i = 0; i < one.getFieldCount(); i++) {
          length += one.getField(i).length();
        }
      }
    }
    return length;
  }

  /** FastCSV, and Java's own parser for the numbers. */
  @Benchmark
  public double fastCsvAndParseDouble() throws IOException {
    double sum = 0;
    try (de.siegmar.fastcsv.reader.CsvReader<CsvRecord> reader = fastCsv()) {
      for (CsvRecord one : reader) {
        for (int i = 0; i < FIRST_CATEGORY; i++) {
          String text = one.getField(i);
          sum += text.isEmpty() ? 0 : Double.parseDouble(text);
        }
      }
    }
    return sum;
  }

  private de.siegmar.fastcsv.reader.CsvReader<CsvRecord> fastCsv() throws IOException {
    de.siegmar.fastcsv.reader.CsvReader<CsvRecord> reader =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .ofCsvRecord(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    reader.skipLines(1); // the header
    return reader;
  }

  /** A table, in one thread. */
  @Benchmark
  public Table tableOneThread() throws IOException {
    return CsvReader.strict(schema).read(file).table();
  }

  /** A table, by two threads. */
  @Benchmark
  public Table tableTwoThreads() throws IOException {
    return CsvReader.strict(schema).read(List.of(file), new CsvWork(two, 2)).table();
  }

  /** A table from the compressed file, by two threads. */
  @Benchmark
  public Table tableTwoThreadsGzip() throws IOException {
    return CsvReader.strict(schema)
        .read(List.of(compressed), new CsvWork(two, 2))
        .table();
  }
}
