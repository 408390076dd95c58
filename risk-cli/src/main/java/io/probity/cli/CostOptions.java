package io.probity.cli;

import io.probity.capital.RetailClass;
import io.probity.decision.CreditEngine;
import io.probity.lending.AnnualRate;
import io.probity.limit.BehaviourJson;
import io.probity.limit.PriceRules;
import io.probity.portfolio.Valuation;
import io.probity.schema.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What lending costs: options of the commands that value decisions. A policy that sets a price has its
 * own costs, which go before these.
 */
final class CostOptions {

  private static final double BASIS_POINT = 0.0001;
  private static final int ASSUMED_HORIZON = 12;
  private static final double USUAL_CAPITAL = 0.08;

  @Option(
      names = "--lgd",
      paramLabel = "SHARE",
      description = "Loss given default. Default: ${DEFAULT-VALUE}.")
  private double lgd = 0.6;

  @Option(
      names = "--ead",
      paramLabel = "SHARE",
      description = "Exposure at default as a share of the limit. Default: ${DEFAULT-VALUE}.")
  private double ead = 0.7;

  @Option(
      names = "--funding",
      paramLabel = "RATE",
      description = "Nominal rate of the lender's own money. Default: ${DEFAULT-VALUE}.")
  private double funding = 0.04;

  @Option(
      names = "--yearly-cost",
      paramLabel = "AMOUNT",
      description = "What running a loan costs a year. Default: ${DEFAULT-VALUE}.")
  private double yearlyCost = 60;

  @Option(
      names = "--capital",
      paramLabel = "SHARE",
      description = "Capital as a share of the exposure at default. Default: 0.08, or 0 with"
          + " --capital-class.")
  private @Nullable Double capital;

  @Option(
      names = "--hurdle",
      paramLabel = "RATE",
      description = "Yearly return that capital must earn. Default: ${DEFAULT-VALUE}.")
  private double hurdle = 0.15;

  @Option(
      names = "--capital-class",
      paramLabel = "CLASS",
      description =
          "Hold the regulatory capital of this retail class, and --capital at least: ${COMPLETION-CANDIDATES}.")
  private @Nullable RetailClass capitalClass;

  @Option(
      names = "--behaviour",
      paramLabel = "FILE",
      description = "How customers accept by rate, draw by amount and prepay by month, as JSON."
          + " Default: every offer is taken, drawn in full and repaid as agreed.")
  private @Nullable Path behaviourFile;

  /** Returns how decisions are valued: by the costs of the policy's own price, else by the options. */
  Valuation valuation(CreditEngine engine) throws IOException {
    int digits = engine.policy().header().currency().getDefaultFractionDigits();
    int horizon =
        engine.model().schema().target().map(Target::horizonMonths).orElse(ASSUMED_HORIZON);
    return new Valuation(
        engine.priceRules().orElseGet(() -> rules(digits)),
        behaviourFile == null ? Valuation.TAKEN : BehaviourJson.load(behaviourFile, digits),
        horizon);
  }

  private PriceRules rules(int currencyDigits) {
    double units = StrictMath.pow(10, currencyDigits);
    if (!(yearlyCost >= 0 && yearlyCost <= 1e6)) {
      throw new IllegalArgumentException(
          "--yearly-cost must be from 0 to 1000000, not " + yearlyCost);
    }
    return new PriceRules(
        AnnualRate.nominal(funding),
        Math.round(yearlyCost * units),
        lgd,
        ead,
        capital != null ? capital : capitalClass == null ? USUAL_CAPITAL : 0,
        Optional.ofNullable(capitalClass),
        hurdle,
        BASIS_POINT,
        List.of());
  }
}
