package io.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process in the middle of its work, again and again, on one log. How often: {@code
 * -Dprobity.kills=100}.
 */
class KilledWriterTest {

  private static final int KILLS = Integer.getInteger("probity.kills", 3);

  @TempDir
  Path folder;

  @Test
  void kill_writer_losesNothingThatWasAcknowledged() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    for (int kill = 0; kill < KILLS; kill++) {
      Path log = folder.resolve("log");
      AuditLevel level = kill % 2 == 0 ? AuditLevel.WRITTEN : AuditLevel.SYNCED;
      AuditHead acknowledged = writeAndKill(log, level, 1 + random.nextInt(200));

      AuditVerification verification =
          AuditVerifier.verify(AuditLog.of(log), List.of(acknowledged));
      assertThat(verification.faults()).as("kill " + kill).isEmpty();
      assertThat(verification.head().sequence()).isGreaterThanOrEqualTo(acknowledged.sequence());
      JsonLinesAudit.open(log, AuditSettings.of(level), new Random(1)).close();
      assertThat(AuditVerifier.verify(AuditLog.of(log), List.of()).isSound()).isTrue();
    }
  }

  /** Returns the last head that the process acknowledged before it was killed. */
  private static AuditHead writeAndKill(Path log, AuditLevel level, int after)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            log.toString(),
            level.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    AuditHead last = AuditHead.EMPTY;
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      for (int i = 0; line != null; i++) {
        if (line.matches("\\d+:[0-9a-f]{64}")) { // the last line may be cut off
          last = AuditHead.parse(line);
        }
        if (i == 0) {
          isHeldByTheOther(log);
        }
        if (i == after) {
          process.toHandle().destroyForcibly(); // keeps the stream, which holds lines still
        }
        line = lines.readLine();
      }
    }
    process.waitFor();
    assertThat(last.sequence()).isPositive();
    return last;
  }

  /** Two processes on one log: the second is refused, but may read. */
  private static void isHeldByTheOther(Path log) throws IOException {
    assertThatThrownBy(
            () -> JsonLinesAudit.open(log, AuditSettings.of(AuditLevel.WRITTEN), new Random(1)))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("another process");
    assertThatThrownBy(() -> AuditEraser.erase(log, Set.of("application-1")))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("being written");
    assertThat(AuditVerifier.verify(AuditLog.of(log), List.of()).isSound()).isTrue();
  }

  /** The process that is killed: records, and prints the head behind each record. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] args) throws IOException {
      JsonLinesAudit audit = JsonLinesAudit.open(
          Path.of(args[0]),
          AuditSettings.of(AuditLevel.valueOf(args[1])).withSegmentBytes(1 << 16),
          new Random(1));
      for (long i = 0; i < 1_000_000; i++) {
        audit.record(AuditFixture.entry(i));
        System.out.println(audit.head());
      }
    }
  }
}
