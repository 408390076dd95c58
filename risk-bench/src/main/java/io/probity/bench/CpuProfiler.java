package io.probity.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the processor time of an operation: on a machine that others use too, the time on the wall
 * says little. It counts all threads, the compiler's and the collector's too. The least of
 * the iterations counts.
 */
public final class CpuProfiler implements InternalProfiler {

  /** The label of the result, in nanoseconds an operation. */
  static final String LABEL = "cpu.norm";

  private long before;

  @Override
  public String getDescription() {
    return "processor time an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = now();
  }

  @Override
  public List<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = Math.max(1, result.getMetadata().getAllOps());
    double used = (now() - before) / operations;
    return List.of(new ScalarResult(LABEL, used, "ns/op", AggregationPolicy.MIN));
  }

  private static long now() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
