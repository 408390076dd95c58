package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the documentation tells users to run. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern FENCE = Pattern.compile("```(sh|java)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  private static final Pattern FILE =
      Pattern.compile("[\\w./-]+(\\.(risk|csv|json|jsonl|html|md|gz|svg|pub|key)|/)");

  @TempDir
  Path folder;

  private static String read(Path file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static List<String> fences(String markdown, String language) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = FENCE.matcher(markdown);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  /** Runs a command of the documents in a folder of its own, reading the checkout's data. */
  private CliRun run(String command) {
    List<String> arguments = new ArrayList<>();
    for (String word : command.split(" +")) {
      boolean isOurs = word.startsWith("datasets/");
      arguments.add(
          isOurs
              ? ROOT.resolve(word).toString()
              : FILE.matcher(word).matches() ? folder.resolve(word).toString() : word);
    }
    return CliRun.of(arguments.toArray(new String[0]));
  }

  private int runAll(String markdown) {
    int ran = 0;
    for (String block : fences(markdown, "sh")) {
      for (String line : block.split("\n")) {
        if (line.startsWith("./risk ") && !line.equals("./risk demo")) {
          CliRun run = run(line.substring("./risk ".length()).replaceAll(" +#.*", ""));
          assertThat(run.exitCode()).as(line + "\n" + run.err()).isZero();
          ran++;
        }
      }
    }
    return ran;
  }

  @Test
  void readme_shellCommands_run() throws IOException {
    assertThat(runAll(read(Path.of("README.md")))).isEqualTo(6);
  }

  /** Commands of one page run in order in one folder, so that later ones find earlier files. */
  @ParameterizedTest
  @MethodSource("pages")
  void docs_shellCommands_run(Path page) throws IOException {
    runAll(Files.readString(page));
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.endsWith("policy.md")) // which has a test of its own
          .sorted()
          .toList();
    }
  }

  @Test
  void readme_javaSnippet_compilesAndDecides() throws IOException, InterruptedException {
    run("train datasets/lending-club/lending-club.csv --out lending-club.risk");
    for (String file :
        List.of("policies/demo-personal-loan.json", "applications/personal-loan.json")) {
      Path from = ROOT.resolve("datasets").resolve(file);
      Files.copy(from, folder.resolve(from.getFileName()));
    }
    String snippet = fences(read(Path.of("README.md")), "java").get(0);
    String imports = Stream.of(
            "application.LoanApplication",
            "decision.CreditEngine",
            "decision.CreditPolicy",
            "decision.Decision",
            "model.RiskModel")
        .map(name -> "import io.probity." + name + ";")
        .collect(Collectors.joining("\n"));
    Path source = Files.writeString(
        folder.resolve("Snippet.java"),
        imports
            + "\nimport java.io.*;\nimport java.nio.file.*;\npublic class Snippet {\n"
            + "public static void main(String[] args) throws IOException {\n"
            + snippet
            + "}}\n");

    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            source.getFileName().toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).startsWith("APPROVE").contains("USD");
  }

  @Test
  void policyPage_shellCommands_run() throws IOException {
    run("train datasets/lending-club/lending-club.csv --out lending-club.risk");
    for (String block : fences(read(Path.of("docs", "policy.md")), "sh")) {
      CliRun run = run(block.strip().substring("./risk ".length()));
      assertThat(run.exitCode()).as(block + "\n" + run.err()).isZero();
      assertThat(run.out()).contains("PROVED");
    }
  }

  @Test
  void readme_staysUnderAHundredLines() throws IOException {
    assertThat(read(Path.of("README.md")).lines().count()).isLessThan(100);
  }

  @Test
  void documents_linkOnlyToWhatIsThere() throws IOException {
    List<Path> documents =
        new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
    }
    for (Path document : documents) {
      Matcher matcher = LINK.matcher(Files.readString(document));
      while (matcher.find()) {
        if (!matcher.group(1).startsWith("http")) {
          assertThat(document.resolveSibling(matcher.group(1)))
              .as(document.toString())
              .exists();
        }
      }
    }
  }
}
