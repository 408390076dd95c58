package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.signature.ArtifactSignature;
import io.probity.signature.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk sign}: signs models and policies with a key of the lender's. */
@Command(
    name = "sign",
    description = "Sign models and policies with an Ed25519 key; each signature is FILE.sig.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk sign --new-key --key lender.key --public-key lender.pub german.risk"
    })
final class SignCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What is signed.")
  private List<Path> files = List.of();

  @Option(names = "--key", required = true, paramLabel = "F.key", description = "The private key.")
  private Path privateKey = Path.of("");

  @Option(
      names = "--public-key",
      required = true,
      paramLabel = "F.pub",
      description = "The public key that belongs to it.")
  private Path publicKey = Path.of("");

  @Option(names = "--new-key", description = "Make both keys first; existing files are refused.")
  private boolean makesKeys;

  private final Console console;

  SignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (makesKeys) {
      makeKeys();
    }
    KeyPair keys =
        new KeyPair(SigningKeys.readPublic(publicKey), SigningKeys.readPrivate(privateKey));
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      ArtifactSignature signature = ArtifactSignature.sign(content, keys);
      if (!signature.fits(content, keys.getPublic())) {
        throw new InvalidInputException(new Violation(
            publicKey.toString(), "the public key does not belong to the private one", "", ""));
      }
      signature.save(ArtifactSignature.pathFor(file));
      console.println(ArtifactSignature.pathFor(file) + " by key " + signature.keyId());
    }
    return ExitCode.OK;
  }

  private void makeKeys() throws IOException {
    SigningKeys.save(SigningKeys.generate(), privateKey, publicKey);
    console.remark("keep " + privateKey + " secret: only its owner may read it");
  }
}
