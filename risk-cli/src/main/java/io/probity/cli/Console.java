package io.probity.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where commands read and print: results to {@code out}, progress and remarks to {@code err}.
 *
 * @param in standard input
 * @param out results
 * @param err progress, remarks and errors
 * @param outIsTerminal whether people look at {@code out}
 * @param errIsTerminal whether people look at {@code err}
 * @param width the width of the terminal in columns
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width) {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  /** Returns the console of this process; the launcher says which streams are terminals. */
  public static Console system() {
    return new Console(
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("risk.terminal.out"),
        Boolean.getBoolean("risk.terminal.err"),
        Math.max(LEAST_WIDTH, Integer.getInteger("risk.terminal.width", USUAL_WIDTH)));
  }

  /** Returns this console without remarks and progress. */
  Console withoutRemarks() {
    return new Console(in, out, silent(), outIsTerminal, false, width);
  }

  /** Returns this console without results. */
  Console withoutResults() {
    return new Console(in, silent(), err, false, errIsTerminal, width);
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  /** Prints a result. */
  void print(String text) {
    out.print(text);
  }

  /** Prints a line of a result. */
  void println(String line) {
    out.println(line);
  }

  /** Prints a remark that is not part of the result. */
  void remark(String line) {
    err.println(line);
  }

  /** Shows what is being done, where somebody watches. */
  void progress(String stage) {
    if (errIsTerminal) {
      err.println("… " + stage);
    }
  }
}
