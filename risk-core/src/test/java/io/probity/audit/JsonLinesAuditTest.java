package io.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesAuditTest {

  private static final AuditSettings WRITTEN = AuditSettings.of(AuditLevel.WRITTEN);

  @TempDir
  Path folder;

  private JsonLinesAudit open(AuditSettings settings) throws IOException {
    return JsonLinesAudit.open(folder, settings, new Random(1));
  }

  private AuditHead write(AuditSettings settings, int from, int to) throws IOException {
    try (JsonLinesAudit audit = open(settings)) {
      for (int i = from; i < to; i++) {
        audit.record(AuditFixture.entry(i));
      }
      return audit.head();
    }
  }

  private AuditVerification verify(AuditHead... heads) throws IOException {
    return AuditVerifier.verify(AuditLog.of(folder), List.of(heads));
  }

  private ReplayReport replay() throws IOException {
    return Replay.run(AuditLog.of(folder), AuditFixture.engines());
  }

  private Path onlySegment() throws IOException {
    List<Path> segments = AuditLog.of(folder).segments();
    assertThat(segments).hasSize(1);
    return segments.get(0);
  }

  @Test
  void record_decisions_verifyAndReplayToTheByte() throws IOException {
    AuditHead head = write(WRITTEN, 0, 500);

    AuditVerification verification = verify(head);
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.head()).isEqualTo(head);
    assertThat(verification.lines()).isEqualTo(501); // one more that opens the file
    ReplayReport report = replay();
    assertThat(report.differences()).isEmpty();
    assertThat(report.fromInputs()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource(AuditLevel.class)
  void record_severalThreads_keepsEveryEntryOnce(AuditLevel level) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(9);
    int perThread = level == AuditLevel.SYNCED ? 20 : 500;
    AuditSettings settings = AuditSettings.of(level).withCapacity(64).withSegmentBytes(1 << 16);
    try (JsonLinesAudit audit = JsonLinesAudit.open(folder, settings, new Random(1), executor)) {
      List<java.util.concurrent.Future<?>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int first = thread * perThread;
        tasks.add(executor.submit(() -> {
          for (int i = first; i < first + perThread; i++) {
            audit.record(AuditFixture.entry(i));
          }
        }));
      }
      for (java.util.concurrent.Future<?> task : tasks) {
        task.get(60, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(verify().faults()).isEmpty();
    assertThat(replay().fromInputs()).isEqualTo(8L * perThread);
    Set<String> ids = new HashSet<>();
    AuditLog.of(folder).forEachLine(line -> line.head().text("id", ""), ids::add);
    ids.remove("");
    assertThat(ids).hasSize(8 * perThread);
  }

  @Test
  void record_manyFiles_areOneChain() throws IOException {
    AuditHead head = write(WRITTEN.withSegmentBytes(8192), 0, 100);

    assertThat(AuditLog.of(folder).segments()).hasSizeGreaterThan(5);
    assertThat(verify(head).isSound()).isTrue();
    Files.delete(AuditLog.of(folder).segments().get(2));
    assertThat(verify().faults().get(0)).contains("lines were removed");
  }

  @Test
  void verify_archivedBeginning_startsWhereTheFirstFileSays() throws IOException {
    AuditHead head = write(WRITTEN.withSegmentBytes(8192), 0, 100);
    Files.delete(AuditLog.of(folder).segments().get(0));

    assertThat(verify(head).isSound()).isTrue();
  }

  @Test
  void open_secondTime_continuesTheChain() throws IOException {
    AuditHead first = write(WRITTEN, 0, 10);
    AuditHead second = write(WRITTEN, 10, 20);

    assertThat(second.sequence()).isEqualTo(21);
    assertThat(verify(first, second).isSound()).isTrue();
  }

  @Test
  void open_whileOpen_isRefused() throws IOException {
    JsonLinesAudit audit = open(WRITTEN);

    assertThatThrownBy(() -> open(WRITTEN))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("another process or sink");
    audit.close();
    open(WRITTEN).close();
  }

  @Test
  void record_afterClose_isRefused() throws IOException {
    JsonLinesAudit audit = open(WRITTEN);
    audit.close();

    assertThatThrownBy(() -> audit.record(AuditFixture.entry(1)))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("closed");
  }

  /** A process may be killed in the middle of any line: every prefix of the file must be taken. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 350, 351, 352, 1000})
  void open_unfinishedLastLine_isCutOffAndSaid(int lost) throws IOException {
    write(WRITTEN, 0, 5);
    byte[] bytes = Files.readAllBytes(onlySegment());
    Files.write(onlySegment(), java.util.Arrays.copyOf(bytes, bytes.length - lost));
    Files.delete(folder.resolve(AuditLog.HEAD));

    write(WRITTEN, 5, 10);

    AuditVerification verification = verify();
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.recoveries()).isEqualTo(1);
    assertThat(replay().differences()).isEmpty();
  }

  @Test
  void open_lastLineThatIsNone_isRefused() throws IOException {
    write(WRITTEN, 0, 2);
    Files.writeString(onlySegment(), "{}\n", java.nio.file.StandardOpenOption.APPEND);

    assertThatThrownBy(() -> open(WRITTEN)).hasMessageContaining("risk audit verify");
  }

  @Test
  void verify_alteredByteAnywhere_isFound() throws IOException {
    AuditHead head = write(WRITTEN, 0, 3);
    byte[] sound = Files.readAllBytes(onlySegment());
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] altered = sound.clone();
      altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(7));
      Files.write(onlySegment(), altered);
      assertThat(verify(head).isSound()).as("change " + i).isFalse();
    }
  }

  @Test
  void verify_linesRemovedSwappedOrCutOff_isFound() throws IOException {
    AuditHead head = write(WRITTEN, 0, 5);
    List<String> lines = Files.readAllLines(onlySegment());

    for (int removed = 0; removed < lines.size(); removed++) {
      List<String> left = new ArrayList<>(lines);
      left.remove(removed);
      Files.write(onlySegment(), left);
      assertThat(verify(head).isSound()).as("without " + removed).isFalse();
    }
    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 2, 3);
    Files.write(onlySegment(), swapped);
    assertThat(verify(head).isSound()).isFalse();
    Files.write(onlySegment(), lines);
    assertThat(verify(head).isSound()).isTrue();
  }

  @Test
  void erase_oneApplication_keepsTheChainAndForgetsThePerson() throws IOException {
    AuditHead head = write(WRITTEN, 0, 10);

    assertThat(AuditEraser.erase(folder, Set.of("application-3"))).isEqualTo(1);

    AuditVerification verification = verify(head);
    assertThat(verification.isSound()).isTrue();
    assertThat(verification.erased()).isEqualTo(1);
    assertThat(replay().erased()).isEqualTo(1);
    assertThat(replay().fromInputs()).isEqualTo(9);
    String line = Files.readAllLines(onlySegment()).get(4);
    assertThat(line).contains("application-3", "\"personal\":null").doesNotContain("income_cv");
  }

  @Test
  void erase_whileOpen_isRefused() throws IOException {
    JsonLinesAudit audit = open(WRITTEN);
    assertThatThrownBy(() -> AuditEraser.erase(folder, Set.of("1")))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("being written");
    audit.close();
  }

  @Test
  void record_redactedInputs_replaysFromFeatures() throws IOException {
    write(WRITTEN.withRedaction(new Redaction(Set.of("purpose", "unheard"))), 0, 50);

    assertThat(Files.readString(onlySegment()))
        .contains("\"replay\":\"FEATURES\",\"redacted\":[\"purpose\"]")
        .doesNotContain("\"purpose\":\"car\"");
    assertThat(replay().fromFeatures()).isEqualTo(50);
    assertThat(replay().differences()).isEmpty();
  }

  @Test
  void replay_storedLimitThatNoRuleGives_isTheFirstDifference() throws IOException {
    write(WRITTEN, 0, 20);
    String text = Files.readString(onlySegment());
    Files.writeString(onlySegment(), text.replaceFirst("\"score\":\\d+", "\"score\":1"));

    ReplayReport report = replay();

    assertThat(report.differenceCount()).isEqualTo(1);
    assertThat(report.differences().get(0).what()).isEqualTo("score");
    assertThat(report.differences().get(0).stored()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "'\\[\"LIMIT\",\"[A-Z_]+\",', '[\"LIMIT\",\"NONE\",', reasons[0][1], '\"NONE\"'",
    "'\\[\"STEP\",\"STEP\",[0-9.]+,', '[\"STEP\",\"STEP\",1,', limitTrace[4][2], 1",
    "'\"missing\":\\[', '\"missing\":[99,', missing, 1 elements",
  })
  void replay_storedElementThatNoRuleGives_isNamedByItsPlace(
      String sound, String altered, String what, String stored) throws IOException {
    write(WRITTEN, 0, 1);
    String text = Files.readString(onlySegment());
    Files.writeString(onlySegment(), text.replaceFirst(sound, altered).replace("99,]", "99]"));

    ReplayReport report = replay();

    assertThat(report.differences()).hasSize(1);
    assertThat(report.differences().get(0).what()).isEqualTo(what);
    assertThat(report.differences().get(0).stored()).isEqualTo(stored);
  }

  @Test
  void replay_modelThatIsNotThere_isSaid() throws IOException {
    write(WRITTEN, 0, 1);

    ReplayReport report =
        Replay.run(AuditLog.of(folder), EngineLibrary.of(List.of(AuditFixture.engine(-1.0))));

    assertThat(report.differences().get(0).replayed()).isEqualTo("not in the folder");
  }

  @Test
  void record_clockThatGoesBackwards_isKeptInOrderAndSaid() throws IOException {
    try (JsonLinesAudit audit = open(WRITTEN)) {
      for (int i = 0; i < 4; i++) {
        audit.record(AuditFixture.entry(
            AuditFixture.application(i), AuditFixture.NOON.minusSeconds(3600L * i)));
      }
    }

    assertThat(verify().isSound()).isTrue();
    assertThat(verify().clockSteps()).isEqualTo(3);
  }

  @Test
  void record_overrideAndFailure_areLinesOfTheChain() throws IOException {
    try (JsonLinesAudit audit = open(WRITTEN.withValidDays(30))) {
      audit.record(AuditFixture.entry(1));
      audit.record(new AuditEntry.Overridden(
          AuditFixture.NOON,
          "application-1",
          "an underwriter",
          "payslips",
          "REFER",
          "APPROVE 5000"));
      audit.record(new AuditEntry.Failed(
          AuditFixture.NOON, AuditEntry.Role.CHALLENGER, "application-1", "no such field"));
    }

    assertThat(verify().isSound()).isTrue();
    assertThat(replay().notDecisions()).isEqualTo(3);
    assertThat(Files.readString(onlySegment()))
        .contains("\"who\":\"an underwriter\"", "\"expires\":\"2026-03-31\"");
  }

  /** A disk that has room for a number of bytes. */
  private static final class SmallDisk implements LogFile.Opener {

    private final AtomicLong room;

    SmallDisk(long room) {
      this.room = new AtomicLong(room);
    }

    @Override
    public LogFile open(Path path) throws IOException {
      LogFile file = LogFile.open(path);
      return new LogFile() {
        @Override
        public void append(byte[] bytes, int length) throws IOException {
          long left = room.get();
          if (length > left) {
            file.append(bytes, (int) left);
            room.set(0);
            throw new IOException("No space left on device");
          }
          file.append(bytes, length);
          room.addAndGet(-length);
        }

        @Override
        public void truncate(long length) throws IOException {
          file.truncate(length);
        }

        @Override
        public void sync() throws IOException {
          file.sync();
        }

        @Override
        public void close() throws IOException {
          file.close();
        }
      };
    }
  }

  @Test
  void record_fullDisk_refusesTheDecisionAndRecoversByItself() throws IOException {
    SmallDisk disk = new SmallDisk(10_000);
    List<Integer> kept = new ArrayList<>();
    try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, WRITTEN, new Random(1), disk)) {
      for (int i = 0; i < 30; i++) {
        try {
          audit.record(AuditFixture.entry(i));
          kept.add(i);
        } catch (AuditException full) {
          assertThat(full).hasMessageContaining("must not be acted upon");
        }
      }
      assertThat(kept).hasSizeBetween(2, 15);
      assertThat(audit.failure()).isPresent();
      disk.room.set(1 << 20);
      audit.record(AuditFixture.entry(100));
      assertThat(audit.failure()).isEmpty();
    }

    assertThat(verify().faults()).isEmpty();
    assertThat(replay().fromInputs()).isEqualTo(kept.size() + 1);
  }

  /** A file that is begun, or a log that is opened, may meet the full disk as well. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 3_000, 8_300, 9_000, 12_345, 17_000})
  void record_diskThatFillsUpAnywhere_losesNothingAndRecovers(int room) throws IOException {
    SmallDisk disk = new SmallDisk(room);
    AuditSettings small = WRITTEN.withSegmentBytes(4096);
    int kept = 0;
    for (int round = 0; round < 3; round++) {
      try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, small, new Random(1), disk)) {
        for (int i = 0; i < 10; i++) {
          try {
            audit.record(AuditFixture.entry(i));
            kept++;
          } catch (AuditException full) {
            assertThat(full).hasMessageContaining("No space left");
          }
        }
      }
      disk.room.addAndGet(round == 0 ? 2_500 : 1 << 20);
    }

    assertThat(kept).isGreaterThanOrEqualTo(10);
    assertThat(verify().faults()).isEmpty();
    assertThat(replay().fromInputs()).isEqualTo(kept);
  }

  @Test
  void record_fullDisk_namesTheFile() throws IOException {
    SmallDisk disk = new SmallDisk(10_000);
    try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, WRITTEN, new Random(1), disk)) {
      assertThatThrownBy(() -> {
            for (int i = 0; i < 30; i++) {
              audit.record(AuditFixture.entry(i));
            }
          })
          .isInstanceOf(AuditException.class)
          .hasMessageContaining("decisions-000000000001.jsonl: No space left on device");
    }
  }

  /** The first line of each file says where the chain comes from, so that earlier ones can go. */
  @Test
  void record_diskThatIsFullWhenAFileBegins_beginsItOnceThereIsRoom() throws IOException {
    SmallDisk disk = new SmallDisk(1 << 20);
    AuditSettings small = WRITTEN.withSegmentBytes(4096);
    try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, small, new Random(1), disk)) {
      long length = 0;
      for (int i = 0; length < 4096; i++) {
        audit.record(AuditFixture.entry(i));
        length = Files.size(onlySegment());
      }
      disk.room.set(10);
      assertThatThrownBy(() -> audit.record(AuditFixture.entry(100)))
          .hasMessageContaining("No space left");
      disk.room.set(1 << 20);
      audit.record(AuditFixture.entry(101));
    }

    assertThat(verify().isSound()).isTrue();
    List<Path> segments = AuditLog.of(folder).segments();
    assertThat(segments).hasSize(2);
    assertThat(Files.readString(segments.get(1))).contains("\"previous\":");
    Files.delete(segments.get(0));
    assertThat(verify().isSound()).isTrue();
  }

  /** What was cut off is said by a line, even if the disk has room for that only later. */
  @Test
  void open_brokenLastLineOnAFullDisk_opensAndSaysSoOnceThereIsRoom() throws IOException {
    write(WRITTEN, 0, 3);
    Files.writeString(onlySegment(), "{\"seq\":", StandardOpenOption.APPEND);
    SmallDisk disk = new SmallDisk(5);
    try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, WRITTEN, new Random(1), disk)) {
      assertThatThrownBy(() -> audit.record(AuditFixture.entry(3)))
          .hasMessageContaining("No space left");
      disk.room.set(1 << 20);
      audit.record(AuditFixture.entry(4));
    }

    assertThat(verify().isSound()).isTrue();
    assertThat(verify().recoveries()).isEqualTo(1);
    assertThat(replay().fromInputs()).isEqualTo(4);
  }

  /** A channel would close for all callers when one of them is interrupted. */
  @ParameterizedTest
  @EnumSource(
      value = AuditLevel.class,
      names = {"WRITTEN", "SYNCED"})
  void record_byAThreadThatIsInterrupted_isRecordedAndTheLogGoesOn(AuditLevel level)
      throws IOException {
    try (JsonLinesAudit audit = open(AuditSettings.of(level))) {
      Thread.currentThread().interrupt();
      audit.record(AuditFixture.entry(1));
      assertThat(Thread.interrupted()).isTrue();
      audit.record(AuditFixture.entry(2));
    }

    assertThat(replay().fromInputs()).isEqualTo(2);
  }

  /** How many are recorded and replayed: a million with the property set so. */
  @Test
  void replay_manyDecisionsByManyThreads_isEqualToTheBit() throws Exception {
    int decisions = Integer.getInteger("probity.decisions", 5_000);
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try (JsonLinesAudit audit = open(WRITTEN)) {
      List<java.util.concurrent.Future<?>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int first = thread;
        tasks.add(executor.submit(() -> {
          for (int i = first; i < decisions; i += 8) {
            audit.record(AuditFixture.entry(i));
          }
        }));
      }
      for (java.util.concurrent.Future<?> task : tasks) {
        task.get();
      }
    } finally {
      executor.shutdown();
    }

    ReplayReport report = replay();
    assertThat(report.differences()).isEmpty();
    assertThat(report.fromInputs()).isEqualTo(decisions);
    assertThat(verify().isSound()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(WhenFull.class)
  void record_enqueuedOnAFullDisk_keepsWhatWasAcknowledged(WhenFull whenFull) throws IOException {
    SmallDisk disk = new SmallDisk(10_000);
    AuditSettings settings = AuditSettings.of(AuditLevel.ENQUEUED)
        .withCapacity(20)
        .withWhenFull(whenFull)
        .withPatience(Duration.ofMillis(2));
    int acknowledged = 0;
    try (JsonLinesAudit audit = JsonLinesAudit.openWith(folder, settings, new Random(1), disk)) {
      for (int i = 0; i < 60; i++) {
        try {
          audit.record(AuditFixture.entry(i));
          acknowledged++;
        } catch (AuditException full) {
          assertThat(full).hasMessageContaining("no room");
        }
      }
      assertThat(acknowledged).isBetween(20, 40);
      disk.room.set(1 << 20);
      audit.flush();
    }

    assertThat(verify().faults()).isEmpty();
    assertThat(replay().fromInputs()).isEqualTo(acknowledged);
  }

  @Test
  void close_withoutRoomForWhatWaits_saysHowMany() throws IOException {
    SmallDisk disk = new SmallDisk(100);
    JsonLinesAudit audit =
        JsonLinesAudit.openWith(folder, AuditSettings.of(AuditLevel.ENQUEUED), new Random(1), disk);
    audit.record(AuditFixture.entry(1));

    assertThatThrownBy(audit::close)
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("1 entries");
  }
}
