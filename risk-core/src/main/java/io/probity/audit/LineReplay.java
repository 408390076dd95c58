package io.probity.audit;

import io.probity.application.LoanApplication;
import io.probity.audit.ReplayedLine.Result;
import io.probity.decision.CreditEngine;
import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import io.probity.decision.DecisionWorkspace;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides again on lines of a log. Not safe for several threads. */
final class LineReplay {

  private static final byte[] KIND = Bytes.utf8("\"kind\":\"");
  private static final byte[] MODEL = Bytes.utf8(",\"model\":\"");
  private static final byte[] POLICY = Bytes.utf8(",\"sha256\":\"");
  private static final byte[] REPLAY = Bytes.utf8(",\"replay\":\"");

  private final EngineLibrary engines;
  private final Map<String, Optional<Desk>> desks = new HashMap<>();

  LineReplay(EngineLibrary engines) {
    this.engines = engines;
  }

  /** An engine, with what is needed to decide with it again and again. */
  private record Desk(CreditEngine engine, FeatureBins bins, DecisionWorkspace workspace) {}

  ReplayedLine replay(RawLine raw) {
    Optional<AuditLine> line = AuditLine.parse(raw.bytes(), raw.place());
    if (line.isEmpty()) {
      return ReplayedLine.different(raw.place(), "", "line", "no line of a log", "");
    }
    try {
      return replay(line.get());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      return ReplayedLine.different(raw.place(), "", "the replay is refused", "", message);
    }
  }

  private ReplayedLine replay(AuditLine line) {
    if (!line.plain(KIND).equals(EntryText.DECISION)) {
      return ReplayedLine.of(Result.NO_DECISION);
    }
    if (line.hasNoPersonalPart()) {
      return ReplayedLine.of(Result.ERASED);
    }
    String model = line.plain(MODEL);
    String policy = line.plain(POLICY);
    Optional<Desk> found = desks.computeIfAbsent(
        model + policy,
        key -> engines
            .engine(model, policy)
            .map(known -> new Desk(known.engine(), known.bins(), known.engine().newWorkspace())));
    if (found.isEmpty()) {
      return different(
          line, "engine", "model " + model + ", policy " + policy, "not in the folder");
    }
    Desk desk = found.get();
    boolean isFull = line.plain(REPLAY).equals(EntryText.FROM_INPUTS);
    Decision decision = isFull ? fromInputs(line, desk) : fromFeatures(line, desk);
    DecidedFeatures features = desk.workspace().lastFeatures();
    byte[] decided = DecisionText.decision(decision, features, desk.bins());
    if (!Arrays.equals(decided, line.decision())) {
      return firstDifference(line, line.decision(), decided);
    }
    byte[] computed = DecisionText.personal(decision, features);
    if (!Arrays.equals(computed, line.computed())) {
      return firstDifference(line, line.computed(), computed);
    }
    return ReplayedLine.of(isFull ? Result.SAME_FROM_INPUTS : Result.SAME_FROM_FEATURES);
  }

  private static Decision fromInputs(AuditLine line, Desk desk) {
    try {
      LoanApplication application =
          LoanApplication.parse(new ByteArrayInputStream(line.application()));
      return desk.engine().decide(application, desk.workspace());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static Decision fromFeatures(AuditLine line, Desk desk) {
    JsonObject head = line.head();
    return desk.engine()
        .decide(head.text("id"), head.nullableDate("asOf"), cells(line), desk.workspace());
  }

  private static ReplayedLine firstDifference(AuditLine line, byte[] stored, byte[] replayed) {
    try {
      JsonObject before = JsonObject.parse(stored, line.place(), JsonLimits.APPLICATION);
      JsonObject after = JsonObject.parse(replayed, line.place(), JsonLimits.APPLICATION);
      for (String key : after.keys()) {
        String now = after.value(key).received();
        String then = before.has(key) ? before.value(key).received() : "nothing";
        if (!now.equals(then)) {
          return different(line, key, then, now);
        }
      }
    } catch (InvalidInputException broken) {
      return different(line, "record", String.valueOf(broken.getMessage()), "");
    }
    return different(line, "record", text(stored), text(replayed));
  }

  private static ReplayedLine different(
      AuditLine line, String what, String stored, String replayed) {
    return ReplayedLine.different(line.place(), line.head().text("id", ""), what, stored, replayed);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns the cells that a decision was made on, as its personal part keeps them. */
  static double[] cells(AuditLine line) {
    List<JsonValue> values = JsonObject.parse(line.computed(), line.place(), JsonLimits.APPLICATION)
        .value("cells")
        .list();
    double[] cells = new double[values.size()];
    for (int i = 0; i < cells.length; i++) {
      JsonValue value = values.get(i);
      if (value.isNull()) {
        cells[i] = Double.NaN;
      } else if (value.isText()) {
        cells[i] = SpecialValues.cell(Integer.parseInt(value.text().substring(1)));
      } else {
        cells[i] = value.number();
      }
    }
    return cells;
  }
}
