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
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides again on lines of a log. Not safe for several threads. */
final class LineReplay {

  private static final String KIND = "\"kind\":\"";
  private static final String MODEL = ",\"model\":\"";
  private static final String POLICY = ",\"sha256\":\"";
  private static final String REPLAY = ",\"replay\":\"";

  private final EngineLibrary engines;
  private final Map<Names, Optional<Desk>> desks = new HashMap<>();
  private final JsonText text = JsonText.compact();
  private Names seated = new Names("", "");
  private Optional<Desk> last = Optional.empty();

  LineReplay(EngineLibrary engines) {
    this.engines = engines;
  }

  /** An engine, with what is needed to decide with it again and again. */
  private record Desk(CreditEngine engine, FeatureBins bins, DecisionWorkspace workspace) {}

  /** What a line names its engine by. */
  private record Names(String model, String policy) {}

  private Optional<Desk> desk(Names names) {
    return engines
        .engine(names.model(), names.policy())
        .map(known -> new Desk(known.engine(), known.bins(), known.engine().newWorkspace()));
  }

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
    Names names = new Names(line.plain(MODEL), line.plain(POLICY));
    if (!names.equals(seated)) {
      seated = names;
      last = desks.computeIfAbsent(names, this::desk);
    }
    if (last.isEmpty()) {
      return different(
          line,
          "engine",
          "model " + names.model() + ", policy " + names.policy(),
          "not in the folder");
    }
    Desk desk = last.get();
    boolean isFull = line.plain(REPLAY).equals(EntryText.FROM_INPUTS);
    Decision decision = isFull ? fromInputs(line, desk) : fromFeatures(line, desk);
    DecidedFeatures features = desk.workspace().lastFeatures();
    JsonText out = text.clear().beginObject();
    DecisionText.putDecision(out, decision, features, desk.bins());
    if (!line.decisionIs(out.endObject().view())) {
      return firstDifference(line, line.decision(), out.toBytes());
    }
    DecisionText.putPersonal(out.clear().beginObject(), features);
    if (!line.computedIs(out.endObject().view())) {
      return firstDifference(line, line.computed(), out.toBytes());
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
      Optional<FirstDifference> first = FirstDifference.of(
          JsonObject.parse(stored, line.place(), JsonLimits.APPLICATION),
          JsonObject.parse(replayed, line.place(), JsonLimits.APPLICATION));
      if (first.isPresent()) {
        return different(
            line, first.get().what(), first.get().stored(), first.get().replayed());
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
