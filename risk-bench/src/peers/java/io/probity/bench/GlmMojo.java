package io.probity.bench;

import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Writes a linear model as a MOJO of H2O, by the layout that its reader expects. */
final class GlmMojo {

  private static final double WEIGHT = 0.1;

  private GlmMojo() {}

  static EasyPredictModelWrapper load(List<String> names) {
    try {
      return written(names);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static EasyPredictModelWrapper written(List<String> names) throws IOException {
    Path directory = Files.createTempDirectory("glm-mojo");
    int features = names.size();
    List<Double> weights = Collections.nCopies(features + 1, WEIGHT);
    List<Double> means = Collections.nCopies(features, 0.0);
    Files.writeString(directory.resolve("model.ini"), """
        [info]
        algo = glm
        algorithm = Generalized Linear Modeling
        category = Binomial
        mojo_version = 1.00
        h2o_version = 3.46.0.12
        license = Apache License Version 2.0
        endianness = LITTLE_ENDIAN
        uuid = 1
        supervised = true
        n_features = %d
        n_classes = 2
        n_columns = %d
        n_domains = 1
        balance_classes = false
        default_threshold = 0.5
        prior_class_distrib = [0.9, 0.1]
        model_class_distrib = [0.9, 0.1]
        use_all_factor_levels = false
        cats = 0
        cat_modes = []
        cat_offsets = [0]
        nums = %d
        num_means = %s
        mean_imputation = true
        beta = %s
        family = binomial
        link = logit
        tweedie_link_power = 0.0

        [columns]
        %s
        bad

        [domains]
        %d: 2 d000.txt
        """.formatted(
        features, features + 1, features, means, weights, String.join("\n", names), features));
    Path domains = Files.createDirectories(directory.resolve("domains"));
    Files.writeString(domains.resolve("d000.txt"), "good\nbad\n");
    return new EasyPredictModelWrapper(MojoModel.load(directory.toString()));
  }
}
