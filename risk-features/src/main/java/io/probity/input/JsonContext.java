package io.probity.input;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The document that a value belongs to, and what happens with its violations. */
record JsonContext(String document, @Nullable Violations sink) {

  void report(Violation violation) {
    if (sink == null) {
      throw new InvalidInputException(violation);
    }
    sink.add(violation);
  }

  String place(JsonPath at) {
    String path = at.toString();
    if (document.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? document : document + " at " + path;
  }

  /** Builds a value; a rule that the value itself states is reported with the place it came from. */
  static <T> T build(Supplier<String> place, Supplier<String> received, Supplier<T> builder) {
    try {
      return builder.get();
    } catch (InvalidInputException alreadyPlaced) {
      throw alreadyPlaced;
    } catch (IllegalArgumentException refused) {
      throw new InvalidInputException(
          Violation.of(place.get(), String.valueOf(refused.getMessage()), received.get()));
    }
  }
}
