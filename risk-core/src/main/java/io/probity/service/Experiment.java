package io.probity.service;

import io.probity.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * How a challenger is tried. Both engines decide on every application and both decisions are recorded;
 * the applicant gets one of them.
 *
 * @param name its name, as it stands in the audit
 * @param salt mixed into the hash of the applicant, so that two experiments divide people independently
 * @param challengerShare the share of applicants who get the challenger's decision, in [0, 1]; 0 for a
 *     challenger in the shadow
 */
public record Experiment(String name, String salt, double challengerShare) {

  private static final double BUCKETS = 0x1p53;

  /** Checks the share and that there is a name. */
  public Experiment {
    if (name.isBlank() || !(challengerShare >= 0 && challengerShare <= 1)) {
      throw new IllegalArgumentException(
          "an experiment needs a name and a share in [0, 1], not " + name + ", " + challengerShare);
    }
  }

  /** Returns an experiment in which the champion always decides. */
  public static Experiment shadow(String name) {
    return new Experiment(name, "", 0.0);
  }

  /**
   * Returns whether an applicant gets the challenger's decision: the first 53 bits of SHA-256 of salt,
   * a zero byte and id, as a fraction, lie below the share. So the same applicant always gets the same
   * engine, and a larger share only adds applicants.
   */
  public boolean isChallenged(String applicantId) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(salt.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] hash = digest.digest(applicantId.getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(hash).getLong() >>> 11) / BUCKETS < challengerShare;
  }
}
