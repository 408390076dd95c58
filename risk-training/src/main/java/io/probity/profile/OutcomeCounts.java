package io.probity.profile;

/** How many records are good, bad and of unknown outcome. */
final class OutcomeCounts {

  /** A good record. */
  static final byte GOOD = 0;
  /** A bad record. */
  static final byte BAD = 1;
  /** A record whose target is missing, or all records where there is no target. */
  static final byte UNKNOWN = 2;

  private final long[] counts = new long[3];

  void add(byte outcome) {
    counts[outcome]++;
  }

  void addAll(OutcomeCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Returns these counts less others. */
  OutcomeCounts less(OutcomeCounts other) {
    OutcomeCounts rest = new OutcomeCounts();
    for (int i = 0; i < counts.length; i++) {
      rest.counts[i] = counts[i] - other.counts[i];
    }
    return rest;
  }

  long goods() {
    return counts[GOOD];
  }

  long bads() {
    return counts[BAD];
  }

  long total() {
    return counts[GOOD] + counts[BAD] + counts[UNKNOWN];
  }
}
