package io.probity.audit;

import io.probity.decision.CreditEngine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is the same in all records of one engine. */
record EngineNotes(FeatureBins bins, String policySha256) {

  /** Remembers the notes of the last few engines. */
  static final class Memory {

    private static final int MOST = 16;

    private final Map<CreditEngine, EngineNotes> notes = new ConcurrentHashMap<>();

    EngineNotes of(CreditEngine engine) {
      EngineNotes known = notes.get(engine);
      if (known != null) {
        return known;
      }
      if (notes.size() >= MOST) {
        notes.clear();
      }
      EngineNotes made =
          new EngineNotes(FeatureBins.of(engine.model()), engine.policy().sha256());
      notes.put(engine, made);
      return made;
    }
  }
}
