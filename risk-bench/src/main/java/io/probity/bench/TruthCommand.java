package io.probity.bench;

import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.simulation.SimulationPlan;
import io.probity.training.FeatureChoice;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk bench truth}: how close each family comes to the truth of the simulated lender. */
@Command(
    name = "truth",
    description =
        "Train every family on simulated applicants and compare it with the true PDs, which no"
            + " real lender knows.",
    mixinStandardHelpOptions = true)
final class TruthCommand implements Callable<Integer> {

  /** Those that this build does not know are passed over. */
  private static final List<String> FAMILIES = List.of("scorecard", "additive", "boosted");

  /** The truth depends on the age; a model without it is behind for that reason alone. */
  private static final FeatureChoice EVERYTHING = new FeatureChoice(
      Set.of(),
      Map.of("age_years", "the applicants are simulated, and their true PD depends on it"));

  @Option(
      names = "--applicants",
      paramLabel = "N",
      description = "How many applicants. Default: ${DEFAULT-VALUE}.")
  private long applicants = 100_000;

  @Option(
      names = "--months",
      paramLabel = "M",
      description = "Over how many months they come in. Default: ${DEFAULT-VALUE}.")
  private int months = 24;

  @Option(names = "--seed", paramLabel = "S", description = "The seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the results to this file, such as risk-bench/results/truth.md.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    int count = Math.max(1, threads);
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      SimulatedLender lender = SimulatedLender.draw(
          SimulationPlan.of(applicants, months, seed), new CsvWork(executor, count));
      String report = report(lender, executor);
      System.out.print(report);
      if (out != null) {
        WholeFile.write(out, report.getBytes(StandardCharsets.UTF_8));
      }
      return 0;
    } finally {
      executor.shutdown();
    }
  }

  private String report(SimulatedLender lender, ExecutorService executor) {
    StringBuilder text = new StringBuilder("# Closeness to the truth\n\n");
    text.append(String.format(
        Locale.ROOT,
        "`risk bench truth --applicants %d --months %d --seed %d`%n%n",
        applicants,
        months,
        seed));
    text.append(Circumstances.lines());
    text.append("""

        All features of the catalogue; figures on the applicants held out. "Outcomes": against what came
        of the loans. "Truth": against the true PDs, without the noise of the outcomes.

        | family | age | against | AUC of the truth | AUC of the model | ratio | slope | intercept | trained in |
        |---|---|---|---|---|---|---|---|---|
        """);
    for (String family : FAMILIES) {
      for (FeatureChoice features : List.of(EVERYTHING, FeatureChoice.DEFAULT)) {
        plan(family, features).ifPresent(plan -> text.append(measured(lender, plan, executor)));
      }
    }
    return text.toString();
  }

  private Optional<TrainingPlan> plan(String family, FeatureChoice features) {
    try {
      return Optional.of(TrainingPlan.DEFAULT.toBuilder()
          .family(family)
          .features(features)
          .seed(seed)
          .build());
    } catch (InvalidInputException broken) {
      throw broken;
    } catch (IllegalArgumentException notKnown) {
      return Optional.empty();
    }
  }

  private static String measured(
      SimulatedLender lender, TrainingPlan plan, ExecutorService executor) {
    long begun = System.nanoTime();
    TrainingResult result = Training.run(
        lender.schema(),
        lender.table(),
        plan,
        new RunContext(executor, Clock.systemUTC(), stage -> {}));
    double seconds = (System.nanoTime() - begun) / 1e9;
    int[] heldOut = result.split().judge();
    double[] pd = at(heldOut, result.model().pd(lender.table()));
    double[] truePd = at(heldOut, lender.truePd());
    int[] target = lender.table().target();
    int[] bad = Arrays.stream(heldOut).map(row -> target[row]).toArray();
    String age = plan.features().allow().isEmpty() ? "left out" : "used";
    String start = "| " + plan.family() + " | " + age + " | ";
    return start
        + line("outcomes", Closeness.byOutcomes(pd, truePd, bad), seconds)
        + start
        + line("truth", Closeness.byTruth(pd, truePd), seconds);
  }

  private static String line(String against, Closeness close, double seconds) {
    return String.format(
        Locale.ROOT,
        "%s | %.4f | %.4f | %.2f%% | %.3f | %+.3f | %.0f s |%n",
        against,
        close.truth(),
        close.model(),
        100.0 * close.ratio(),
        close.slope(),
        close.intercept(),
        seconds);
  }

  private static double[] at(int[] rows, double[] values) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
