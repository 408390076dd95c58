package io.probity.training.honesty;

import io.probity.model.AdditiveModel;
import io.probity.model.Scorecard;
import io.probity.model.TreeEnsemble;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long families of models are likely to learn with default settings, said before they begin.
 *
 * <p>Processor seconds = a start + microseconds of the family x rows x features / 1,000,000, shared by
 * the threads. Measured with 1,000 to 1,000,000 records of 10 to 25 features on two virtual processors of
 * an AMD EPYC with Java 17: between half and twice what was foreseen; other machines, other settings and
 * data that boosting is slow to exhaust lie further off.
 *
 * @param families what each family takes, in the order they learn
 */
public record TimeForecast(List<Family> families) {

  private static final double MICRO = 1e-6;

  /** By family: the seconds of the start, and the microseconds of a cell. */
  private static final Map<String, Rate> RATES = Map.of(
      Scorecard.FAMILY, new Rate(2, 7),
      AdditiveModel.FAMILY, new Rate(2, 15),
      TreeEnsemble.FAMILY, new Rate(12, 40));

  private record Rate(double start, double perCell) {

    double seconds(double cells) {
      return start + MICRO * perCell * cells;
    }
  }

  /**
   * What one family takes.
   *
   * @param name its name
   * @param seconds on the threads together, of the clock
   */
  public record Family(String name, double seconds) {}

  /** Copies the families. */
  public TimeForecast {
    families = List.copyOf(families);
  }

  /**
   * Returns the forecast.
   *
   * @param names the families; one whose time is not known, such as any trainer of Tribuo, is left out
   * @param rows the number of records, at least 0
   * @param features the number of candidate features, at least 0
   * @param runs how often each learns: 1, or one more than the folds that a plan judges by
   * @param threads the number of threads, at least 1
   */
  public static TimeForecast of(
      List<String> names, long rows, int features, int runs, int threads) {
    if (!(rows >= 0 && features >= 0 && runs >= 1 && threads >= 1)) {
      throw new IllegalArgumentException(
          "a forecast needs numbers of at least 0, runs and threads of at"
              + " least 1, not " + rows + " rows, " + features + " features, " + runs + " runs and "
              + threads + " threads");
    }
    double cells = (double) rows * features;
    return new TimeForecast(names.stream()
        .filter(RATES::containsKey)
        .map(name -> new Family(name, runs * rate(name).seconds(cells) / threads))
        .toList());
  }

  private static Rate rate(String name) {
    return RATES.getOrDefault(name, new Rate(0, 0));
  }

  /** Returns the seconds of all families, which learn one after another; empty if none is known. */
  public OptionalDouble seconds() {
    return families.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(families.stream().mapToDouble(Family::seconds).sum());
  }
}
