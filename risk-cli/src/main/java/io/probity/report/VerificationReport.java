package io.probity.report;

import io.probity.decision.Claim;
import io.probity.decision.PolicyVerification;
import java.util.Locale;

/** The verification of a policy for a person. */
public final class VerificationReport {

  private VerificationReport() {}

  /** Returns the claims with their proofs and counter-examples as text. */
  public static String text(PolicyVerification verification) {
    StringBuilder text = new StringBuilder();
    for (Claim claim : verification.claims()) {
      text.append(String.format(Locale.ROOT, "%-7s", claim.status()))
          .append(' ')
          .append(claim.name())
          .append("\n        ")
          .append(claim.how())
          .append('\n');
      claim
          .counterExample()
          .ifPresent(example -> text.append("        counter-example: ")
              .append(example.sentence())
              .append('\n'));
    }
    verification
        .rawPayments()
        .ifPresent(example -> text.append("note    over raw payments it does not hold, because the"
                + " haircut by variation can take more than a payment brings: assessed\n        ")
            .append(example.sentence())
            .append('\n'));
    verification.notes().forEach(note -> text.append("note    ").append(note).append('\n'));
    return text.toString();
  }
}
