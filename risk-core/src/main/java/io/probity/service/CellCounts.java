package io.probity.service;

import io.probity.decision.CreditEngine;
import io.probity.decision.DecidedFeatures;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import java.util.List;

/**
 * How complete what a model read was.
 *
 * @param missing features without a value
 * @param special features with a special code
 * @param unseen features of a level that the model does not know
 */
public record CellCounts(int missing, int special, int unseen) {

  static CellCounts of(CreditEngine engine, DecidedFeatures decided) {
    List<String> features = engine.model().features();
    int missing = 0;
    int special = 0;
    int unseen = 0;
    for (int i = 0; i < features.size(); i++) {
      double cell = decided.cell(i);
      if (Double.isNaN(cell)) {
        missing++;
      } else if (SpecialValues.isSpecial(cell)) {
        special++;
      } else if (cell == SpecialValues.UNSEEN
          && engine.model().schema().field(features.get(i)).kind() == FieldKind.CATEGORY) {
        unseen++;
      }
    }
    return new CellCounts(missing, special, unseen);
  }
}
