package io.probity.training.binning;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.SpecialCode;
import java.util.List;
import java.util.SplittableRandom;

/** Values in [-1, 1], some to one decimal, some missing or special; risk rises with the value. */
final class Sample {

  static final SpecialCode SPECIAL = new SpecialCode(0, "NO_HIT", List.of("-999"));
  static final Field FIELD = Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE)
      .withRules(FieldRules.NONE.withSpecials(List.of(SPECIAL)));

  final double[] cells;
  final int[] target;
  final double[] weights;

  Sample(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    cells = new double[rows];
    target = new int[rows];
    weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      double x = 2 * random.nextDouble() - 1;
      target[i] = random.nextDouble() < 0.25 + 0.15 * x ? 1 : 0;
      weights[i] = random.nextInt(4);
      int kind = random.nextInt(20);
      cells[i] = kind == 0
          ? Double.NaN
          : kind == 1 ? SPECIAL.cell() : kind < 8 ? Math.rint(x * 10) / 10 : x;
    }
  }
}
