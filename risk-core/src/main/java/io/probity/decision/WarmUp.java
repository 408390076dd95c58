package io.probity.decision;

import io.probity.model.RiskModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Decides on synthetic applicants: the rows that verify the model, asking for more and more money. */
final class WarmUp {

  private static final int DECISIONS = 20_000;
  private static final int STEPS = 40;
  private static final int MONTHS = 12;
  private static final double INCOME = 4_000;
  private static final double SERVICE = 300;

  private final CreditEngine engine;
  private final Map<PolicyInput, String> inputs;
  private final int months;

  WarmUp(CreditEngine engine) {
    PolicyRules rules = engine.program().rules();
    this.engine = engine;
    this.inputs = rules.inputs();
    this.months = rules.offer().terms().map(LoanOffer.Terms::from).orElse(MONTHS);
  }

  void run() {
    RiskModel model = engine.model();
    List<double[]> rows = model.verificationRows();
    DecisionWorkspace workspace = engine.newWorkspace();
    double[] cells = new double[engine.features().size()];
    for (int i = 0; i < DECISIONS; i++) {
      double[] row = rows.get(i % rows.size());
      Arrays.fill(cells, Double.NaN);
      System.arraycopy(row, 0, cells, 0, row.length);
      askFor(INCOME * (1 + i % STEPS), cells);
      engine.decide("warm-up", null, cells, workspace);
    }
  }

  /** Sets the inputs of the policy; those that are not needed are left out. */
  private void askFor(double amount, double[] cells) {
    inputs.forEach((input, field) -> cells[engine.features().indexOf(field)] = switch (input) {
      case AMOUNT -> amount;
      case TERM_MONTHS -> months;
      case INCOME, STATED_INCOME, INCOME_MEAN_3, INCOME_MEAN_12, INCOME_LOWER_QUARTILE -> INCOME;
      case DEBT_SERVICE -> SERVICE;
      default -> Double.NaN;
    });
  }
}
