package io.probity.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.preparation.HistoryFile;
import io.probity.preparation.HistoryText;
import io.probity.preparation.MacroSeries;
import io.probity.preparation.PanelMonth;
import io.probity.preparation.WorkProgress;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Writes a simulation to a folder, applicant by applicant, in the order of their numbers. Every file
 * appears under its name whole or not at all, and all CSV files when all are complete.
 */
public final class SimulationFiles {

  /** The file of the panel. */
  public static final String PERFORMANCE = "performance.csv";

  /** The file of the truth. */
  public static final String TRUTH = "truth.csv";

  /** The file of the economy. */
  public static final String MACRO = "macro.csv";

  /** The folder of the applications as JSON. */
  public static final String JSON_FOLDER = "applications";

  private static final int CHUNK = 500;
  private static final int CHUNKS_AHEAD = 16;

  private final Simulation simulation;
  private final long jsonApplications;

  private SimulationFiles(Simulation simulation, long jsonApplications) {
    this.simulation = simulation;
    this.jsonApplications = jsonApplications;
  }

  /**
   * Returns a writer.
   *
   * @param jsonApplications of how many applicants, the first ones, the application is written as JSON
   */
  public static SimulationFiles of(Simulation simulation, long jsonApplications) {
    if (!(jsonApplications >= 0)) {
      throw new IllegalArgumentException(
          "the number of JSON applications must be at least 0, not " + jsonApplications);
    }
    return new SimulationFiles(simulation, jsonApplications);
  }

  /** Returns the name of one of the history files. */
  public static String nameOf(HistoryFile file) {
    return file.name().toLowerCase(Locale.ROOT) + ".csv";
  }

  /**
   * Writes all files.
   *
   * @param folder where they go; it must exist
   * @param executor where applicants are drawn; the result does not depend on it
   * @param progress told how many applicants are done
   * @return what was written
   */
  public SimulationSummary write(Path folder, Executor executor, WorkProgress progress)
      throws IOException {
    SimulationSummary.Counter counter = new SimulationSummary.Counter();
    try (Outputs outputs = new Outputs(folder)) {
      outputs.header();
      outputs.economy(simulation.economy());
      long chunks = (simulation.plan().applicants() + CHUNK - 1) / CHUNK;
      Deque<CompletableFuture<Chunk>> ahead = new ArrayDeque<>();
      long next = 0;
      for (long done = 0; done < chunks; done++) {
        while (next < chunks && ahead.size() < CHUNKS_AHEAD) {
          long number = next++;
          ahead.add(CompletableFuture.supplyAsync(() -> chunk(number), executor));
        }
        Chunk chunk = result(ahead.remove());
        outputs.add(chunk);
        counter.add(chunk.counter);
        writeJson(folder, chunk);
        progress.done(counter.applicants(), simulation.plan().applicants());
      }
      outputs.commit();
    }
    return counter.summary();
  }

  private static Chunk result(CompletableFuture<Chunk> running) {
    try {
      return running.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private Chunk chunk(long number) {
    Chunk chunk = new Chunk();
    long first = number * CHUNK;
    long end = StrictMath.min(first + CHUNK, simulation.plan().applicants());
    for (long i = first; i < end; i++) {
      chunk.add(simulation.applicant(i), i < jsonApplications);
    }
    return chunk;
  }

  private static void writeJson(Path folder, Chunk chunk) throws IOException {
    if (chunk.json.isEmpty()) {
      return;
    }
    Path applications = Files.createDirectories(folder.resolve(JSON_FOLDER));
    for (Map.Entry<String, String> one : chunk.json) {
      Path file = applications.resolve(one.getKey() + ".json");
      WholeFile.write(file, one.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Records as CSV text. */
  private static final class CsvText {

    private final StringWriter text = new StringWriter();
    private final CsvWriter writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);

    void record(List<String> cells) {
      writer.writeRecord(cells);
    }

    byte[] bytes() throws IOException {
      writer.flush();
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Some applicants in a row, as text. */
  private static final class Chunk {

    private final Map<String, CsvText> texts = new TreeMap<>();
    private final List<Map.Entry<String, String>> json = new ArrayList<>();
    private final SimulationSummary.Counter counter = new SimulationSummary.Counter();

    void add(SimulatedApplicant one, boolean asJson) {
      String id = one.application().id();
      HistoryText.write(one.application(), (file, cells) -> text(nameOf(file)).record(cells));
      for (PanelMonth month : one.months()) {
        text(PERFORMANCE).record(month.cells(id));
      }
      text(TRUTH).record(one.truth().cells(id));
      counter.add(one);
      if (asJson) {
        json.add(Map.entry(id, one.application().toJson()));
      }
    }

    private CsvText text(String file) {
      return texts.computeIfAbsent(file, name -> new CsvText());
    }
  }

  /** The open files. */
  private static final class Outputs implements Closeable {

    private final Map<String, WholeFile> files = new TreeMap<>();

    Outputs(Path folder) throws IOException {
      try {
        for (HistoryFile file : HistoryFile.values()) {
          open(folder, nameOf(file));
        }
        open(folder, PERFORMANCE);
        open(folder, TRUTH);
        open(folder, MACRO);
      } catch (IOException failed) {
        close();
        throw failed;
      }
    }

    private void open(Path folder, String name) throws IOException {
      files.put(name, WholeFile.create(folder.resolve(name)));
    }

    void header() throws IOException {
      Map<String, List<String>> headers = new TreeMap<>();
      for (HistoryFile file : HistoryFile.values()) {
        headers.put(nameOf(file), file.columns());
      }
      headers.put(PERFORMANCE, PanelMonth.COLUMNS);
      headers.put(TRUTH, Truth.COLUMNS);
      headers.put(MACRO, MacroSeries.COLUMNS);
      for (Map.Entry<String, WholeFile> file : files.entrySet()) {
        CsvText text = new CsvText();
        text.record(headers.getOrDefault(file.getKey(), List.of()));
        file.getValue().stream().write(text.bytes());
      }
    }

    void economy(MacroSeries economy) throws IOException {
      CsvText text = new CsvText();
      for (MacroSeries.Month month : economy.months()) {
        text.record(List.of(
            month.month().toString(),
            month.publishedOn().toString(),
            DecimalText.of(month.unemploymentRate()),
            DecimalText.of(month.gdpGrowth()),
            DecimalText.of(month.policyRate())));
      }
      add(MACRO, text);
    }

    void add(Chunk chunk) throws IOException {
      for (Map.Entry<String, CsvText> text : chunk.texts.entrySet()) {
        add(text.getKey(), text.getValue());
      }
    }

    private void add(String name, CsvText text) throws IOException {
      WholeFile file = files.get(name);
      if (file == null) {
        throw new IllegalStateException("no file is open for " + name);
      }
      file.stream().write(text.bytes());
    }

    void commit() throws IOException {
      for (WholeFile file : files.values()) {
        file.commit();
      }
    }

    @Override
    public void close() throws IOException {
      for (WholeFile file : files.values()) {
        file.close();
      }
    }
  }
}
