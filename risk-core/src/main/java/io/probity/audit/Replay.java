package io.probity.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Decides again on every record of a log, with the model and policy that the record names, and
 * compares what comes out with what is stored, to the byte. Reads the log as a stream and uses all
 * cores (the common pool); the report does not depend on how many there are.
 */
public final class Replay {

  private static final int MOST_DIFFERENCES = 100;

  private final List<ReplayReport.Difference> differences = new ArrayList<>();
  private final Map<ReplayedLine.Result, Long> counts = new EnumMap<>(ReplayedLine.Result.class);

  private Replay() {}

  /** Replays a log. */
  public static ReplayReport run(AuditLog log, EngineLibrary library) throws IOException {
    Replay replay = new Replay();
    log.forEachSlice(
        slice -> {
          LineReplay worker = new LineReplay(library);
          return slice.stream()
              .filter(raw -> !raw.isUnfinished())
              .map(worker::replay)
              .toList();
        },
        lines -> lines.forEach(replay::count));
    return replay.report();
  }

  private void count(ReplayedLine line) {
    counts.merge(line.result(), 1L, Long::sum);
    if (differences.size() < MOST_DIFFERENCES) {
      line.difference().ifPresent(differences::add);
    }
  }

  private ReplayReport report() {
    return new ReplayReport(
        counts.getOrDefault(ReplayedLine.Result.SAME_FROM_INPUTS, 0L),
        counts.getOrDefault(ReplayedLine.Result.SAME_FROM_FEATURES, 0L),
        counts.getOrDefault(ReplayedLine.Result.ERASED, 0L),
        counts.getOrDefault(ReplayedLine.Result.NO_DECISION, 0L),
        counts.getOrDefault(ReplayedLine.Result.DIFFERENT, 0L),
        differences);
  }
}
