package io.probity.service;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.file.Sha256;
import io.probity.model.RiskModel;
import io.probity.signature.ArtifactSignature;
import io.probity.signature.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where new engines come from. The host may bring its own, such as a model registry. */
public interface EngineSource {

  /** Returns a text that changes whenever {@link #load} would give another engine. */
  String version() throws IOException;

  /** Loads the engine. */
  CreditEngine load() throws IOException;

  /**
   * Returns the source of a model file and a policy file. Their content is compared, not their times,
   * so that a clock that goes backwards does no harm.
   */
  static EngineSource ofFiles(Path model, Path policy, TrustPolicy trust) {
    return new EngineSource() {
      @Override
      public String version() throws IOException {
        return digest(model) + digest(policy);
      }

      @Override
      public CreditEngine load() throws IOException {
        return CreditEngine.of(RiskModel.load(model, trust), CreditPolicy.load(policy, trust));
      }
    };
  }

  /**
   * Returns the source of a folder: the {@code .risk} file and the {@code .json} file whose names come
   * last in the order of letters, such as {@code 2026-11-01.risk}.
   */
  static EngineSource ofFolder(Path folder, TrustPolicy trust) {
    return new EngineSource() {
      @Override
      public String version() throws IOException {
        return files().version();
      }

      @Override
      public CreditEngine load() throws IOException {
        return files().load();
      }

      private EngineSource files() throws IOException {
        return ofFiles(last(folder, ".risk"), last(folder, ".json"), trust);
      }
    };
  }

  private static Path last(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new NoSuchFileException(
              folder.toString(), null, "the folder holds no file *" + ending));
    }
  }

  private static String digest(Path file) throws IOException {
    Path signature = ArtifactSignature.pathFor(file);
    String signed = Files.exists(signature) ? Sha256.of(Files.readAllBytes(signature)) : "unsigned";
    return file.getFileName() + ":" + Sha256.of(Files.readAllBytes(file)) + ":" + signed + "\n";
  }
}
