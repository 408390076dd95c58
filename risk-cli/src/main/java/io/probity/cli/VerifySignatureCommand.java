package io.probity.cli;

import io.probity.signature.SigningKeys;
import io.probity.signature.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk verify-signature}: checks the signatures of models and policies. */
@Command(
    name = "verify-signature",
    description = "Check that models and policies are signed by a trusted key and not altered.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk verify-signature --key lender.pub german.risk"})
final class VerifySignatureCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What was signed.")
  private List<Path> files = List.of();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "F.pub",
      description = "A public key that is trusted; may be repeated.")
  private List<Path> keys = List.of();

  private final Console console;

  VerifySignatureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<PublicKey> trusted = new ArrayList<>();
    for (Path key : keys) {
      trusted.add(SigningKeys.readPublic(key));
    }
    TrustPolicy trust = TrustPolicy.signedBy(trusted);
    for (Path file : files) {
      trust.check(file, Files.readAllBytes(file));
      console.println(file + ": signed by a trusted key and not altered");
    }
    return ExitCode.OK;
  }
}
