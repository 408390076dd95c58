package io.probity.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the usual commands once and in silence, so that the launcher can list the classes that they load
 * and archive them for a faster start.
 */
final class ClassRehearsal {

  private static final int WIDTH = 100;

  private ClassRehearsal() {}

  /**
   * Runs help, and training and scoring if there are data.
   *
   * @param args a CSV with its schema beside it, and a folder for what is written
   */
  public static void main(String[] args) {
    run("--help");
    Path csv = Path.of(args[0]);
    if (Files.exists(csv)) {
      String model = Path.of(args[1], "rehearsal.risk").toString();
      run("train", csv.toString(), "--out", model);
      run(
          "score",
          model,
          csv.toString(),
          "--out",
          Path.of(args[1], "scored.csv").toString());
    }
  }

  private static void run(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, false, false, WIDTH);
    int code = Main.run(args, console);
    if (code != ExitCode.OK) {
      throw new IllegalStateException("risk " + String.join(" ", args) + " ended with " + code);
    }
  }
}
