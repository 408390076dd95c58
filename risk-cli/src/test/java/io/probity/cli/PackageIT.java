package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.ProbityVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks the archive that users get, and runs its launcher from elsewhere. */
class PackageIT {

  private static final String VERSION = ProbityVersion.version();
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir
  Path temporary;

  private Path home;
  private Path elsewhere;

  private record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    Path spaced = Files.createDirectories(temporary.resolve("a folder with spaces"));
    elsewhere = Files.createDirectories(temporary.resolve("else where"));
    Path archive = Path.of("target", "risk-" + VERSION + ".tar.gz").toAbsolutePath();
    int code = new ProcessBuilder("tar", "-xzf", archive.toString())
        .directory(spaced.toFile())
        .inheritIO()
        .start()
        .waitFor();
    assertThat(code).isZero();
    home = spaced.resolve("risk-" + VERSION);
  }

  private ProcessBuilder risk(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("risk").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command)
        .directory(elsewhere.toFile())
        .redirectOutput(temporary.resolve("out").toFile())
        .redirectError(temporary.resolve("err").toFile());
    process.environment().putAll(environment);
    return process;
  }

  private Ended ended(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(temporary.resolve("out")),
        Files.readString(temporary.resolve("err")));
  }

  private Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return ended(risk(environment, arguments).start());
  }

  private List<String> filesElsewhere() throws IOException {
    try (Stream<Path> files = Files.list(elsewhere)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void launcher_unpackedArchive_worksFromElsewhereAndStartsFasterTheNextTime()
      throws IOException, InterruptedException {
    Map<String, String> java = Map.of("JAVA_HOME", JAVA_HOME);

    Ended version = run(java, "--version");
    assertThat(version.out()).isEqualTo("risk " + VERSION + "\n");
    assertThat(version.err()).contains("preparing a faster start");
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".jsa"));
    }

    String csv = home.resolve("datasets/german/german.csv").toString();
    Ended train = run(java, "train", csv, "--out", "my model.risk", "--quiet");
    assertThat(train.exitCode()).as(train.err()).isZero();
    assertThat(train.err()).isEmpty();
    Ended score = run(java, "score", "my model.risk", csv, "--out", "scored.csv");
    assertThat(score.exitCode()).as(score.err()).isZero();
    assertThat(elsewhere.resolve("scored.csv")).isRegularFile();
  }

  @Test
  void launcher_noJavaInJavaHome_saysSo() throws IOException, InterruptedException {
    Ended run = run(Map.of("JAVA_HOME", "/nowhere"), "--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err())
        .isEqualTo("risk: no Java was found in JAVA_HOME=/nowhere; install Java 17 or later,"
            + " or set JAVA_HOME to it\n");
  }

  @Test
  void launcher_oldJava_saysSo() throws IOException, InterruptedException {
    Path old = temporary.resolve("jdk-11");
    Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.22\"\n");

    Ended run = run(Map.of("JAVA_HOME", old.toString()), "--version");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("is Java 11.0.22; install Java 17 or later");
  }

  @Test
  void launcher_interrupted_leavesNothingHalfWritten() throws IOException, InterruptedException {
    Map<String, String> java = Map.of("JAVA_HOME", JAVA_HOME);
    run(java, "--version");
    Process process = risk(
            java,
            "simulate",
            "--applicants",
            "1000000",
            "--months",
            "24",
            "--json",
            "1000000",
            "--out",
            "lender")
        .start();
    Path lender = elsewhere.resolve("lender");
    long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!Files.isDirectory(lender.resolve("applications")) && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    assertThat(lender.toFile().list())
        .isNotNull()
        .anyMatch(name -> name.endsWith(".part"))
        .noneMatch(name -> name.endsWith(".csv"));

    process.destroy();

    assertThat(ended(process).exitCode()).isEqualTo(128 + 15);
    assertThat(filesIn(lender)).isNotEmpty().allSatisfy(file -> {
      assertThat(file).hasParent(lender.resolve("applications")).hasExtension("json");
      JsonObject.parse(Files.readAllBytes(file), file.toString(), JsonLimits.FILE);
    });
    assertThat(filesElsewhere()).isSubsetOf("lender");
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
