package io.probity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Under which circumstances something was measured: without them a figure cannot be compared. */
final class Circumstances {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Circumstances() {}

  /** Returns machine, JDK and commit as lines of Markdown. */
  static String lines() {
    return String.format(
        Locale.ROOT,
        "- machine: %s, %d processors, %s %s%n- JDK: %s (%s)%n- commit: %s%n",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        System.getProperty("java.vm.name"),
        System.getProperty("risk.commit", "not known"));
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor not known");
    } catch (IOException notThere) {
      return "processor not known";
    }
  }
}
