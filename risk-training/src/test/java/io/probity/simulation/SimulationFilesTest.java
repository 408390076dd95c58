package io.probity.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.preparation.ApplicationFeatures;
import io.probity.preparation.DefaultDefinition;
import io.probity.preparation.HistoryFile;
import io.probity.preparation.HistoryJoin;
import io.probity.preparation.JoinResult;
import io.probity.preparation.LoanOutcome;
import io.probity.preparation.MacroFile;
import io.probity.preparation.TargetBuilder;
import io.probity.preparation.TargetResult;
import io.probity.preparation.WorkProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {

  private static final int APPLICANTS = 1_200;
  private static final Simulation SIMULATION =
      Simulation.of(new SimulationPlan(APPLICANTS, 24, 5, SimulationPlan.FIRST_MONTH, 6, 18));

  @TempDir
  Path folder;

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static Map<HistoryFile, Path> historyIn(Path folder) {
    Map<HistoryFile, Path> files = new EnumMap<>(HistoryFile.class);
    for (HistoryFile file : HistoryFile.values()) {
      files.put(file, folder.resolve(SimulationFiles.nameOf(file)));
    }
    return files;
  }

  /** Keeps the applications it is given. */
  private static final class Keeper implements ApplicationFeatures {
    private final Map<String, LoanApplication> kept = new TreeMap<>();

    @Override
    public List<String> names() {
      return ObservableFeatures.INSTANCE.names();
    }

    @Override
    public double[] extract(LoanApplication application) {
      kept.put(application.id(), application);
      return ObservableFeatures.INSTANCE.extract(application);
    }
  }

  @Test
  void write_onOneAndOnFourThreads_givesTheSameFiles() throws IOException {
    Path alone = Files.createDirectory(folder.resolve("alone"));
    Path together = Files.createDirectory(folder.resolve("together"));
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      SimulationSummary first =
          SimulationFiles.of(SIMULATION, 3).write(alone, Runnable::run, WorkProgress.NONE);
      SimulationSummary second =
          SimulationFiles.of(SIMULATION, 3).write(together, four, WorkProgress.NONE);

      assertThat(second).isEqualTo(first);
      assertThat(contents(together)).isEqualTo(contents(alone));
      assertThat(contents(alone).keySet())
          .containsExactly(
              "applications.csv",
              "applications/A00000001.json",
              "applications/A00000002.json",
              "applications/A00000003.json",
              "incomes.csv",
              "inquiries.csv",
              "macro.csv",
              "payments.csv",
              "performance.csv",
              "tradelines.csv",
              "truth.csv");
    } finally {
      four.shutdown();
    }
  }

  @Test
  void joinedFiles_giveTheApplicationsThatWereSimulated_andTheirPd() throws IOException {
    SimulationFiles.of(SIMULATION, 2).write(folder, Runnable::run, WorkProgress.NONE);
    Keeper keeper = new Keeper();

    JoinResult result = HistoryJoin.of(historyIn(folder))
        .withEconomy(MacroFile.read(folder.resolve("macro.csv"), ','))
        .run(keeper, folder.resolve("features.csv"), WorkProgress.NONE);

    assertThat(result.written()).isEqualTo(APPLICANTS);
    assertThat(result.unknown()).isEmpty();
    assertThat(result.ignoredColumns()).isEmpty();
    for (int i = 0; i < APPLICANTS; i++) {
      SimulatedApplicant drawn = SIMULATION.applicant(i);
      LoanApplication joined = keeper.kept.get(drawn.application().id());
      assertThat(joined).isEqualTo(drawn.application());
      assertThat(Hazard.of(Observables.of(joined)).pd()).isEqualTo(drawn.truth().pd());
    }
    try (InputStream json = Files.newInputStream(folder.resolve("applications/A00000002.json"))) {
      assertThat(LoanApplication.parse(json)).isEqualTo(keeper.kept.get("A00000002"));
    }
    List<String> lines = Files.readAllLines(folder.resolve("features.csv"));
    assertThat(lines).hasSize(APPLICANTS + 1);
    assertThat(lines.get(0)).startsWith("application_id,as_of,age_years,tenure_months");
    assertThat(lines.get(1))
        .startsWith("A00000001," + SIMULATION.applicant(0).application().asOf());
  }

  @Test
  void target_ofThePanel_isBadWhereTheTruthIsAndTheLoanIsOldEnough() throws IOException {
    SimulationFiles.of(SIMULATION, 0).write(folder, Runnable::run, WorkProgress.NONE);
    Path out = folder.resolve("target.csv");

    TargetResult result = TargetBuilder.of(new DefaultDefinition(90, 12))
        .build(folder.resolve("performance.csv"), out, WorkProgress.NONE);

    // the panel ends 6 months after the last application, so the last cohorts are too young
    assertThat(result.count(LoanOutcome.EXCLUDED)).isPositive();
    assertThat(result.cohorts()).hasSize(24);
    assertThat(result.cohorts().get(0).matureShare()).isEqualTo(1.0);
    // of the youngest, those that were repaid: 12% by their term of 6 months, some early
    assertThat(result.cohorts().get(23).matureShare()).isBetween(0.05, 0.4);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(APPLICANTS + 1);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < APPLICANTS; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      boolean isBad = SIMULATION.applicant(i).truth().isBad();
      if (!cells[0].equals(SIMULATION.applicant(i).application().id())
          || (cells[1].equals("BAD") && !isBad)
          || ((cells[1].equals("GOOD") || cells[1].equals("INDETERMINATE")) && isBad)) {
        wrong.add(lines.get(i + 1));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
