package io.probity.training.selection;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.StabilityIndex;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.metrics.CorrelationMatrix;
import io.probity.metrics.VarianceInflation;
import io.probity.schema.Field;
import io.probity.training.binning.BinningResult;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.logistic.LogisticSample;
import io.probity.training.logistic.LogisticTrainer;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Applies the rules of a selection to binned features, one rule after another, and notes why each
 * feature was dropped. A feature that is forced in passes every rule, if it could be binned.
 */
public final class FeatureSelection {

  private final SelectionPlan plan;
  private final LearnSet records;
  private final List<Binning> left = new ArrayList<>();
  private final List<Funnel.Entry> entries = new ArrayList<>();

  private FeatureSelection(SelectionPlan plan, LearnSet records) {
    this.plan = plan;
    this.records = records;
  }

  /**
   * The features that passed and what became of the others.
   *
   * @param binnings the bins of the features that passed, in the order given
   * @param dropped one entry for each feature that did not
   */
  public record Result(List<Binning> binnings, List<Funnel.Entry> dropped) {
    /** Copies the lists. */
    public Result {
      binnings = List.copyOf(binnings);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * Selects features.
   *
   * @param candidates the binned features, or why they could not be binned
   */
  public static Result select(
      SelectionPlan plan, List<BinningResult> candidates, LearnSet records) {
    FeatureSelection selection = new FeatureSelection(plan, records);
    candidates.forEach(selection::bySelf);
    if (plan.bounds().largestCorrelation() < 1 && selection.left.size() > 1) {
      selection.byCorrelation();
    }
    while (plan.bounds().largestVif() < Double.POSITIVE_INFINITY && selection.dropLargestVif()) {
      // one feature goes at a time, since each one that goes changes the factors of the others
    }
    if (plan.stepwise().criterion() != Stepwise.Criterion.NONE && !selection.left.isEmpty()) {
      selection.bySteps();
    }
    return new Result(selection.left, selection.entries);
  }

  private void bySelf(BinningResult candidate) {
    String name = candidate.field().name();
    Optional<Binning> binning = candidate.binning();
    if (binning.isEmpty()) {
      String message =
          candidate instanceof BinningResult.NotBinned refused ? refused.message() : "";
      entries.add(Funnel.Entry.dropped(name, Funnel.Reason.NOT_BINNED, message));
      return;
    }
    BinTable table = binning.get().table();
    double missing = table.share(binning.get().missingBin());
    double iv = table.informationValue();
    if (plan.force().contains(name)) {
      left.add(binning.get());
    } else if (missing > plan.bounds().largestMissingShare()) {
      drop(name, Funnel.Reason.MOSTLY_MISSING, "%.4f missing", missing);
    } else if (binning.get().valueBins() < plan.bounds().fewestBins()) {
      drop(
          name,
          Funnel.Reason.FEW_BINS,
          binning.get().valueBins() == 1 ? "%.0f bin" : "%.0f bins",
          binning.get().valueBins());
    } else if (iv < plan.bounds().minimumIv() || !(iv > 0)) {
      drop(name, Funnel.Reason.LOW_IV, "IV %.4f", iv);
    } else if (largestPsi(binning.get()) > plan.bounds().largestPsi()) {
      drop(name, Funnel.Reason.UNSTABLE, "PSI %.4f", largestPsi(binning.get()));
    } else {
      left.add(binning.get());
    }
  }

  /** Returns the largest PSI between the records of a period and all records. */
  private double largestPsi(Binning binning) {
    if (Double.isInfinite(plan.bounds().largestPsi())) {
      return 0;
    }
    int[] periods = records
        .periods()
        .orElseThrow(() -> new InvalidInputException(new Violation(
            "plan at selection.largestPsi",
            "stability needs the periods of the records",
            "",
            "give the plan periods, such as {\"column\": ..., \"span\": \"QUARTER\"}")));
    int column =
        records.features().fields().stream().map(Field::name).toList().indexOf(binning.feature());
    double[] cells = records.features().columnUnsafe(column);
    double[][] counts = new double[Arrays.stream(periods).max().orElse(0) + 1][binning.bins()];
    double[] all = new double[binning.bins()];
    for (int row = 0; row < cells.length; row++) {
      int bin = binning.binOf(cells[row]);
      counts[periods[row]][bin] += records.weightsUnsafe()[row];
      all[bin] += records.weightsUnsafe()[row];
    }
    return Arrays.stream(counts)
        .filter(period -> Arrays.stream(period).sum() > 0)
        .mapToDouble(period -> StabilityIndex.of(all, period, StabilityIndex.ZeroShare.ADD_HALF))
        .max()
        .orElse(0);
  }

  /** Walks the features from the highest information value down; each goes that follows one kept. */
  private void byCorrelation() {
    DesignMatrix woe = WoeColumns.of(records.features(), left);
    CorrelationMatrix correlations = CorrelationMatrix.pearson(columns(woe));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> !plan.force().contains(left.get(i).feature()))
            .thenComparing(i -> -left.get(i).table().informationValue())
            .thenComparing(i -> left.get(i).feature()));
    List<Integer> kept = new ArrayList<>();
    List<Binning> gone = new ArrayList<>();
    for (int candidate : order) {
      Optional<Integer> follows = kept.stream()
          .filter(
              k -> Math.abs(correlations.value(k, candidate)) > plan.bounds().largestCorrelation())
          .findFirst();
      Binning binning = left.get(candidate);
      if (follows.isEmpty() || plan.force().contains(binning.feature())) {
        kept.add(candidate);
      } else {
        gone.add(binning);
        drop(
            binning.feature(),
            Funnel.Reason.CORRELATED,
            "%.3f with " + left.get(follows.get()).feature(),
            correlations.value(follows.get(), candidate));
      }
    }
    left.removeAll(gone);
  }

  private boolean dropLargestVif() {
    if (left.size() < 2) {
      return false;
    }
    double[] factors = VarianceInflation.of(columns(WoeColumns.of(records.features(), left)));
    int largest = -1;
    for (int i = 0; i < factors.length; i++) {
      boolean free = !plan.force().contains(left.get(i).feature());
      if (free && (largest < 0 || factors[i] > factors[largest])) {
        largest = i;
      }
    }
    if (largest < 0 || !(factors[largest] > plan.bounds().largestVif())) {
      return false;
    }
    drop(left.get(largest).feature(), Funnel.Reason.HIGH_VIF, "VIF %.2f", factors[largest]);
    left.remove(largest);
    return true;
  }

  private void bySteps() {
    LogisticSample sample = LogisticSample.of(
        WoeColumns.of(records.features(), left), records.targetUnsafe(), records.weightsUnsafe());
    List<String> chosen = new StepwiseSearch(
            plan.stepwise(), plan.force(), sample, LogisticTrainer.ofDefaults())
        .search();
    for (Binning binning : List.copyOf(left)) {
      if (!chosen.contains(binning.feature())) {
        left.remove(binning);
        entries.add(Funnel.Entry.dropped(
            binning.feature(),
            Funnel.Reason.STEPWISE,
            plan.stepwise().criterion().name()));
      }
    }
  }

  private void drop(String name, Funnel.Reason reason, String format, double figure) {
    entries.add(Funnel.Entry.dropped(name, reason, String.format(Locale.ROOT, format, figure)));
  }

  private static double[][] columns(DesignMatrix design) {
    double[][] columns = new double[design.columns()][design.rows()];
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < design.rows(); row++) {
        columns[column][row] = design.value(row, column);
      }
    }
    return columns;
  }
}
