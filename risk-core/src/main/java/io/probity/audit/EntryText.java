package io.probity.audit;

import io.probity.application.LoanApplication;
import io.probity.decision.Decision;
import io.probity.file.Sha256;
import io.probity.input.JsonText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Turns entries into the parts of their lines; see {@link AuditLine}. */
final class EntryText {

  static final String DECISION = "DECISION";
  static final String OVERRIDE = "OVERRIDE";
  static final String FAILURE = "FAILURE";
  static final String SEGMENT = "SEGMENT";
  static final String RECOVERY = "RECOVERY";
  static final String FROM_INPUTS = "INPUTS";
  static final String FROM_FEATURES = "FEATURES";
  static final int FORMAT = 2;

  private final AuditSettings settings;
  private final Salts salts;
  private final EngineNotes.Memory notes = new EngineNotes.Memory();
  private final Queue<Desk> free = new ConcurrentLinkedQueue<>(); // no more than threads at a time

  EntryText(AuditSettings settings, RandomGenerator salts) {
    this.settings = settings;
    this.salts = new Salts(salts);
  }

  LineParts of(AuditEntry entry) {
    if (entry instanceof AuditEntry.Decided decided) {
      return decided(decided);
    }
    if (entry instanceof AuditEntry.Overridden overridden) {
      JsonText line = begin(OVERRIDE, overridden).put("who", overridden.who());
      line.put("why", overridden.why()).put("before", overridden.before());
      return withoutDecision(line.put("after", overridden.after()));
    }
    AuditEntry.Failed failed = (AuditEntry.Failed) entry;
    return failure(failed, failed.role().name(), failed.what());
  }

  /** Returns an entry in place of one that cannot be written. */
  LineParts unwritable(AuditEntry entry, RuntimeException cause) {
    return failure(entry, "AUDIT", "the entry cannot be written: " + cause.getMessage());
  }

  private static LineParts failure(AuditEntry entry, String role, String what) {
    return withoutDecision(begin(FAILURE, entry).put("role", role).put("what", what));
  }

  static LineParts segment(AuditHead previous) {
    JsonText line = begin(SEGMENT).put("format", FORMAT);
    return withoutDecision(line.put("previous", previous.chain()));
  }

  static LineParts recovery(long bytes) {
    return withoutDecision(begin(RECOVERY).put("bytesCut", bytes));
  }

  private static JsonText begin(JsonText line, String kind) {
    return line.beginObject().beginObject("head").put("kind", kind);
  }

  private static JsonText begin(String kind) {
    return begin(JsonText.compact(), kind);
  }

  private static JsonText begin(JsonText line, String kind, AuditEntry entry) {
    return begin(line, kind).put("time", entry.time().toString()).put("id", entry.id());
  }

  private static JsonText begin(String kind, AuditEntry entry) {
    return begin(JsonText.compact(), kind, entry);
  }

  private static LineParts withoutDecision(JsonText line) {
    line.endObject().beginObject("decision").endObject().endObject();
    return LineParts.of(line.view(), ByteBuffer.wrap(LineParts.ERASED), Sha256.newDigest());
  }

  private LineParts decided(AuditEntry.Decided entry) {
    Desk desk = free.poll();
    Desk taken = desk == null ? new Desk() : desk;
    try {
      return decided(entry, taken);
    } finally {
      free.add(taken);
    }
  }

  private LineParts decided(AuditEntry.Decided entry, Desk desk) {
    EngineNotes engine = notes.of(entry.engine());
    List<String> redacted = settings.redaction().hits(entry.application());
    Decision decision = entry.decision();
    JsonText personal = desk.personal.clear();
    putPersonal(personal, entry, redacted);
    desk.digest.reset();
    desk.digest.update(personal.view());
    String commitment = Sha256.of(desk.digest);
    JsonText line = begin(desk.body.clear(), DECISION, entry);
    if (decision.asOf() != null) {
      line.put("asOf", decision.asOf().toString());
    }
    line.put("role", entry.role().name());
    if (!entry.experiment().isEmpty()) {
      line.put("experiment", entry.experiment());
    }
    line.put("decides", entry.decides()).put("model", decision.modelId());
    line.beginObject("policy").put("id", decision.policyId());
    line.put("version", decision.policyVersion())
        .put("sha256", engine.policySha256())
        .endObject();
    line.put("replay", redacted.isEmpty() ? FROM_INPUTS : FROM_FEATURES);
    if (!redacted.isEmpty()) {
      line.put("redacted", redacted);
    }
    if (settings.validDays() > 0) {
      LocalDate day = LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
      line.put("expires", day.plusDays(settings.validDays()).toString());
    }
    line.put("commitment", commitment).endObject().beginObject("decision");
    DecisionText.putDecision(line, decision, entry.features(), engine.bins());
    return LineParts.of(line.endObject().endObject().view(), personal.view(), desk.digest);
  }

  private void putPersonal(JsonText out, AuditEntry.Decided entry, List<String> redacted) {
    LoanApplication application =
        redacted.isEmpty() ? entry.application() : settings.redaction().apply(entry.application());
    out.beginObject().put("salt", salts.next()).beginObject("computed");
    DecisionText.putPersonal(out, entry.features());
    out.endObject().beginObject("application");
    application.putInto(out);
    out.endObject().endObject();
  }

  /** What one thread at a time writes with. */
  private static final class Desk {

    private final JsonText body = JsonText.compact();
    private final JsonText personal = JsonText.compact();
    private final MessageDigest digest = Sha256.newDigest();
  }
}
