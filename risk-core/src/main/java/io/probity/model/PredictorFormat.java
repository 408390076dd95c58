package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * How a family of predictors is stored. The families of this module are built in; a module that adds
 * one provides a format as a service ({@link java.util.ServiceLoader}).
 */
public interface PredictorFormat {

  /** Returns the family that this format stores. */
  String family();

  /** Returns the names of the entries that it writes, in their order in the file. */
  List<String> entryNames();

  /** Returns the content of each entry that the predictor needs; optional entries may be absent. */
  Map<String, byte[]> write(Predictor predictor);

  /**
   * Reads a predictor.
   *
   * @throws io.probity.input.InvalidInputException if an entry breaks a rule
   */
  Predictor read(Entries entries, Schema schema);

  /** The entries of a model file. */
  interface Entries {

    /**
     * Returns the bytes of an entry.
     *
     * @throws ModelFormatException if it is missing
     */
    byte[] bytes(String name);

    /**
     * Returns an entry that is JSON.
     *
     * @throws ModelFormatException if it is missing
     */
    JsonObject json(String name);
  }
}
