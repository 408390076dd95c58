package io.probity.report;

import io.probity.training.honesty.MemoryForecast;
import io.probity.training.honesty.TimeForecast;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a training run is likely to take, in one line. */
public final class ForecastText {

  private static final double MINUTE = 60;
  private static final double MEBIBYTE = 1024.0 * 1024.0;

  private ForecastText() {}

  /** Returns the line. */
  public static String of(TimeForecast time, MemoryForecast memory, int threads) {
    String families = time.families().stream()
        .map(family -> family.name() + " " + duration(family.seconds()))
        .collect(Collectors.joining(", "));
    String together =
        time.families().size() > 1 ? ", together " + duration(time.seconds().orElseThrow()) : "";
    return String.format(
        Locale.ROOT,
        "foreseen for about %s records of %d features on %d threads: %s%s, half to twice;"
            + " at most about %.0f MiB of heap",
        Figures.count(memory.rows()),
        memory.features(),
        threads,
        families,
        together,
        memory.bytes() / MEBIBYTE);
  }

  private static String duration(double seconds) {
    return seconds < MINUTE
        ? String.format(Locale.ROOT, "%.0f s", Math.max(1.0, seconds))
        : String.format(Locale.ROOT, "%.1f min", seconds / MINUTE);
  }
}
