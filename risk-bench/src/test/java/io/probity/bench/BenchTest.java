package io.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.probity.model.RiskModel;
import io.probity.model.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

  @TempDir
  Path folder;

  @Test
  void truth_smallLender_writesAUsableTable() throws IOException {
    Path out = folder.resolve("truth.md");

    int code =
        Bench.execute("truth", "--applicants", "1500", "--seed", "3", "--out", out.toString());

    assertThat(code).isZero();
    assertThat(Files.readString(out))
        .contains("- JDK: ")
        .containsPattern("\\| scorecard \\| used \\| outcomes \\| 0\\.\\d{4} \\| 0\\.\\d{4} \\|")
        .contains("| scorecard | left out | truth | ");
  }

  @Test
  void stream_fewRecords_leavesNoFile() throws IOException {
    assertThat(Bench.execute("stream", "--rows", "3000", "--folder", folder.toString()))
        .isZero();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void binning_lineOfThePeer_isComparedInIvAndProcessorTime() {
    String line = "optbinning 1.0.0 cp: IV 0.288822637 in 8 bins, 0.500 s, 0.900 s of processor"
        + " time, OPTIMAL";

    // 0.9 s are 20 times 45 ms
    assertThat(BinningCommand.compared(line, 0.288822640, 45.0))
        .isEqualTo(line + "; our IV less its: +0.000000003, its processor time: 20 times ours");
    assertThat(BinningCommand.compared("another line", 0.2, 45.0)).isEqualTo("another line");
  }

  @Test
  void firstDecision_freshMachine_timesEachStep() throws IOException {
    assertThat(FirstDecision.measure(1))
        .containsPattern("\\| first decision \\| \\d+\\.\\d\\d \\| \\d+\\.\\d\\d \\|")
        .contains("| decision after the warm-up | ");
  }

  @Test
  void boostedModel_isOfTheStatedSize() {
    RiskModel boosted = LatencyModels.boosted();
    double[] pds = new double[LatencyModels.ROWS];
    double[][] rows = LatencyModels.rows();

    boosted.pd(LatencyModels.columns(rows), pds);

    TreeEnsemble trees = (TreeEnsemble) boosted.predictor();
    assertThat(trees.trees().trees()).isEqualTo(300);
    assertThat(trees.trees().nodes()).isEqualTo(300 * 31);
    assertThat(pds[5]).isEqualTo(boosted.pd(rows[5]));
  }

  @Test
  void training_fewRecords_measuresFamiliesAndThePeer() throws IOException {
    Path out = folder.resolve("training.md");

    int code = Bench.execute(
        "training", "--rows", "1500", "--work", folder.toString(), "--out", out.toString());

    assertThat(code).isZero();
    assertThat(Files.readString(out))
        .containsPattern("\\| additive, CSV read .* \\| \\d+\\.\\d \\| \\d+\\.\\d \\| \\d+ \\|")
        .contains("| boosted, ")
        .contains("| XGBoost4J, ");
  }

  @Test
  void portfolio_smallOne_isWithinTheGapAndTheBoundIsThatOfTheSimplexMethod() throws IOException {
    Path out = folder.resolve("portfolio.md");

    int code = Bench.execute("portfolio", "--applicants", "20000", "--out", out.toString());

    assertThat(code).isZero();
    Matcher gap = Pattern.compile("\\| gap \\| (\\d+\\.\\d+)% ").matcher(Files.readString(out));
    Matcher bounds =
        Pattern.compile("simplex method \\| (\\S+) and (\\S+) ").matcher(Files.readString(out));
    assertThat(gap.find() && bounds.find()).isTrue();
    assertThat(Double.parseDouble(gap.group(1))).isBetween(0.0, 0.1);
    assertThat(Double.parseDouble(bounds.group(1)))
        .isCloseTo(Double.parseDouble(bounds.group(2)), withinPercentage(1e-4));
  }

  @Test
  void wrongUsage_isTold() {
    assertThat(Bench.execute()).isEqualTo(2);
    assertThat(Bench.execute("nothing")).isEqualTo(2);
    assertThat(Bench.execute("truth", "--applicants", "0")).isEqualTo(2);
    assertThat(Bench.execute("latency", "no-such-call")).isEqualTo(2);
    assertThat(Bench.execute("portfolio", "--limits", "0")).isEqualTo(2);
  }

  @Test
  void audit_wrongUsage_isTold() {
    assertThat(Bench.execute("audit", "--decisions", "many")).isEqualTo(2);
  }
}
