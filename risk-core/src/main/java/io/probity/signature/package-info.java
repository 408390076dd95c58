/**
 * Signatures of models and policies with the lender's own keys: {@link
 * io.probity.signature.ArtifactSignature} stands in a file beside what it signs, {@link
 * io.probity.signature.SigningKeys} reads and makes Ed25519 keys, and {@link
 * io.probity.signature.TrustPolicy} says whose signatures a service asks for.
 */
@NullMarked
package io.probity.signature;

import org.jspecify.annotations.NullMarked;
