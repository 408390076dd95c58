package io.probity.cli;

import io.probity.capital.PortfolioLoss;
import io.probity.capital.RetailClass;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.limit.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds expected loss and regulatory capital of a year to a record. Immutable.
 *
 * @param lgd the loss given default, in [0, 1]
 * @param kind the retail class whose capital is added; empty for none
 * @param exposure the column of the exposure at default; empty for shares of it
 * @param horizonMonths the horizon of the PD, which is turned into that of a year
 */
record LossColumns(
    double lgd, Optional<RetailClass> kind, Optional<String> exposure, int horizonMonths) {

  private static final int YEAR = 12;

  LossColumns {
    if (!(lgd >= 0 && lgd <= 1)) {
      throw new IllegalArgumentException("--lgd must be a fraction in [0, 1], not " + lgd);
    }
  }

  List<String> names() {
    return kind.isPresent() ? List.of("expected_loss", "capital") : List.of("expected_loss");
  }

  /** Returns where the exposure stands among the columns; -1 for shares. */
  int position(List<String> columns) {
    if (exposure.isEmpty()) {
      return -1;
    }
    int at = columns.indexOf(exposure.get());
    if (at < 0) {
      throw new InvalidInputException(new Violation(
          "--ead",
          "the file has no column \"" + exposure.get() + "\"",
          "",
          NearestName.remedy(exposure.get(), columns)));
    }
    return at;
  }

  /**
   * Returns the values for a record; empty texts where the exposure is missing.
   *
   * @param ead the text of the exposure; 1 for shares of it
   */
  List<String> values(double pd, String ead) {
    List<String> values = new ArrayList<>();
    if (ead.isBlank()) {
      names().forEach(name -> values.add(""));
      return values;
    }
    double yearly = Pricing.pdOfTerm(pd, horizonMonths, YEAR);
    double amount = amount(ead);
    values.add(DecimalText.of(PortfolioLoss.expectedLoss(yearly, lgd, amount)));
    kind.ifPresent(of -> values.add(DecimalText.of(of.capital(yearly, lgd) * amount)));
    return values;
  }

  private double amount(String ead) {
    double amount;
    try {
      amount = Double.parseDouble(ead.strip());
    } catch (NumberFormatException unreadable) {
      amount = Double.NaN;
    }
    if (!(amount >= 0 && amount <= Double.MAX_VALUE)) {
      throw new InvalidInputException(new Violation(
          "column " + exposure.orElse("") + " of --ead",
          "the exposure at default must be a number of at least 0",
          ead,
          "mend the record, or leave the cell empty"));
    }
    return amount;
  }
}
