package io.probity.simulation;

import io.probity.application.LoanApplication;
import io.probity.preparation.PanelMonth;
import java.util.List;

/**
 * One simulated applicant.
 *
 * @param application what the lender knew at asOf
 * @param months the months of the loan in the panel, from the month of opening on
 * @param truth what only the simulation knows
 */
public record SimulatedApplicant(
    LoanApplication application, List<PanelMonth> months, Truth truth) {

  /** Copies the months. */
  public SimulatedApplicant {
    months = List.copyOf(months);
  }
}
