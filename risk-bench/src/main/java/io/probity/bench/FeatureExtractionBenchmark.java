package io.probity.bench;

import io.probity.application.LoanApplication;
import io.probity.feature.CatalogFeature;
import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureGroup;
import io.probity.feature.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to compute catalogue features of one application with 24 months of income, 12
 * tradelines of 24 months, 3 recent loans and 20 inquiries? The benchmark cycles through 8,192 distinct applications,
 * so that neither caches nor the branch predictor learn them.
 *
 * <p>Run with {@code java -jar risk-bench/target/benchmarks.jar FeatureExtractionBenchmark -prof gc}, or
 * with the class path of risk-bench and {@code org.openjdk.jmh.Main}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class FeatureExtractionBenchmark {

  private static final int APPLICATIONS = 8_192;

  /** Which features: all of the catalogue, or those of one group. */
  @Param({"ALL", "INCOME", "BORROWING", "CREDIT_SEEKING", "REQUEST"})
  private String features = "ALL";

  private final List<LoanApplication> applications = new ArrayList<>();
  private FeatureExtractor extractor =
      FeatureExtractor.compile(FeatureCatalog.standard().schema(), List.of());
  private Workspace workspace = extractor.newWorkspace();
  private double[] out = new double[0];
  private int next;

  /** Makes the applications and compiles the extractor. */
  @Setup
  public void prepare() {
    FeatureCatalog catalog = FeatureCatalog.standard();
    List<String> wanted = catalog.features().stream()
        .filter(feature -> isWanted(feature.group()))
        .map(CatalogFeature::id)
        .toList();
    extractor = FeatureExtractor.compile(catalog.schema(), catalog, wanted);
    workspace = extractor.newWorkspace();
    out = new double[wanted.size()];
    applications.addAll(BenchApplications.make(APPLICATIONS));
  }

  private boolean isWanted(FeatureGroup group) {
    return features.equals("ALL") || features.equals(group.name());
  }

  /** Computes the features of the next application. */
  @Benchmark
  public double[] extract() {
    next = (next + 1) & (APPLICATIONS - 1);
    extractor.extractInto(applications.get(next), workspace, out);
    return out;
  }
}
