package io.probity.input;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

/** Takes a JSON document piece by piece. */
interface JsonSink {

  void beginObject();

  void endObject();

  void beginList();

  void endList();

  void key(String key);

  void text(String value);

  void whole(long value);

  /** Takes a finite number. */
  void real(double value);

  void exact(BigDecimal value);

  void flag(boolean value);

  void nothing();

  /** Returns the document, which must be complete. */
  byte[] toBytes();

  /** Returns the document, which must be complete, until the next piece is taken. */
  ByteBuffer view();

  /** Forgets everything, to take another document. */
  void clear();
}
