package io.probity.feature;

import java.util.Arrays;
import java.util.List;

/** The levels of categories that are enums: all constants in their order, without an UNKNOWN at the end. */
final class Levels {

  private static final String UNKNOWN = "UNKNOWN";

  private Levels() {}

  static <E extends Enum<E>> List<String> of(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    int unknown = names.indexOf(UNKNOWN);
    return unknown < 0 ? names : names.subList(0, unknown);
  }

  /** Returns the index of a level, NaN for the unknown one. */
  static <E extends Enum<E>> double index(E level, E unknown) {
    return level == unknown ? Double.NaN : index(level);
  }

  /** Returns the index of a level of an enum without an unknown one. */
  @SuppressWarnings("EnumOrdinal") // the levels are the constants in their order
  static <E extends Enum<E>> double index(E level) {
    return level.ordinal();
  }
}
