package io.probity.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose signatures a service asks for. Immutable. */
public final class TrustPolicy {

  /** Asks for no signature. */
  public static final TrustPolicy ANYTHING = new TrustPolicy(false, List.of());

  private final boolean required;
  private final Map<String, PublicKey> keys = new LinkedHashMap<>();

  private TrustPolicy(boolean required, List<PublicKey> trusted) {
    this.required = required;
    trusted.forEach(key -> keys.put(SigningKeys.id(key), key));
  }

  /** Asks for a signature by one of some keys. */
  public static TrustPolicy signedBy(List<PublicKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a policy of trust needs at least one key");
    }
    return new TrustPolicy(true, keys);
  }

  /**
   * Checks the content of a file against the signature beside the file.
   *
   * @throws UntrustedArtifactException if a signature is asked for and there is none, it is by another
   *     key, or the content was altered
   */
  public void check(Path file, byte[] content) throws IOException {
    if (!required) {
      return;
    }
    Path path = ArtifactSignature.pathFor(file);
    if (!Files.exists(path)) {
      throw new UntrustedArtifactException(file.getFileName() + " is not signed: there is no "
          + path.getFileName() + "; sign it with \"risk sign\"");
    }
    ArtifactSignature signature = ArtifactSignature.read(path);
    PublicKey key = keys.get(signature.keyId());
    if (key == null) {
      throw new UntrustedArtifactException(file.getFileName() + " is signed by the key "
          + signature.keyId() + ", which is not trusted");
    }
    if (!signature.fits(content, key)) {
      throw new UntrustedArtifactException(file.getFileName()
          + " does not fit its signature: one of them was altered; fetch both again");
    }
  }
}
