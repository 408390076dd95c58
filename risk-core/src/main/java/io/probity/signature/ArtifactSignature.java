package io.probity.signature;

import io.probity.file.WholeFile;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * The signature of a model or policy, in a file of its name and {@code .sig} beside it. What is signed
 * is a line that says what it is for, and the content: so a signature of another format never fits.
 *
 * @param keyId the id of the key; see {@link SigningKeys#id}
 * @param value the Ed25519 signature in Base64
 */
public record ArtifactSignature(String keyId, String value) {

  private static final int FORMAT = 1;
  private static final byte[] PURPOSE =
      "probity artifact, format 1\n".getBytes(StandardCharsets.UTF_8);

  /** Returns the path of the signature of a file. */
  public static Path pathFor(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  /** Signs content. */
  public static ArtifactSignature sign(byte[] content, KeyPair keys) {
    try {
      Signature signer = Signature.getInstance(SigningKeys.ALGORITHM);
      signer.initSign(keys.getPrivate());
      signer.update(PURPOSE);
      signer.update(content);
      String value = Base64.getEncoder().encodeToString(signer.sign());
      return new ArtifactSignature(SigningKeys.id(keys.getPublic()), value);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("the key cannot sign: " + unusable.getMessage(), unusable);
    }
  }

  /** Returns whether content was signed with the key and not altered since. */
  public boolean fits(byte[] content, PublicKey key) {
    try {
      Signature verifier = Signature.getInstance(SigningKeys.ALGORITHM);
      verifier.initVerify(key);
      verifier.update(PURPOSE);
      verifier.update(content);
      return verifier.verify(Base64.getDecoder().decode(value));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }

  /**
   * Reads a signature.
   *
   * @throws io.probity.input.InvalidInputException if the file is none
   */
  public static ArtifactSignature read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    JsonObject json = JsonObject.parse(Files.readAllBytes(path), name, JsonLimits.FILE);
    if (json.whole("format") != FORMAT) {
      json.value("format").violation("this library reads signatures of format " + FORMAT, "");
    }
    if (!json.text("algorithm").equals(SigningKeys.ALGORITHM)) {
      json.value("algorithm").violation("only " + SigningKeys.ALGORITHM + " is known", "");
    }
    ArtifactSignature signature = new ArtifactSignature(json.text("key"), json.text("signature"));
    json.finish();
    return signature;
  }

  /** Writes the signature to a file, whole or not at all. */
  public void save(Path path) throws IOException {
    JsonText out = JsonText.pretty().beginObject().put("format", FORMAT);
    out.put("algorithm", SigningKeys.ALGORITHM).put("key", keyId).put("signature", value);
    WholeFile.write(path, out.endObject().toBytes());
  }
}
