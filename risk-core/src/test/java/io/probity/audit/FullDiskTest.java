package io.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A log on a file system of two megabytes that really fills up. It is mounted in a namespace of its
 * own, which ends with the processes in it; where that is not permitted the test is skipped and says
 * why.
 */
class FullDiskTest {

  private static final List<List<String>> NAMESPACES = List.of(
      List.of("unshare", "--mount"), List.of("unshare", "--user", "--map-root-user", "--mount"));
  private static final String MOUNT = "mount -t tmpfs -o size=2m none \"$1\"";

  /** What begins a process that may mount; empty where nothing does. */
  private static List<String> namespace = List.of();

  private static String refusal = "";

  @TempDir
  Path folder;

  private record Ended(int exitCode, String output) {}

  @BeforeAll
  static void find(@TempDir Path disk) throws Exception {
    for (List<String> candidate : NAMESPACES) {
      Ended ended = run(candidate, MOUNT, disk.toString());
      if (ended.exitCode() == 0) {
        namespace = candidate;
        return;
      }
      refusal += candidate + ": " + ended.output();
    }
  }

  @ParameterizedTest
  @EnumSource(AuditLevel.class)
  void record_smallFileSystemThatFillsUp_keepsWhatWasAcknowledgedAndGoesOn(AuditLevel level)
      throws Exception {
    assumeTrue(
        !namespace.isEmpty(), () -> "a small file system cannot be mounted here: " + refusal);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path acknowledged = Files.createDirectory(folder.resolve("acknowledged"));

    Ended ended = run(
        namespace,
        MOUNT + " && \"$2\" -cp \"$3\" \"$4\" fill \"$1\" \"$5\" \"$6\""
            + " && \"$2\" -cp \"$3\" \"$4\" goOn \"$1\" \"$5\" \"$6\""
            + " && echo went on",
        disk.toString(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        System.getProperty("java.class.path"),
        FullDiskProcess.class.getName(),
        acknowledged.toString(),
        level.name());

    assertThat(ended.output()).isEqualToIgnoringWhitespace("went on");
    assertThat(ended.exitCode()).isZero();
    assertThat(Files.list(disk)).as("files outside of the small file system").isEmpty();
  }

  private static Ended run(List<String> namespace, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(namespace);
    command.addAll(List.of("sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException notThere) {
      return new Ended(-1, notThere.getMessage());
    }
    CompletableFuture<Process> end = process.onExit().orTimeout(60, TimeUnit.SECONDS);
    end.exceptionally(late -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      return process.destroyForcibly();
    });
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return new Ended(process.exitValue(), output);
  }
}
