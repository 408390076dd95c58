package io.probity.bench;

import com.sun.management.OperatingSystemMXBean;
import io.probity.application.LoanApplication;
import io.probity.audit.AuditEntry;
import io.probity.audit.AuditLevel;
import io.probity.audit.AuditLog;
import io.probity.audit.AuditSettings;
import io.probity.audit.AuditVerification;
import io.probity.audit.AuditVerifier;
import io.probity.audit.EngineLibrary;
import io.probity.audit.JsonLinesAudit;
import io.probity.audit.Replay;
import io.probity.audit.ReplayReport;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.DecisionWorkspace;
import io.probity.schema.Schema;
import io.probity.service.CallerContract;
import io.probity.service.CreditService;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Records, verifies and replays decisions on made-up applications for a scorecard on real loans. */
final class AuditMeasurement {

  private static final Path DATA = Path.of(System.getProperty("risk.home", "."), "datasets");
  private static final int PREPARED = 4_096;
  private static final int WARM_UP = 200_000;
  private static final int PIECE = 1 << 13; // what is written fastest from an array
  private static final int FEW = 1_000;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path folder;
  private final int decisions;
  private final int threads;
  private final CreditEngine engine;
  private final LoanApplication sample;
  private final List<AuditEntry> entries = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean equal;

  /** What was measured: wall time and processor time of all threads. */
  record Row(String what, long records, long nanos, long processorNanos) {}

  AuditMeasurement(Path folder, int decisions, int threads) throws IOException {
    this.folder = folder;
    this.decisions = decisions;
    this.threads = threads;
    Path loans = DATA.resolve("lending-club");
    try (InputStream in = Files.newInputStream(loans.resolve("schema.json"));
        InputStream json =
            Files.newInputStream(DATA.resolve("applications").resolve("personal-loan.json"))) {
      Schema schema = Schema.parse(in, "schema.json");
      Table table =
          CsvReader.strict(schema).read(loans.resolve("lending-club.csv")).table();
      RunContext quiet = RunContext.quiet(Clock.systemUTC());
      engine = CreditEngine.of(
          Training.run(schema, table, TrainingPlan.DEFAULT, quiet).model(),
          CreditPolicy.load(DATA.resolve("policies").resolve("demo-personal-loan.json")));
      sample = LoanApplication.parse(json);
    }
    DecisionWorkspace workspace = engine.newWorkspace();
    for (int i = 0; i < PREPARED; i++) {
      LoanApplication application = application(i);
      entries.add(new AuditEntry.Decided(
          Instant.EPOCH,
          AuditEntry.Role.CHAMPION,
          "",
          true,
          application,
          engine.decide(application, workspace),
          workspace.lastFeatures(),
          engine));
    }
  }

  List<String> remarks() {
    return remarks;
  }

  /** Returns whether every decision came out the same again. */
  boolean isEqual() {
    return equal;
  }

  List<Row> run() throws IOException, InterruptedException {
    warmUp();
    Path written = written("`WRITTEN`, " + threads + " threads", decisions);
    raw(bytes(written));
    enqueued();
    Path log = served();
    verified(log, decisions);
    ReplayReport report = replayed(log, decisions);
    equal = report.fromInputs() == decisions && report.differenceCount() == 0;
    remarks.add(String.format(
        Locale.ROOT,
        "replayed: %,d decisions equal to the bit, %,d different",
        report.fromInputs(),
        report.differenceCount()));
    return rows;
  }

  /** Lets the compiler do most of its work, and remarks how fast it goes before that. */
  private void warmUp() throws IOException, InterruptedException {
    Path log = written("recording", WARM_UP);
    verified(log, WARM_UP);
    replayed(log, WARM_UP);
    remarks.add(String.format(
        Locale.ROOT,
        "before that, the first %,d records in a new process, most of it the compiler's work: %s",
        WARM_UP,
        rows.stream()
            .map(row -> String.format(
                Locale.ROOT, "%s %.1f us", row.what(), row.processorNanos() / 1e3 / row.records()))
            .collect(Collectors.joining(", "))));
    rows.clear();
  }

