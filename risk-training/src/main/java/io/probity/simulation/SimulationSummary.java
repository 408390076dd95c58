package io.probity.simulation;

/**
 * What was simulated.
 *
 * @param applicants how many applicants
 * @param incomes how many payments they received, as far as seen
 * @param tradelines how many tradelines
 * @param tradelineMonths how many months of tradelines
 * @param inquiries how many inquiries
 * @param panelMonths how many months of loans
 * @param bads how many loans are bad within 12 months
 * @param meanPd the mean of the true PDs
 */
public record SimulationSummary(
    long applicants,
    long incomes,
    long tradelines,
    long tradelineMonths,
    long inquiries,
    long panelMonths,
    long bads,
    double meanPd) {

  /** Counts. Sums are added in the order of the applicants. */
  static final class Counter {

    private long applicants;
    private long incomes;
    private long tradelines;
    private long tradelineMonths;
    private long inquiries;
    private long panelMonths;
    private long bads;
    private double pds;

    void add(SimulatedApplicant one) {
      applicants++;
      incomes += one.application().income().payments().size();
      tradelines += one.application().borrowing().tradelines().size();
      tradelineMonths += one.application().borrowing().tradelines().stream()
          .mapToLong(line -> line.months().size())
          .sum();
      inquiries += one.application().borrowing().inquiries().size();
      panelMonths += one.months().size();
      bads += one.truth().isBad() ? 1 : 0;
      pds += one.truth().pd();
    }

    void add(Counter other) {
      applicants += other.applicants;
      incomes += other.incomes;
      tradelines += other.tradelines;
      tradelineMonths += other.tradelineMonths;
      inquiries += other.inquiries;
      panelMonths += other.panelMonths;
      bads += other.bads;
      pds += other.pds;
    }

    long applicants() {
      return applicants;
    }

    SimulationSummary summary() {
      return new SimulationSummary(
          applicants,
          incomes,
          tradelines,
          tradelineMonths,
          inquiries,
          panelMonths,
          bads,
          pds / applicants);
    }
  }
}
