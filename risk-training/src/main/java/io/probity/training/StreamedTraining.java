package io.probity.training;

import io.probity.binning.Binning;
import io.probity.csv.CsvWork;
import io.probity.feature.CodedCells;
import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.model.TrainingData;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.FeatureCounts;
import io.probity.training.binning.Outcomes;
import io.probity.training.parallel.Tasks;
import io.probity.training.selection.Funnel;
import io.probity.training.split.LearnSet;
import io.probity.training.split.Split;
import io.probity.training.streaming.CodingPass;
import io.probity.training.streaming.CountingPass;
import io.probity.training.streaming.StreamedRecords;
import io.probity.validation.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Trains a scorecard from a CSV that is too large to be held as a table. The file is read three times:
 * for the outcomes and what parts the records; to count goods and bads of every value ({@link
 * CountingPass}); to turn each cell into one byte, the number of its bin ({@link CodingPass}).
 *
 * <p>Bins, WOE and IV come from all records learned from, and so do the coefficients. A fixed sample of
 * at most {@link #MOST_SAMPLED} records is held whole. It serves what needs cells or inner folds: the
 * checks of honesty, the settings that are chosen, selection by correlation, VIF and steps, the
 * calibration, the grades and the whole points. With no more records than that, and no more than 2^17
 * distinct values in a feature, the model is the one that {@link Training} gives, byte for byte.
 *
 * <p>With more distinct values the pre-bins end at cells of a grid; see {@link FeatureCounts}. A cut
 * that the plan states may then lie inside a cell, whose records are counted below it.
 *
 * <p>The result does not depend on the number of threads, nor on how the records are spread over them.
 * Memory: a byte for each binned cell and about 50 bytes a record.
 */
public final class StreamedTraining {

  /** The most records that are held whole: 200,000. */
  public static final int MOST_SAMPLED = 200_000;

  private final TrainingPlan plan;
  private final RunContext context;
  private final RunRecord run;
  private final StreamedRecords records;
  private final Schema schema;
  private final List<Field> offered;
  private final int[] target;
  private final double[] weights;
  private final Split split;

  private StreamedTraining(TrainingPlan plan, RunContext context, StreamedRecords records) {
    this.plan = plan;
    this.context = context;
    this.run = RunRecord.begin(context.clock());
    this.records = records;
    this.schema = FeatureCatalog.completeStandard(records.schema());
    this.target = PreparedTable.target(schema, records.keys());
    this.offered = PreparedTable.offered(schema, plan);
    this.weights = records.keys().weights();
    this.split = Split.of(plan.split(), records.keys(), target, plan.seed());
  }

  /**
   * Trains a scorecard.
   *
   * @param reader a strict reader of the data dictionary, with a target field
   * @param paths files and folders; see {@link io.probity.csv.CsvFiles#of}
   * @param work where the parts of the files are worked on
   * @throws InvalidInputException if the records or the plan break a rule, or the plan asks for what
   *     needs all cells at once: folds, periods, changes of bins by hand
   */
  public static TrainingResult run(
      CsvReader reader, List<Path> paths, TrainingPlan plan, CsvWork work, RunContext context)
      throws IOException {
    return run(reader, paths, plan, work, context, MOST_SAMPLED);
  }

  static TrainingResult run(
      CsvReader reader,
      List<Path> paths,
      TrainingPlan plan,
      CsvWork work,
      RunContext context,
      int mostSampled)
      throws IOException {
    PreparedTable.requireTarget(reader.schema());
    StreamedLimits.check(reader, plan);
    context.progress().begin("reading the outcomes");
    StreamedRecords records =
        StreamedRecords.open(reader, paths, work, plan.split().fields());
    return new StreamedTraining(plan, context, records).train(mostSampled);
  }

  private TrainingResult train(int mostSampled) throws IOException {
    int[] learn = split.learn();
    int[] learnTarget = pick(target, learn);
    double[] learnWeights = pick(weights, learn);
    PreparedTable.requireBothClasses(learnTarget, "the records learned from");
    run.mark("outcomes");
    context.progress().begin("counting " + offered.size() + " features");
    int[] sampled = Split.sample(target, mostSampled, ~plan.seed()); // other keys than the split's
    Outcomes outcomes = Outcomes.of(learnTarget, learnWeights);
    CountingPass counted = CountingPass.run(records, extractor(offered), learn, outcomes, sampled);
    PreparedTable sample = PreparedTable.of(
        records.schema(), counted.sample(), plan, split.rowsAt(sampled), context.executor());
    run.mark("counting");
    List<BinningResult> bins = bins(counted.counts(), sample.candidates(), outcomes);
    run.mark("binning");

    List<Binning> binned =
        bins.stream().flatMap(result -> result.binning().stream()).toList();
    context.progress().begin("coding " + binned.size() + " features");
    CodingPass codes = code(binned, learn);
    run.mark("coding");
    context.progress().begin("learning from " + binned.size() + " features");
    LearnSet coded = LearnSet.of(codes.learn(), learnTarget, learnWeights);
    Fitting fitting = Fitting.of(plan, sample.learn(), bins, coded, context);
    run.mark("fitting");
    RiskModel model = ModelAssembly.of(
        plan,
        schema,
        fitting,
        codes.learn().only(fitting.predictor().features()),
        new TrainingData(
            records.keys().sha256(), target.length, Arrays.stream(target).sum()));
    run.mark("assembly");
    return result(sample, fitting, model, codes, coded);
  }

  private TrainingResult result(
      PreparedTable sample, Fitting fitting, RiskModel model, CodingPass codes, LearnSet coded) {
    context.progress().begin("validating");
    Validation learned = validation(fitting, codes.learn(), coded.targetUnsafe());
    Optional<Validation> heldOut = Optional.empty();
    if (codes.judge().rows() > 0) {
      int[] judged = pick(target, split.judge());
      PreparedTable.requireBothClasses(judged, "the records held out");
      heldOut = Optional.of(validation(fitting, codes.judge(), judged));
    }
    run.mark("validation");
    List<String> warnings = new ArrayList<>(sample.warnings());
    warnings.addAll(fitting.trained().warnings());
    warnings.addAll(fitting.calibration().warnings());
    if (sample.table().rows() < target.length) {
      warnings.add("settings, calibration, grades and findings are those of a sample of "
          + sample.table().rows() + " of " + target.length
          + " records; bins and coefficients are those of all records learned from");
    }
    List<Funnel.Entry> dropped = new ArrayList<>(sample.suspects());
    dropped.addAll(fitting.trained().dropped());
    return new TrainingResult(
        model,
        sample.funnel(dropped),
        fitting.trained(),
        fitting.choice().rows(),
        fitting.calibration(),
        fitting.grades(),
        fitting.rounding(),
        sample.findings(),
        learned,
        heldOut,
        Optional.empty(),
        split,
        run.finish(model, plan, fitting.choice().rows(), warnings),
        warnings);
  }

  private List<BinningResult> bins(
      List<FeatureCounts> counts, List<Field> candidates, Outcomes outcomes) {
    BinningTrainer trainer = Fitting.binning(plan);
    List<FeatureCounts> wanted =
        counts.stream().filter(count -> candidates.contains(count.field())).toList();
    return Tasks.each(
        wanted.size(), context.executor(), i -> trainer.tryTrain(wanted.get(i), outcomes));
  }

  private CodingPass code(List<Binning> binned, int[] learn) throws IOException {
    for (Binning binning : binned) {
      if (binning.bins() > CodedCells.MOST_CODES) {
        throw new InvalidInputException(new Violation(
            "feature " + binning.feature(),
            "a streamed run holds a bin as one byte, so a feature may have at most "
                + CodedCells.MOST_CODES + " bins, special ones counted",
            String.valueOf(binning.bins()),
            "ask for fewer bins"));
      }
    }
    return CodingPass.run(
        records, extractor(binned.stream().map(Binning::field).toList()), binned, learn);
  }

  private FeatureExtractor extractor(List<Field> fields) {
    return FeatureExtractor.compile(schema, fields.stream().map(Field::name).toList());
  }

  private static Validation validation(Fitting fitting, FeatureMatrix matrix, int[] target) {
    double[] pd = PreparedTable.badLogOdds(fitting.predictor(), matrix);
    for (int row = 0; row < pd.length; row++) {
      pd[row] = fitting.calibration().calibration().pd(pd[row]);
    }
    return Validation.of(pd, target);
  }

  private static int[] pick(int[] values, int[] rows) {
    return Arrays.stream(rows).map(row -> values[row]).toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
