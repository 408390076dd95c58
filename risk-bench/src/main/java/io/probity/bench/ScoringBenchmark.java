package io.probity.bench;

import io.probity.feature.FeatureMatrix;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one score of a scorecard of real loans costs, cycling through 9,857 distinct applicants, so
 * that the processor cannot learn them by heart.
 *
 * <p>Run from the root of the checkout, after {@code mvn -B verify}: {@code mvn -q -pl risk-bench
 * exec:java -Dexec.mainClass=org.openjdk.jmh.Main -Dexec.args="ScoringBenchmark -prof gc"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoringBenchmark {

  private static final Path DATA = Path.of("datasets", "lending-club");

  private final double[][] rows;
  private final RiskModel model;
  private final Scorer scorer;
  private int next;

  /** Trains the scorecard and computes the features of all records. */
  public ScoringBenchmark() {
    try (InputStream in = Files.newInputStream(DATA.resolve("schema.json"))) {
      Schema schema = Schema.parse(in, "schema.json");
      Table table =
          CsvReader.strict(schema).read(DATA.resolve("lending-club.csv")).table();
      model = Training.run(schema, table, TrainingPlan.DEFAULT, RunContext.quiet(Clock.systemUTC()))
          .model();
      FeatureMatrix matrix = FeatureMatrix.of(model.extractor(), table);
      rows = new double[matrix.rows()][model.features().size()];
      for (int row = 0; row < rows.length; row++) {
        matrix.copyRow(row, rows[row]);
      }
      scorer = model.newScorer();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The PD alone. */
  @Benchmark
  public double pd() {
    return model.pd(row());
  }

  /** PD, score, grade and the features that cost most. */
  @Benchmark
  public double scoreWithReasons() {
    scorer.evaluate(row());
    return scorer.pd() + scorer.score() + scorer.reasonCount();
  }

  private double[] row() {
    next = next + 1 == rows.length ? 0 : next + 1;
    return rows[next];
  }
}
