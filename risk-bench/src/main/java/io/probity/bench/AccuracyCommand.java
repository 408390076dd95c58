package io.probity.bench;

import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.Families;
import io.probity.training.RunContext;
import io.probity.training.split.Folds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk bench accuracy}: every family on the same folds, and peers where they were run. */
@Command(
    name = "accuracy",
    description =
        "Cross-validate every family with default settings on real loans, beside peers that"
            + " risk-bench/peers/train_peers.py ran on the same folds.",
    mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {

  private static final List<String> SHIPPED = List.of("german", "credit", "lending-club");
  private static final double NANOS = 1e9;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Another data set: a folder NAME with NAME.csv and schema.json; repeatable.")
  private List<Path> more = new ArrayList<>();

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "Where the folds are written and peers are looked for: NAME.folds.csv and"
          + " NAME/PEER.csv. Default: ${DEFAULT-VALUE}.")
  private Path work = Path.of("target", "accuracy");

  @Option(names = "--only-folds", description = "Write the folds and stop, so that peers can run.")
  private boolean onlyFolds;

  @Option(
      names = "--families",
      paramLabel = "NAME",
      split = ",",
      description = "The families; default all.")
  private List<String> families = Families.NAMES;

  @Option(names = "--seed", paramLabel = "S", description = "The seed. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the tables as Markdown instead of printing them.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(work);
    List<Path> folders = new ArrayList<>();
    Path home = Path.of(System.getProperty("risk.home", "."), "datasets");
    SHIPPED.forEach(name -> folders.add(home.resolve(name)));
    folders.addAll(more);
    StringBuilder text = new StringBuilder();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Path folder : folders) {
        text.append(ofData(folder, executor));
      }
    } finally {
      executor.shutdown();
    }
    String page = "# Accuracy\n\n"
        + "Made by `./risk bench accuracy`: five folds, default settings, held-out PDs. Each model"
        + " learned, chose its settings and was calibrated without the fold it is judged on.\n\n"
        + Circumstances.lines()
        + "\n"
        + text;
    if (out == null) {
      System.out.print(page);
    } else if (!onlyFolds) {
      WholeFile.write(out, page.getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  private String ofData(Path folder, ExecutorService executor) throws IOException {
    String name = String.valueOf(folder.getFileName());
    Schema schema;
    try (InputStream in = Files.newInputStream(folder.resolve("schema.json"))) {
      schema = Schema.parse(in, name + "/schema.json");
    }
    Table table = CsvReader.strict(schema)
        .read(List.of(folder.resolve(name + ".csv")), new CsvWork(executor, threads))
        .table();
    CrossValidation folds = new CrossValidation(schema, table, seed);
    writeFolds(name, folds.folds(), table.rows());
    if (onlyFolds) {
      return "";
    }
    RunContext context = new RunContext(executor, Clock.systemUTC(), stage -> {});
    Map<String, double[]> pds = new LinkedHashMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (String family : families) {
      long begin = System.nanoTime();
      pds.put(family, folds.pd(family, context));
      seconds.put(family, (System.nanoTime() - begin) / NANOS);
      System.err.println(name + " " + family + " " + seconds.get(family) + " s");
    }
    readPeers(name, table.rows(), pds);
    return "## " + name + "\n\n"
        + table.rows() + " records. Seconds are of the wall for all five folds on " + threads
        + " threads; peers' own are in their files.\n\n"
        + new AccuracyTable(table.target(), folds.folds()).of(pds, seconds)
        + "\n";
  }

  private void writeFolds(String name, Folds folds, int rows) throws IOException {
    StringBuilder csv = new StringBuilder("row_index,fold\n");
    for (int row = 0; row < rows; row++) {
      csv.append(row).append(',').append(folds.of(row)).append('\n');
    }
    WholeFile.write(
        work.resolve(name + ".folds.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void readPeers(String name, int rows, Map<String, double[]> pds) throws IOException {
    Path folder = work.resolve(name);
    if (!Files.isDirectory(folder)) {
      return;
    }
    TreeSet<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          new TreeSet<>(listed.filter(file -> file.toString().endsWith(".csv")).toList());
    }
    for (Path file : files) {
      String peer = String.valueOf(file.getFileName()).replace(".csv", "");
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != rows + 1) {
        throw new InvalidInputException(new Violation(
            file.toString(),
            "a peer needs one line a record",
            String.valueOf(lines.size() - 1),
            "run it again on the folds of this run"));
      }
      double[] pd = new double[rows];
      for (int row = 0; row < rows; row++) {
        double logOdds = secondField(lines.get(row + 1));
        pd[row] = 1 / (1 + StrictMath.exp(-logOdds));
      }
      pds.put(peer, pd);
    }
  }

  private static double secondField(String line) {
    int from = line.indexOf(',') + 1;
    int to = line.indexOf(',', from);
    return Double.parseDouble(to < 0 ? line.substring(from) : line.substring(from, to));
  }
}
