package io.probity.audit;

import io.probity.file.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Computes the links of the chain of a log. Not safe for several threads. */
final class ChainDigest {

  private final MessageDigest digest = Sha256.newDigest();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  /** Returns the digest over the chain so far, the number of a line and the digest of its body. */
  byte[] next(byte[] previous, long sequence, byte[] bodyHash) {
    digest.update(previous);
    digest.update(number.putLong(0, sequence).array());
    return digest.digest(bodyHash);
  }
}
