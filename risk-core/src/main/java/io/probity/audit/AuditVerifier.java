package io.probity.audit;

import io.probity.file.Sha256;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the chain of a log and the commitment of every personal part. Lines are digested by all cores
 * (the common pool); only the links of the chain are checked one after another.
 *
 * <p>A line that was changed, removed, inserted or moved breaks the chain. Lines that were cut off at
 * the end show only against a head that was published: {@code head.json} beside the lines, or better
 * one that is given.
 */
public final class AuditVerifier {

  private static final int MOST_FAULTS = 100;

  private final List<String> faults = new ArrayList<>();
  private final List<AuditHead> published = new ArrayList<>();
  private final List<AuditHead> met = new ArrayList<>();
  private final ChainDigest digest = new ChainDigest();
  private @Nullable AuditHead previous;
  private String lastTime = "";
  private long faultCount;
  private long lines;
  private long erased;
  private long clockSteps;
  private long recoveries;
  private boolean unfinished;

  private AuditVerifier() {}

  /**
   * Checks a log.
   *
   * @param heads that were published and must be in the log
   */
  public static AuditVerification verify(AuditLog log, List<AuditHead> heads) throws IOException {
    AuditVerifier verifier = new AuditVerifier();
    verifier.published.addAll(heads);
    if (Files.exists(log.headFile())) {
      JsonObject json =
          JsonObject.parse(Files.readAllBytes(log.headFile()), AuditLog.HEAD, JsonLimits.FILE);
      verifier.published.add(new AuditHead((long) json.number("sequence"), json.text("chain")));
    }
    log.forEachSlice(
        slice -> {
          MessageDigest digest = Sha256.newDigest();
          return slice.stream().map(raw -> Checked.of(raw, digest)).toList();
        },
        checked -> checked.forEach(verifier::link));
    return verifier.finish();
  }

  /** What is known of a line by itself. */
  private record Checked(
      RawLine raw,
      Optional<AuditLine> line,
      ByteBuffer bodyHash,
      String kind,
      String time,
      String previous,
      boolean isErased,
      String fault) {

    static Checked of(RawLine raw, MessageDigest digest) {
      Optional<AuditLine> parsed = AuditLine.parse(raw.bytes(), raw.place());
      if (parsed.isEmpty() || !raw.isComplete()) {
        return new Checked(
            raw,
            Optional.empty(),
            ByteBuffer.allocate(0),
            "",
            "",
            "",
            false,
            "it is no line of a log");
      }
      AuditLine line = parsed.get();
      try {
        JsonObject head = line.head();
        String commitment = head.text("commitment", "");
        boolean bare = line.hasNoPersonalPart();
        boolean holds = bare || line.personalHash(digest).equals(commitment);
        return new Checked(
            raw,
            parsed,
            ByteBuffer.wrap(line.bodyHash(digest)),
            head.text("kind", ""),
            head.text("time", ""),
            head.text("previous", ""),
            bare && !commitment.isEmpty(),
            holds ? "" : "its personal part was altered");
      } catch (InvalidInputException broken) {
        return new Checked(
            raw,
            parsed,
            ByteBuffer.wrap(line.bodyHash(digest)),
            "",
            "",
            "",
            false,
            "its head is not JSON any more");
      }
    }
  }

  private void link(Checked checked) {
    if (checked.raw().isUnfinished()) {
      unfinished = true;
      return;
    }
    lines++;
    String place = checked.raw().place();
    if (checked.line().isEmpty()) {
      fault(place + ": " + checked.fault());
      return;
    }
    AuditLine line = checked.line().get();
    AuditHead before = previous != null ? previous : start(line, checked.previous());
    if (line.sequence() != before.sequence() + 1) {
      fault(place + ": line " + line.sequence() + " follows line " + before.sequence()
          + "; lines were removed, inserted or moved");
    } else if (!isNext(before, line, checked.bodyHash().array())) {
      fault(place + ": line " + line.sequence() + " or the chain before it was altered");
    }
    if (!checked.fault().isEmpty()) {
      fault(place + ": " + checked.fault());
    }
    previous = new AuditHead(line.sequence(), line.chain());
    for (AuditHead head : published) {
      if (head.equals(previous)) {
        met.add(head);
      }
    }
    count(checked);
  }

  private boolean isNext(AuditHead before, AuditLine line, byte[] bodyHash) {
    byte[] chain = digest.next(before.bytes(), line.sequence(), bodyHash);
    return HexFormat.of().formatHex(chain).equals(line.chain());
  }

  private void count(Checked checked) {
    erased += checked.isErased() ? 1 : 0;
    recoveries += checked.kind().equals(EntryText.RECOVERY) ? 1 : 0;
    if (!checked.time().isEmpty()) {
      clockSteps += isBefore(checked.time(), lastTime) ? 1 : 0;
      lastTime = checked.time();
    }
  }

  private static boolean isBefore(String time, String last) {
    return !last.isEmpty() && java.time.Instant.parse(time).isBefore(java.time.Instant.parse(last));
  }

  /** A log whose first files were archived begins where its first line says. */
  private static AuditHead start(AuditLine line, String statedPrevious) {
    return line.sequence() > 1 && !statedPrevious.isEmpty()
        ? new AuditHead(line.sequence() - 1, statedPrevious)
        : AuditHead.EMPTY;
  }

  private void fault(String text) {
    faultCount++;
    if (faults.size() < MOST_FAULTS) {
      faults.add(text);
    }
  }

  private AuditVerification finish() {
    AuditHead end = previous == null ? AuditHead.EMPTY : previous;
    for (AuditHead head : published) {
      if (!met.contains(head) && !head.equals(AuditHead.EMPTY)) {
        fault("the published head " + head + " is not in the log, which ends at line "
            + end.sequence() + ": lines were cut off or altered");
      }
    }
    return new AuditVerification(
        lines, end, faults, faultCount, erased, clockSteps, recoveries, unfinished);
  }
}
