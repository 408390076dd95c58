package io.probity.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** Wall time, processor time of all threads, and the highest use of the heap since the start. */
final class Stopwatch {

  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long wall;
  private final long processor;

  private Stopwatch() {
    System.gc(); // so that what was left behind is not counted
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    this.processor = system.getProcessCpuTime();
    this.wall = System.nanoTime();
  }

  static Stopwatch start() {
    return new Stopwatch();
  }

  /**
   * Returns the beginning of a line of a Markdown table. The peak adds up the peaks of the parts of the
   * heap, so it may be too high, never too low.
   */
  String line(String what) {
    double seconds = (System.nanoTime() - wall) / NANOS;
    double processorSeconds = (system.getProcessCpuTime() - processor) / NANOS;
    long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
    return String.format(
        Locale.ROOT, "| %s | %.1f | %.1f | %d | ", what, seconds, processorSeconds, peak >> 20);
  }
}
