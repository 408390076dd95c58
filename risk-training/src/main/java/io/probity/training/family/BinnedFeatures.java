package io.probity.training.family;

import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.selection.Funnel;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The features that can be binned: what a family without bins of its own learns from, so that drift can
 * be measured by bins.
 *
 * @param records the records with these features only
 * @param results the bins of every candidate, or why it has none
 * @param dropped the candidates without bins
 */
public record BinnedFeatures(
    LearnSet records, List<BinningResult> results, List<Funnel.Entry> dropped) {

  /** Copies the lists. */
  public BinnedFeatures {
    results = List.copyOf(results);
    dropped = List.copyOf(dropped);
  }

  /**
   * Bins every feature.
   *
   * @throws InvalidInputException if none can be binned
   */
  public static BinnedFeatures of(LearnSet records, BinningTrainer trainer, Executor executor) {
    List<BinningResult> results =
        trainer.trainEach(records.features(), records.outcomes(), executor);
    List<Funnel.Entry> dropped = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof BinningResult.NotBinned refused) {
        dropped.add(Funnel.Entry.dropped(
            refused.field().name(), Funnel.Reason.NOT_BINNED, refused.message()));
      } else {
        kept.add(i);
      }
    }
    if (kept.isEmpty()) {
      throw new InvalidInputException(new Violation(
          "features",
          "at least one feature must be fit to learn from",
          dropped.toString(),
          "offer a feature whose values differ"));
    }
    FeatureMatrix matrix = records.features();
    return new BinnedFeatures(
        kept.size() == matrix.fields().size() ? records : records.withColumns(kept),
        results,
        dropped);
  }

  /** Returns the fields learned from. */
  public List<Field> fields() {
    return records.features().fields();
  }
}
