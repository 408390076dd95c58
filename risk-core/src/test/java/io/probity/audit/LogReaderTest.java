package io.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

  @TempDir
  Path folder;

  private Path add(int first, String text) throws IOException {
    return Files.writeString(
        folder.resolve(AuditLog.segmentName(first)),
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static List<String> texts(List<RawLine> lines) {
    return lines.stream()
        .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void read_lineThatIsFinishedAndRotatedMeanwhile_isWhole() throws IOException {
    Path first = add(1, "one\nha");
    try (LogReader reader = new LogReader(AuditLog.of(folder))) {
      assertThat(texts(reader.read(1))).containsExactly("one");

      add(1, "lf\nthree\n");
      add(4, "four\n");
      List<RawLine> rest = reader.read(10);

      assertThat(texts(rest)).containsExactly("half", "three", "four");
      assertThat(rest).allMatch(RawLine::isComplete);
      assertThat(rest.get(0).place()).isEqualTo(first.getFileName() + ":2");
      assertThat(rest.get(2).place()).endsWith("000004.jsonl:1");
      assertThat(reader.read(10)).isEmpty();
    }
  }

  @Test
  void read_endWithoutLineFeed_isUnfinishedOnlyInTheLastFile() throws IOException {
    add(1, "one\nbroken");
    add(3, "three\nbegun");
    try (LogReader reader = new LogReader(AuditLog.of(folder))) {
      List<RawLine> lines = reader.read(10);

      assertThat(texts(lines)).containsExactly("one", "broken", "three", "begun");
      assertThat(lines).extracting(RawLine::isComplete).containsExactly(true, false, true, false);
      assertThat(lines)
          .extracting(RawLine::isUnfinished)
          .containsExactly(false, false, false, true);
    }
  }

  @Test
  void read_linesOfAnyLength_areCutAtTheirLineFeeds() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    List<String> expected = new java.util.ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String line = "x".repeat(random.nextInt(i % 40 == 0 ? 300_000 : 40));
      expected.add(line);
      text.append(line).append('\n');
    }
    add(1, text.toString());
    try (LogReader reader = new LogReader(AuditLog.of(folder))) {
      assertThat(texts(reader.read(1_000))).isEqualTo(expected);
    }
  }

  /** A log that is rotated under its reader, again and again, is sound at any moment. */
  @Test
  void verify_whileAnotherThreadWritesAndRotates_isSound() throws Exception {
    AuditSettings settings = AuditSettings.of(AuditLevel.WRITTEN).withSegmentBytes(1 << 13);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (JsonLinesAudit audit = JsonLinesAudit.open(folder, settings, new Random(1))) {
      Future<?> writing = executor.submit(() -> {
        for (int i = 0; i < 1_200; i++) {
          audit.record(AuditFixture.entry(i));
        }
      });
      long before = 0;
      do {
        AuditHead published = audit.head();
        AuditVerification verification =
            AuditVerifier.verify(AuditLog.of(folder), List.of(published));
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.lines()).isGreaterThanOrEqualTo(before);
        assertThat(Replay.run(AuditLog.of(folder), AuditFixture.engines()).differenceCount())
            .isZero();
        before = verification.lines();
      } while (!writing.isDone());
      writing.get();
    } finally {
      executor.shutdown();
    }

    assertThat(AuditLog.of(folder).segments()).hasSizeGreaterThan(100);
    assertThat(Replay.run(AuditLog.of(folder), AuditFixture.engines()).fromInputs())
        .isEqualTo(1_200);
  }
}
