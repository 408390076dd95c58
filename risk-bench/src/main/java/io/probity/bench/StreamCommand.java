package io.probity.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import io.probity.csv.CsvWork;
import io.probity.table.CsvReader;
import io.probity.training.RunContext;
import io.probity.training.StreamedTraining;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code risk bench stream}: what a scorecard costs that is trained from a CSV in passes, in time and
 * memory, for several numbers of records. The heap is limited by {@code JAVA_TOOL_OPTIONS=-Xmx2g}.
 */
@Command(
    name = "stream",
    description =
        "Train a scorecard from made-up CSV files of several lengths without holding them, and"
            + " measure time and memory.",
    mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1024.0 * 1024.0;
  private static final double NANOSECONDS = 1e9;

  @Option(
      names = "--rows",
      paramLabel = "N",
      split = ",",
      description = "The numbers of records, with commas between. Default: 1000000,10000000.")
  private List<Long> rows = List.of(1_000_000L, 10_000_000L);

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the files are written, 180 bytes a record. Default: a temporary folder.")
  private @Nullable Path folder;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final AtomicLong mostUsed = new AtomicLong();

  @Override
  public Integer call() throws IOException {
    int count = Math.max(1, threads);
    ManagementFactory.getGarbageCollectorMXBeans().forEach(this::listen);
    Path place = folder == null ? Files.createTempDirectory("stream") : folder;
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      System.out.printf(
          Locale.ROOT,
          "%s- heap allowed: %.0f MiB, %d threads%n%n",
          Circumstances.lines(),
          Runtime.getRuntime().maxMemory() / MEBIBYTE,
          count);
      System.out.println(
          "| records | CSV, MB | s | s of processor time | MiB after a collection, at"
              + " most | AUC |\n|---|---|---|---|---|---|");
      for (long number : rows) {
        System.out.println(measured(place, number, new CsvWork(executor, count)));
      }
      return 0;
    } finally {
      executor.shutdown();
    }
  }

  private String measured(Path place, long number, CsvWork work) throws IOException {
    Path file = place.resolve("loans-" + number + ".csv");
    new LoanCsvGenerator(1).write(file, number);
    try {
      System.gc();
      mostUsed.set(0);
      long began = System.nanoTime();
      long processor = processorTime();
      TrainingResult result = StreamedTraining.run(
          CsvReader.strict(LoanCsvGenerator.schema()),
          List.of(file),
          TrainingPlan.DEFAULT,
          work,
          new RunContext(work.executor(), Clock.systemUTC(), stage -> {}));
      return String.format(
          Locale.ROOT,
          "| %,d | %,.0f | %.1f | %.1f | %.0f | %.4f |",
          number,
          Files.size(file) / 1e6,
          (System.nanoTime() - began) / NANOSECONDS,
          (processorTime() - processor) / NANOSECONDS,
          mostUsed.get() / MEBIBYTE,
          result.learned().discrimination().auc());
    } finally {
      Files.delete(file);
    }
  }

  private void listen(GarbageCollectorMXBean collector) {
    if (collector instanceof NotificationEmitter emitter) {
      emitter.addNotificationListener(
          (notification, source) -> {
            if (notification.getUserData() instanceof CompositeData data) {
              long used =
                  GarbageCollectionNotificationInfo.from(data)
                      .getGcInfo()
                      .getMemoryUsageAfterGc()
                      .values()
                      .stream()
                      .mapToLong(MemoryUsage::getUsed)
                      .sum();
              mostUsed.accumulateAndGet(used, Math::max);
            }
          },
          null,
          null);
    }
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
