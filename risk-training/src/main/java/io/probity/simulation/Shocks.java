package io.probity.simulation;

/**
 * What happens to an applicant after asOf, which nobody knows then.
 *
 * @param jobLoss whether the work is lost within the horizon
 * @param illness whether an illness comes within the horizon
 * @param familyHelp how much the family helps: -1 (takes), 0 or 1 (gives)
 */
public record Shocks(boolean jobLoss, boolean illness, int familyHelp) {

  /** Refuses another degree of help. */
  public Shocks {
    if (!(familyHelp >= -1 && familyHelp <= 1)) {
      throw new IllegalArgumentException("family help must be -1, 0 or 1, not " + familyHelp);
    }
  }
}
