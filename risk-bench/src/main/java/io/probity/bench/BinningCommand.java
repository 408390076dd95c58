package io.probity.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code risk bench binning}: the exact binning of one variable of 1,000,000 records, and that of
 * optbinning on the same values and pre-bins, in one run.
 */
@Command(
    name = "binning",
    description = "Bin one variable of 1,000,000 records, beside optbinning on the same values.",
    mixinStandardHelpOptions = true)
final class BinningCommand implements Callable<Integer> {

  private static final int PROGRAM_RUNS = 400;
  private static final int WHOLE_RUNS = 25;
  private static final double MILLISECONDS = 1e6;
  private static final Pattern PEER =
      Pattern.compile("IV ([0-9.]+) in ([0-9]+) bins, ([0-9.]+) s, ([0-9.]+) s of processor");

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "A Python with optbinning and numpy; see risk-bench/peers/requirements.txt. Without it"
              + " Probity is measured alone.")
  private @Nullable Path python;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Circumstances.lines());
    System.out.println("| what | median, ms | median of processor time, ms |\n|---|---|---|");
    for (int preBins : new int[] {64, 77}) {
      BinningProgramBenchmark program = new BinningProgramBenchmark();
      program.preBins = preBins;
      program.make();
      System.out.println(row("the program, " + preBins + " pre-bins", times(PROGRAM_RUNS, () -> {
        program.program();
      })));
    }
    BinningProgramBenchmark whole = new BinningProgramBenchmark();
    whole.preBins = 64;
    whole.make();
    double[] times = times(WHOLE_RUNS, whole::millionRecords);
    System.out.println(row("the whole variable, 64 pre-bins", times));
    double iv = whole.informationValue();
    System.out.printf(Locale.ROOT, "%nIV %.9f%n", iv);
    if (python != null) {
      besidePeer(python, iv, times[1]);
    }
    return 0;
  }

  private static String row(String what, double[] times) {
    return String.format(Locale.ROOT, "| %s | %.2f | %.2f |", what, times[0], times[1]);
  }

  /** Returns the medians of the time and of the processor time of the thread, in milliseconds. */
  private static double[] times(int runs, Runnable work) {
    double[] wall = new double[runs];
    double[] processor = new double[runs];
    for (int run = -runs / 2; run < runs; run++) { // the first runs warm up
      long began = System.nanoTime();
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      if (run >= 0) {
        wall[run] = (System.nanoTime() - began) / MILLISECONDS;
        processor[run] =
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / MILLISECONDS;
      }
    }
    Arrays.sort(wall);
    Arrays.sort(processor);
    return new double[] {wall[runs / 2], processor[runs / 2]};
  }

  private static void besidePeer(Path python, double iv, double milliseconds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("binning");
    Path values = folder.resolve("values.csv");
    Path cuts = folder.resolve("cuts.txt");
    try {
      BinningProgramBenchmark.write(values, cuts);
      Path script =
          Path.of(System.getProperty("risk.home", "."), "risk-bench", "peers", "binning_peers.py");
      Process peer = new ProcessBuilder(
              python.toString(), script.toString(), values.toString(), cuts.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try (BufferedReader lines = new BufferedReader(
          new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8))) {
        lines.lines().forEach(line -> System.out.println(compared(line, iv, milliseconds)));
      }
      if (peer.waitFor() != 0) {
        throw new IOException("the peer ended with code " + peer.exitValue());
      }
    } finally {
      Files.deleteIfExists(values);
      Files.deleteIfExists(cuts);
      Files.delete(folder);
    }
  }

  /** Adds to a line of the peer how its IV and its processor time compare with ours. */
  static String compared(String line, double iv, double milliseconds) {
    Matcher peer = PEER.matcher(line);
    if (!peer.find()) {
      return line;
    }
    return String.format(
        Locale.ROOT,
        "%s; our IV less its: %+.9f, its processor time: %.0f times ours",
        line,
        iv - Double.parseDouble(peer.group(1)),
        Double.parseDouble(peer.group(4)) * 1000 / milliseconds);
  }
}
