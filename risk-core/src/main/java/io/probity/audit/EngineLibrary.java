package io.probity.audit;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.input.InvalidInputException;
import io.probity.model.ModelFormatException;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Models and policies by their digests, so that an engine can be joined again. */
public final class EngineLibrary {

  private final Map<String, RiskModel> models = new HashMap<>();
  private final Map<String, CreditPolicy> policies = new HashMap<>();
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();

  /** An engine and the bins of its features. */
  record Engine(CreditEngine engine, FeatureBins bins) {}

  private EngineLibrary() {}

  /** Returns the library of a few engines. */
  public static EngineLibrary of(List<CreditEngine> engines) {
    EngineLibrary library = new EngineLibrary();
    for (CreditEngine engine : engines) {
      library.models.put(engine.model().id(), engine.model());
      library.policies.put(engine.policy().sha256(), engine.policy());
    }
    return library;
  }

  /**
   * Returns the library of all {@code .risk} files and policies in folders and the folders in them; a
   * file may be named too. A JSON file that is no policy is passed over.
   *
   * @throws ModelFormatException if a model cannot be read
   */
  public static EngineLibrary ofFolders(List<Path> folders) throws IOException {
    EngineLibrary library = new EngineLibrary();
    for (Path folder : folders) {
      library.add(folder);
    }
    return library;
  }

  private void add(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      if (file.toString().endsWith(".risk")) {
        RiskModel model = RiskModel.load(file);
        models.put(model.id(), model);
      } else if (file.toString().endsWith(".json")) {
        policy(file).ifPresent(policy -> policies.put(policy.sha256(), policy));
      }
    }
  }

  private static Optional<CreditPolicy> policy(Path file) throws IOException {
    try {
      return Optional.of(CreditPolicy.load(file));
    } catch (InvalidInputException otherJson) {
      return Optional.empty();
    }
  }

  /** Returns the model of an id. */
  public Optional<RiskModel> model(String id) {
    return Optional.ofNullable(models.get(id));
  }

  /** Returns the engine of a model and a policy; empty if either is not in the library. */
  Optional<Engine> engine(String modelId, String policySha256) {
    RiskModel model = models.get(modelId);
    CreditPolicy policy = policies.get(policySha256);
    if (model == null || policy == null) {
      return Optional.empty();
    }
    return Optional.of(engines.computeIfAbsent(
        modelId + policySha256,
        key -> new Engine(CreditEngine.of(model, policy), FeatureBins.of(model))));
  }
}
