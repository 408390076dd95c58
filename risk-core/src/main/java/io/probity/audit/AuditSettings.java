package io.probity.audit;

import java.time.Duration;

/**
 * How a log is kept.
 *
 * @param level how safe an entry is when it was recorded
 * @param whenFull what happens to an entry that finds no room
 * @param capacity the most entries that wait
 * @param patience how long {@link WhenFull#BLOCK} waits
 * @param segmentBytes the length after which a new file begins, at least 4,096
 * @param redaction what is left out of the inputs
 * @param validDays for how many days a decision stands; 0 where it does not expire
 */
public record AuditSettings(
    AuditLevel level,
    WhenFull whenFull,
    int capacity,
    Duration patience,
    long segmentBytes,
    Redaction redaction,
    int validDays) {

  private static final int CAPACITY = 1 << 16;
  private static final long SEGMENT = 64L << 20;
  private static final long LEAST_SEGMENT = 4096;

  /** Checks that there is room. */
  public AuditSettings {
    if (capacity < 1 || segmentBytes < LEAST_SEGMENT || patience.isNegative() || validDays < 0) {
      throw new IllegalArgumentException(
          "a log needs a capacity of at least 1, segments of at least "
              + LEAST_SEGMENT + " bytes and no negative time, not " + capacity + ", " + segmentBytes
              + ", " + patience + ", " + validDays);
    }
  }

  /** Returns settings of a level: blocking for up to ten seconds, 65,536 entries, 64 MiB a file. */
  public static AuditSettings of(AuditLevel level) {
    return new AuditSettings(
        level, WhenFull.BLOCK, CAPACITY, Duration.ofSeconds(10), SEGMENT, Redaction.NONE, 0);
  }

  /** Returns these settings with another policy for a queue without room. */
  public AuditSettings withWhenFull(WhenFull other) {
    return new AuditSettings(level, other, capacity, patience, segmentBytes, redaction, validDays);
  }

  /** Returns these settings with another capacity of the queue. */
  public AuditSettings withCapacity(int other) {
    return new AuditSettings(level, whenFull, other, patience, segmentBytes, redaction, validDays);
  }

  /** Returns these settings with another patience. */
  public AuditSettings withPatience(Duration other) {
    return new AuditSettings(level, whenFull, capacity, other, segmentBytes, redaction, validDays);
  }

  /** Returns these settings with another length of files. */
  public AuditSettings withSegmentBytes(long other) {
    return new AuditSettings(level, whenFull, capacity, patience, other, redaction, validDays);
  }

  /** Returns these settings with inputs left out. */
  public AuditSettings withRedaction(Redaction other) {
    return new AuditSettings(level, whenFull, capacity, patience, segmentBytes, other, validDays);
  }

  /** Returns these settings with decisions that expire. */
  public AuditSettings withValidDays(int other) {
    return new AuditSettings(level, whenFull, capacity, patience, segmentBytes, redaction, other);
  }
}
