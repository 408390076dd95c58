package io.probity.audit;

import java.nio.file.Path;

/** A line of a file, without its line feed, and where it stands. */
final class RawLine {

  private final Path file;
  private final long number;
  private final byte[] bytes;
  private final boolean complete;
  private final boolean last;

  RawLine(Path file, long number, byte[] bytes, boolean complete, boolean last) {
    this.file = file;
    this.number = number;
    this.bytes = bytes;
    this.complete = complete;
    this.last = last;
  }

  /** Returns the number of the line in its file, from 1. */
  long number() {
    return number;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns whether the line ended with a line feed. */
  boolean isComplete() {
    return complete;
  }

  /**
   * Returns whether this is the end of the last file and lacks its line feed: its writer is at work, or
   * was killed before it acknowledged anything of the line.
   */
  boolean isUnfinished() {
    return !complete && last;
  }

  String place() {
    return file.getFileName() + ":" + number;
  }
}