  /** Returns the sample with other figures, drawn by a number. */
  private LoanApplication application(long number) {
    SplittableRandom random = new SplittableRandom(number);
    LoanApplication.Builder other = LoanApplication.builder("application-" + number)
        .currency(sample.currency().getCurrencyCode());
    if (sample.asOf() != null) {
      other.asOf(sample.asOf());
    }
    sample.fields().forEach((name, value) -> {
      boolean stays = !(value instanceof Number) || random.nextInt(3) == 0;
      if (stays) {
        other.field(name, value);
      } else {
        double share = 0.5 + random.nextInt(100) / 100.0;
        other.field(name, StrictMath.rint(((Number) value).doubleValue() * share));
      }
    });
    return other.build();
  }

  private Path written(String what, int count) throws IOException, InterruptedException {
    Path log = folder.resolve("written-" + count);
    try (JsonLinesAudit audit = open(log, AuditLevel.WRITTEN)) {
      measured(what, count, i -> audit.record(entries.get(i % PREPARED)));
    }
    return log;
  }

  private static JsonLinesAudit open(Path log, AuditLevel level) throws IOException {
    return JsonLinesAudit.open(log, AuditSettings.of(level), new SecureRandom());
  }

  private static long bytes(Path log) throws IOException {
    long bytes = 0;
    for (Path segment : AuditLog.of(log).segments()) {
      bytes += Files.size(segment);
    }
    return bytes;
  }

  /** Writes as many bytes to one file, by one thread, in pieces of the best length. */
  private void raw(long bytes) throws IOException {
    remarks.add("a line of the log has " + bytes / decisions + " bytes");
    byte[] piece = new byte[PIECE];
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(folder.resolve("raw"))) {
      for (long left = bytes; left > 0; left -= PIECE) {
        out.write(piece, 0, (int) Math.min(PIECE, left));
      }
    }
    add("raw file write, one thread, no digest", decisions, start, processor);
  }

  private void enqueued() throws IOException, InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    long[] waits = new long[Math.min(decisions, 200_000)];
    try (JsonLinesAudit audit = JsonLinesAudit.open(
        folder.resolve("enqueued"),
        AuditSettings.of(AuditLevel.ENQUEUED),
        new SecureRandom(),
        executor)) {
      for (int i = 0; i < waits.length; i++) {
        while (audit.waiting() > FEW) {
          Thread.sleep(1);
        }
        long before = System.nanoTime();
        audit.record(entries.get(i % PREPARED));
        waits[i] = System.nanoTime() - before;
      }
    } finally {
      executor.shutdown();
    }
    Arrays.sort(waits);
    remarks.add(String.format(
        Locale.ROOT,
        "`ENQUEUED` adds to its caller: half of the calls up to %d ns, 99 %% up to %d ns, 99.9 %% up"
            + " to %d ns",
        waits[waits.length / 2],
        waits[(int) (waits.length * 0.99)],
        waits[(int) (waits.length * 0.999)]));
  }

  /** Decides on distinct applications with a service that records them. */
  private Path served() throws IOException, InterruptedException {
    Path log = folder.resolve("served");
    CallerContract contract = new CallerContract(engine.extractor().schema(), false);
    try (JsonLinesAudit audit = open(log, AuditLevel.WRITTEN)) {
      CreditService service =
          CreditService.builder(contract, audit, Clock.systemUTC()).start(engine);
      measured(
          "service: application made, decided, `WRITTEN`, " + threads + " threads",
          decisions,
          i -> service.decide(application(i)));
    }
    return log;
  }

  private void verified(Path log, int count) throws IOException {
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    AuditVerification verification = AuditVerifier.verify(AuditLog.of(log), List.of());
    add("verify the chain, all cores", count, start, processor);
    if (!verification.isSound()) {
      throw new IllegalStateException("the chain is broken: " + verification.faults());
    }
  }

  private ReplayReport replayed(Path log, int count) throws IOException {
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    ReplayReport report = Replay.run(AuditLog.of(log), EngineLibrary.of(List.of(engine)));
    add("replay from inputs, all cores", count, start, processor);
    return report;
  }

  private void measured(String what, int count, IntConsumer work) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        tasks.add(executor.submit(() -> {
          for (int i = first; i < count; i += threads) {
            work.accept(i);
          }
        }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      executor.shutdown();
    }
    add(what, count, start, processor);
  }

  private void add(String what, long records, long start, long processor) {
    rows.add(
        new Row(what, records, System.nanoTime() - start, SYSTEM.getProcessCpuTime() - processor));
  }
}
