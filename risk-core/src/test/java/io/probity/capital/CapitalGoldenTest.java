package io.probity.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.metrics.NormalLaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden case 11: the one-factor model and retail capital, computed with 40 digits by mpmath. */
class CapitalGoldenTest {

  private static final JsonObject EXPECTED = golden();
  private static final double RELATIVE = 1e-8; // per cent, so 1e-10

  private static JsonObject golden() {
    String path = "/golden/11_vasicek_irb/expected.json";
    try (InputStream in = CapitalGoldenTest.class.getResourceAsStream(path)) {
      return JsonObject.parse(in.readAllBytes(), path, JsonLimits.FILE).object("expected");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RetailClass kindOf(String golden) {
    return switch (golden) {
      case "other_retail" -> RetailClass.OTHER_RETAIL;
      case "qualifying_revolving" -> RetailClass.QUALIFYING_REVOLVING;
      case "residential_mortgage" -> RetailClass.RESIDENTIAL_MORTGAGE;
      default -> throw new IllegalArgumentException(golden);
    };
  }

  @Test
  void quantile_matchesGolden() {
    List<JsonObject> rows = EXPECTED.objects("normal_quantiles");

    assertThat(rows).hasSize(11).allSatisfy(row -> {
      double p = Double.parseDouble(row.text("p"));
      assertThat(NormalLaw.quantile(p)).isCloseTo(row.number("qnorm"), within(1e-11));
    });
  }

  @Test
  void conditionalPd_matchesGolden() {
    List<JsonObject> rows = EXPECTED.objects("vasicek");

    assertThat(rows).hasSize(120).allSatisfy(row -> {
      OneFactor model = new OneFactor(row.number("rho"));
      assertThat(model.conditionalPd(row.number("pd"), row.number("q")))
          .isCloseTo(row.number("conditional_pd"), withinPercentage(RELATIVE));
    });
  }

  @Test
  void defaultShareCdf_matchesGolden() {
    List<JsonObject> rows = EXPECTED.objects("vasicek_distribution");

    assertThat(rows).isNotEmpty().allSatisfy(row -> {
      OneFactor model = new OneFactor(row.number("rho"));
      assertThat(model.defaultShareCdf(row.number("default_fraction_x"), row.number("pd")))
          .isCloseTo(row.number("cdf"), withinPercentage(RELATIVE));
    });
  }

  @Test
  void capital_matchesGolden() {
    List<JsonObject> rows = EXPECTED.objects("irb");

    assertThat(rows).hasSize(90).allSatisfy(row -> {
      RetailClass kind = kindOf(row.text("class"));
      double pd = row.number("pd");
      double lgd = row.number("lgd");
      double ead = row.number("ead");
      assertThat(kind.correlation(pd)).isCloseTo(row.number("rho"), withinPercentage(RELATIVE));
      assertThat(kind.capital(pd, lgd)).isCloseTo(row.number("k"), withinPercentage(RELATIVE));
      assertThat(kind.riskWeight(pd, lgd) * ead)
          .isCloseTo(row.number("rwa_12.5_k_ead"), withinPercentage(RELATIVE));
      assertThat(PortfolioLoss.expectedLoss(pd, lgd, ead))
          .isCloseTo(row.number("expected_loss"), withinPercentage(RELATIVE));
    });
  }

  /** The committee's own table, printed to 2 decimals; 4 of its cells are off by one in the last. */
  @Test
  void riskWeight_matchesThePublishedTable() {
    JsonObject table = EXPECTED.object("published_basel_annex5_risk_weights");
    double[] lgds = {0.45, 0.25, 0.45, 0.85, 0.45, 0.85};
    RetailClass[] kinds = {
      RetailClass.RESIDENTIAL_MORTGAGE, RetailClass.RESIDENTIAL_MORTGAGE,
      RetailClass.OTHER_RETAIL, RetailClass.OTHER_RETAIL,
      RetailClass.QUALIFYING_REVOLVING, RetailClass.QUALIFYING_REVOLVING
    };

    table.value("rows_percent").list().forEach(row -> {
      double[] cells = row.numbers();
      for (int i = 0; i < kinds.length; i++) {
        double percent = 100 * kinds[i].riskWeight(cells[0] / 100, lgds[i]);
        assertThat(percent).isCloseTo(cells[i + 1], within(0.01));
      }
    });
  }

  @Test
  void portfolio_matchesGolden() {
    JsonObject golden = EXPECTED.object("portfolio");
    List<double[]> loans = golden.value("loans_pd_lgd_ead").list().stream()
        .map(loan -> loan.numbers())
        .toList();

    PortfolioLoss loss = PortfolioLoss.of(
        loans.stream().mapToDouble(loan -> loan[0]).toArray(),
        loans.stream().mapToDouble(loan -> loan[1]).toArray(),
        loans.stream().mapToDouble(loan -> loan[2]).toArray(),
        RetailClass.OTHER_RETAIL,
        new OneFactor(0.12),
        0.99);

    assertThat(loss.expectedLoss()).isCloseTo(golden.number("expected_loss"), within(1e-10));
    assertThat(loss.exposure()).isEqualTo(golden.number("exposure"));
    assertThat(loss.stressedLoss())
        .isCloseTo(golden.number("stressed_loss_q0.99_rho0.12"), withinPercentage(RELATIVE));
    assertThat(loss.capital()).isPositive();
  }

  @Test
  void figuresOutOfRange_areRefused() {
    assertThatThrownBy(() -> new OneFactor(1)).hasMessageContaining("[0, 1), not 1.0");
    assertThatThrownBy(() -> new OneFactor(0.1).conditionalPd(Double.NaN, 0.9))
        .hasMessageContaining("PD must be a fraction in [0, 1], not NaN");
    assertThatThrownBy(() -> new OneFactor(0.1).conditionalPd(0.1, 1))
        .hasMessageContaining("adversity must lie in (0, 1), not 1.0");
    assertThatThrownBy(() -> new OneFactor(0).defaultShareCdf(0.1, 0.1))
        .hasMessageContaining("without correlation");
    assertThatThrownBy(() -> RetailClass.OTHER_RETAIL.capital(0.1, 45))
        .hasMessageContaining("LGD must be a fraction in [0, 1], not 45.0");
    assertThatThrownBy(() -> PortfolioLoss.expectedLoss(0.1, 0.4, -1))
        .hasMessageContaining("EAD must be finite and at least 0, not -1.0");
    assertThat(new OneFactor(0.1).conditionalPd(0, 0.9)).isZero();
    assertThat(new OneFactor(0.1).conditionalPd(1, 0.9)).isEqualTo(1);
  }
}
