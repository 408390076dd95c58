package io.probity.decision;

import java.util.List;
import java.util.Optional;

/**
 * What is proved of a policy and a model.
 *
 * @param claims the claims
 * @param rawPayments two income histories of which the richer one is assessed lower, because a haircut
 *     by variation takes more than the further income brings; empty where the policy has no such
 *     haircut. It breaks no claim: the claims are about the assessed income
 * @param notes what the reader should know
 */
public record PolicyVerification(
    List<Claim> claims, Optional<CounterExample> rawPayments, List<String> notes) {

  /** Copies the lists. */
  public PolicyVerification {
    claims = List.copyOf(claims);
    notes = List.copyOf(notes);
  }

  /** Returns whether every claim is proved. */
  public boolean isProved() {
    return claims.stream().allMatch(claim -> claim.status() == Claim.Status.PROVED);
  }
}
