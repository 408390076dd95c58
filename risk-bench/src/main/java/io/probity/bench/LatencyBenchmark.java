package io.probity.bench;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.decision.DecisionWorkspace;
import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.model.Scorer;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one answer cost, from the bare PD to a whole decision? Each call gets the next of 8,192
 * distinct applicants, so that the processor cannot learn them by heart.
 *
 * <p>Run with {@link LatencyCommand}, which prints a table with ratios.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class LatencyBenchmark {

  private static final int MASK = LatencyModels.ROWS - 1;
  private static final int HOT_MASK = 63;
  private static final int CATALOG_FEATURES = 24;
  private static final Path CATALOG_POLICY = Path.of(
      System.getProperty("risk.home", "."), "datasets", "policies", "catalog-personal-loan.json");

  private final double[][] rows = LatencyModels.rows();
  private final RiskModel card = LatencyModels.scorecard();
  private final RiskModel additive = LatencyModels.additive();
  private final RiskModel boosted = LatencyModels.boosted();
  private final double[][] columns = LatencyModels.columns(rows);
  private final HandCard hand = HandCard.of((Scorecard) card.predictor());
  private final Scorer scorer = card.newScorer();
  private final Scorer boostedScorer = boosted.newScorer();
  private final FeatureExtractor extractor = card.extractor();
  private final Workspace extraction = extractor.newWorkspace();
  private final double[] cells = new double[rows[0].length];
  private final double[] pds = new double[LatencyModels.ROWS];
  private final CreditEngine engine = CreditEngine.of(card, LatencyPolicy.policy());
  private final DecisionWorkspace workspace = engine.newWorkspace();
  private final double[][] applicants = LatencyPolicy.applicants(card, engine.features(), rows);
  private int next;

  /** The PD of a card written by hand for this one shape: the limit. */
  @Benchmark
  public double handCard() {
    return hand.pd(row());
  }

  /** The PD of a scorecard. */
  @Benchmark
  public double cardPd() {
    return card.pd(row());
  }

  /** The PD of the same scorecard by its reference evaluator. */
  @Benchmark
  public double cardReference() {
    return card.calibration().pd(card.predictor().badLogOdds(row()));
  }

  /** PD, score and grade of a scorecard. */
  @Benchmark
  public double cardScore() {
    scorer.evaluate(row());
    return scorer.pd() + scorer.score() + scorer.grade();
  }

  /** PD, score, grade and four reasons of a scorecard. */
  @Benchmark
  public double cardReasons() {
    scorer.evaluate(row());
    return scorer.pd() + scorer.score() + scorer.grade() + scorer.reasonCount();
  }

  /** The PD of an additive model of 250 cuts. */
  @Benchmark
  public double additivePd() {
    return additive.pd(row());
  }

  /** PD, score and grade by 300 trees of depth 4. */
  @Benchmark
  public double boostedPd() {
    boostedScorer.evaluate(row());
    return boostedScorer.pd();
  }

  /** The PDs of 8,192 applicants, one after another. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public double[] cardRows() {
    for (int i = 0; i < pds.length; i++) {
      pds[i] = card.pd(rows[i]);
    }
    return pds;
  }

  /** The PDs of 8,192 applicants by columns. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public double[] cardBatch() {
    card.pd(columns, pds);
    return pds;
  }

  /** The same with the additive model. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public double[] additiveBatch() {
    additive.pd(columns, pds);
    return pds;
  }

  /** The same with boosted trees. */
  @Benchmark
  @OperationsPerInvocation(LatencyModels.ROWS)
  public double[] boostedBatch() {
    boosted.pd(columns, pds);
    return pds;
  }

  /** A whole decision from features. */
  @Benchmark
  public Decision decideCells() {
    return engine.decide("bench", null, applicants[++next & MASK], workspace);
  }

  /** The same with scratch space of its own. */
  @Benchmark
  public Decision decideCellsAnew() {
    return engine.decide("bench", null, applicants[++next & MASK], engine.newWorkspace());
  }

  /** The PD of a scorecard from a map that lies in the cache. */
  @Benchmark
  public double cardPdFromMap(Maps maps) {
    extractor.extractInto(maps.features.get(++next & HOT_MASK), null, extraction, cells);
    return card.pd(cells);
  }

  /** A whole decision from a map. */
  @Benchmark
  public Decision decideMap(Maps maps) {
    return engine.decide("bench", null, maps.applicants.get(++next & MASK), workspace);
  }

  /** A whole decision from a map that lies in the cache. */
  @Benchmark
  public Decision decideMapHot(Maps maps) {
    return engine.decide("bench", null, maps.applicants.get(++next & HOT_MASK), workspace);
  }

  /** A whole decision from an application with its history. */
  @Benchmark
  public Decision decideApplication(Applications all) {
    return all.engine.decide(all.applications.get(++next & MASK), all.workspace);
  }

  private double[] row() {
    return rows[++next & MASK];
  }

  /** The applicants as maps. */
  @State(Scope.Thread)
  public static class Maps {

    private final List<Map<String, Object>> features = new ArrayList<>();
    private final List<Map<String, Object>> applicants = new ArrayList<>();

    /** Makes the maps. */
    @Setup(Level.Trial)
    public void prepare(LatencyBenchmark bench) {
      for (int i = 0; i < LatencyModels.ROWS; i++) {
        features.add(map(bench.card.features(), bench.rows[i]));
        applicants.add(map(bench.engine.features(), bench.applicants[i]));
      }
    }

    private static Map<String, Object> map(List<String> names, double[] cells) {
      Map<String, Object> map = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        boolean isCategory =
            i >= LatencyModels.NUMBERS && i < LatencyModels.names().size();
        if (isCategory) {
          map.put(names.get(i), LatencyModels.levels().get((int) cells[i]));
        } else if (!Double.isNaN(cells[i])) {
          map.put(names.get(i), cells[i]);
        }
      }
      return map;
    }
  }

  /** Applications, and an engine whose features all come from the catalogue. */
  @State(Scope.Thread)
  public static class Applications {

    private final List<LoanApplication> applications = BenchApplications.make(LatencyModels.ROWS);
    private final CreditEngine engine = engine();
    private final DecisionWorkspace workspace = engine.newWorkspace();

    private static CreditEngine engine() {
      Schema catalog = FeatureCatalog.standard().schema();
      List<Field> fields = catalog.fields().stream()
          .filter(field -> field.kind() == FieldKind.NUMBER && field.role() == FieldRole.FEATURE)
          .limit(CATALOG_FEATURES)
          .toList();
      RiskModel model = LatencyModels.model(LatencyModels.scorecard(fields), fields);
      try {
        return CreditEngine.of(model, CreditPolicy.load(CATALOG_POLICY));
      } catch (IOException missing) {
        throw new IllegalStateException("run from the root of the checkout", missing);
      }
    }
  }
}
