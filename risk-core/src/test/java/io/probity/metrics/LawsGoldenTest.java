package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws against mpmath with 30 digits and, for Kolmogorov's, SciPy. */
class LawsGoldenTest {

  private static final Golden CASE = new Golden("laws");
  private static final String FILE = "laws.csv";

  private static double value(String law, double x, double a, double b) {
    return switch (law) {
      case "normal_quantile" -> NormalLaw.quantile(x);
      case "normal_cdf" -> NormalLaw.cdf(x);
      case "student_two_sided" -> StudentLaw.twoSided(x, a);
      case "chi_square_upper" -> ChiSquareLaw.upperTail(x, a);
      case "beta_quantile" -> BetaLaw.quantile(x, a, b);
      case "kolmogorov_upper" -> KolmogorovLaw.upperTail(x, (int) a);
      default -> KolmogorovLaw.limitUpperTail(x);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "normal_quantile, 1e-15",
    "normal_cdf, 1e-13",
    "student_two_sided, 1e-9",
    "chi_square_upper, 1e-12",
    "beta_quantile, 1e-12",
    "kolmogorov_upper, 2e-7",
    "kolmogorov_limit_upper, 1e-14",
  })
  void law_golden_agrees(String law, double relative) {
    String[] laws = CASE.texts(FILE, "law");
    double[] x = CASE.numbers(FILE, "x");
    double[] a = CASE.numbers(FILE, "a");
    double[] b = CASE.numbers(FILE, "b");
    double[] expected = CASE.numbers(FILE, "value");
    int seen = 0;
    for (int row = 0; row < laws.length; row++) {
      if (laws[row].equals(law)) {
        seen++;
        assertThat(value(law, x[row], a[row], b[row]))
            .as("%s(%s, %s, %s)", law, x[row], a[row], b[row])
            .isCloseTo(expected[row], within(relative * Math.abs(expected[row])));
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(7);
  }
}
