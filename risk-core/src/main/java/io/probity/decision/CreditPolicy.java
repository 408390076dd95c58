package io.probity.decision;

import io.probity.file.Sha256;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.RiskModel;
import io.probity.signature.TrustPolicy;
import io.probity.signature.UntrustedArtifactException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lender's rules: knock-outs, cut-offs, affordability and limits. Immutable; versioned apart from
 * the model.
 *
 * <p>A policy is checked in two steps: when it is read, everything but the names that only a model
 * knows; when a {@link CreditEngine} joins it with a model, those names too.
 */
public final class CreditPolicy {

  private final byte[] json;
  private final String place;
  private final PolicyHeader header;
  private final List<String> warnings;

  private CreditPolicy(byte[] json, String place, PolicyHeader header, List<String> warnings) {
    this.json = json;
    this.place = place;
    this.header = header;
    this.warnings = warnings;
  }

  /**
   * Loads a policy from a file.
   *
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static CreditPolicy load(Path path) throws IOException {
    return load(path, TrustPolicy.ANYTHING);
  }

  /**
   * Loads a policy from a file, if it is signed as a policy of trust asks. The signature is checked
   * before anything of the file is read.
   *
   * @throws UntrustedArtifactException if it is not
   * @throws InvalidInputException as {@link #load(Path)} does
   */
  public static CreditPolicy load(Path path, TrustPolicy trust) throws IOException {
    byte[] content;
    try (InputStream in = Files.newInputStream(path)) {
      content = in.readNBytes(JsonLimits.FILE.bytes() + 1);
    }
    trust.check(path, content);
    return parse(new ByteArrayInputStream(content), String.valueOf(path.getFileName()));
  }

  /**
   * Reads a policy from its JSON form.
   *
   * @param place the name of the document in messages
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static CreditPolicy parse(InputStream in, String place) throws IOException {
    byte[] json = in.readNBytes(JsonLimits.FILE.bytes() + 1);
    PolicyReader reader = PolicyReader.withoutModel(root(json, place));
    reader.read();
    return new CreditPolicy(json, place, reader.header(), reader.warnings());
  }

  private static JsonObject root(byte[] json, String place) {
    return JsonObject.parse(json, place, JsonLimits.FILE);
  }

  /** Returns the policy's rules for a model. */
  PolicyRules rulesFor(RiskModel model) {
    return PolicyReader.withModel(root(json, place), model).read();
  }

  /** Returns what identifies the policy. */
  public PolicyHeader header() {
    return header;
  }

  /** Returns what is allowed but deserves a second look, in words. */
  public List<String> warnings() {
    return warnings;
  }

  /** Returns the policy's document as it was read. */
  public byte[] toBytes() {
    return json.clone();
  }

  /** Returns the SHA-256 of the policy's document, in hexadecimal. */
  public String sha256() {
    return Sha256.of(json);
  }
}
