package io.probity.report.html;

import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fields are named for readers. */
final class FieldWords {

  private FieldWords() {}

  /** Returns the field's label in each language of the page; its plain name where it has none. */
  static Words label(Schema schema, String name) {
    if (!schema.has(name)) {
      return Words.text(name);
    }
    Field field = schema.field(name);
    Map<String, String> labels = new LinkedHashMap<>();
    WordList.ALL.forEach(list -> labels.put(list.language(), field.label(list.language())));
    boolean same = labels.values().stream().distinct().count() == 1;
    return same ? Words.text(field.label(Words.ENGLISH)) : Words.given(labels);
  }
}
