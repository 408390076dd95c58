package io.probity.simulation;

import io.probity.input.DecimalText;
import java.util.List;

/**
 * What only the simulation knows of an applicant.
 *
 * @param pd the PD given everything observable at asOf, averaged over later shocks
 * @param logOdds the log-odds of bad without later shocks
 * @param pdGivenShocks the probability of bad given the shocks that came
 * @param isBad whether the loan is at least 90 days past due in months on book 1 to 12
 * @param shocks the shocks that came
 * @param discipline how carefully bills are paid; standard normal
 * @param appetite how gladly money is borrowed; standard normal
 * @param level the usual net income of a month with work
 */
public record Truth(
    double pd,
    double logOdds,
    double pdGivenShocks,
    boolean isBad,
    Shocks shocks,
    double discipline,
    double appetite,
    double level) {

  static final List<String> COLUMNS = List.of(
      "application_id",
      "pd",
      "log_odds",
      "pd_given_shocks",
      "bad",
      "job_loss",
      "illness",
      "family_help",
      "discipline",
      "appetite",
      "income_level");

  List<String> cells(String id) {
    return List.of(
        id,
        DecimalText.of(pd),
        DecimalText.of(logOdds),
        DecimalText.of(pdGivenShocks),
        isBad ? "1" : "0",
        shocks.jobLoss() ? "1" : "0",
        shocks.illness() ? "1" : "0",
        Integer.toString(shocks.familyHelp()),
        DecimalText.of(discipline),
        DecimalText.of(appetite),
        DecimalText.of(level));
  }
}
