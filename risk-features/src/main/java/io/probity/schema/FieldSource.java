package io.probity.schema;

/** Where the value of a field comes from. It is declared, never guessed from the name. */
public sealed interface FieldSource {

  /** The value is sent as it is: a column of the CSV, or a key of the application's fields. */
  FieldSource INPUT = new FromInput();

  /** The value is sent as it is. */
  record FromInput() implements FieldSource {}

  /**
   * The value is a feature of the standard catalogue, computed from the applicant's history.
   *
   * @param id the feature's id in the catalogue
   */
  record FromCatalog(String id) implements FieldSource {}

  /**
   * The value is computed from other fields of the same schema.
   *
   * @param how the computation
   */
  record Derived(Derivation how) implements FieldSource {}
}
