package io.probity.cli;

/** What the command's exit code says. */
final class ExitCode {

  /** All went well. */
  static final int OK = 0;

  /** Something went wrong that should not be possible. */
  static final int INTERNAL = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Data, a schema, a plan, a policy or an application breaks a rule. */
  static final int INVALID_INPUT = 3;

  /** A model file cannot be read. */
  static final int BROKEN_MODEL = 4;

  /** A file cannot be found, read or written. */
  static final int FILE = 5;

  private ExitCode() {}
}
