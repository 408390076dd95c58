package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.monitoring.SemanticDiff;
import io.probity.monitoring.SwapSet;
import io.probity.report.ComparisonText;
import io.probity.schema.FieldRole;
import io.probity.table.Table;
import io.probity.validation.CutOff;
import io.probity.validation.ModelComparison;
import io.probity.validation.ScoredSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk compare}: a challenger against the champion, before anybody is decided on. */
@Command(
    name = "compare",
    description = "Compare two models, and two policies or cut-offs, on the same records.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk compare old.risk new.risk loans.csv --policy policy.json --swaps swaps.csv --pass id"
    })
final class CompareCommand implements Callable<Integer> {

  private static final double LEVEL = 0.95;
  private static final String ALL = "all";

  @Parameters(index = "0", paramLabel = "A.risk", description = "The model in force.")
  private Path firstFile = Path.of("");

  @Parameters(index = "1", paramLabel = "B.risk", description = "The model that may follow it.")
  private Path secondFile = Path.of("");

  @Parameters(
      index = "2",
      paramLabel = "CSV",
      description = "The records; those with known outcomes test the models.")
  private Path csv = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "P.json",
      description = "The policy in force; prints who would be decided on otherwise.")
  private @Nullable Path firstPolicy;

  @Option(
      names = "--second-policy",
      paramLabel = "Q.json",
      description = "The policy of the second model. Default: that of --policy.")
  private @Nullable Path secondPolicy;

  @Option(
      names = "--cut-off",
      paramLabel = "RULE",
      description =
          "Without a policy: whom the model in force approves, as pd=0.1 (below), score=560"
              + " (from) or grade=C (or safer).")
  private @Nullable String firstCutOff;

  @Option(
      names = "--second-cut-off",
      paramLabel = "RULE",
      description = "The cut-off of the second model. Default: that of --cut-off.")
  private @Nullable String secondCutOff;

  @Option(
      names = "--segment",
      paramLabel = "COLUMN",
      description = "Show the shift of PDs in the groups of a column, or COLUMN:25,62 with cuts.")
  private String segment = "";

  @Mixin
  private final SwapOptions swapFile = new SwapOptions();

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireFitting();
    RiskModel first = RiskModel.load(firstFile);
    RiskModel second = RiskModel.load(secondFile);
    ComparedRecords records = new ComparedRecords(csv, data);
    Side a = side(first, records);
    Side b = side(second, records);
    requireSameRecords(a.table.rows(), b.table.rows());
    ComparisonText text = new ComparisonText(console.width());
    console.print(tests(a, b, text));
    List<String> segments = segment.isEmpty()
        ? Collections.nCopies(a.table.rows(), ALL)
        : records.segments(first, "--segment", segment);
    String policies = "";
    SwapSet swaps;
    if (firstPolicy != null) {
      CreditPolicy policy = CreditPolicy.load(firstPolicy);
      CreditPolicy other = secondPolicy == null ? policy : CreditPolicy.load(secondPolicy);
      requireOneCurrency(policy, other);
      swaps = swaps(
          judgements(CreditEngine.of(first, policy), records, a),
          judgements(CreditEngine.of(second, other), records, a),
          a,
          segments,
          records);
      console.print(text.swaps(swaps, policy.header().currency().getCurrencyCode()));
      policies = text.differences("Policies", SemanticDiff.of(policy, other));
    } else if (firstCutOff != null) {
      CutOff cutOff = CutOff.parse(firstCutOff);
      CutOff other = secondCutOff == null ? cutOff : CutOff.parse(secondCutOff);
      swaps = swaps(
          Judgement.by(first, cutOff, a.table),
          Judgement.by(second, other, b.table),
          a,
          segments,
          records);
      console.print(text.swaps(swaps, cutOff.label(), other.label()));
    } else {
      swaps = undecided(a, b, segments);
    }
    console.print(text.shift(swaps));
    console.print(text.differences("Models", SemanticDiff.of(first, second)));
    console.print(policies);
    return ExitCode.OK;
  }

  private static Side side(RiskModel model, ComparedRecords records) throws IOException {
    Table table = records.table(model.extractor());
    return new Side(model.pd(table), records.outcomes(model, table), table);
  }

  private static SwapSet undecided(Side first, Side second, List<String> segments) {
    SwapSet swaps = new SwapSet();
    for (int row = 0; row < first.pd.length; row++) {
      swaps.addPd(segments.get(row), first.pd[row], second.pd[row]);
    }
    return swaps;
  }

  private void requireFitting() {
    requireWith("--second-policy", secondPolicy, "--policy", firstPolicy);
    requireWith("--second-cut-off", secondCutOff, "--cut-off", firstCutOff);
    if (firstPolicy != null && firstCutOff != null) {
      throw new InvalidInputException(new Violation(
          "--cut-off", "the policy decides already", firstCutOff, "leave one of them out"));
    }
    swapFile.requireFitting(firstPolicy != null || firstCutOff != null, data);
  }

  private static void requireWith(
      String option, @Nullable Object second, String needed, @Nullable Object first) {
    if (second != null && first == null) {
      throw new InvalidInputException(
          new Violation(option, "the rule in force must be known too", "", "add " + needed));
    }
  }

  private void requireSameRecords(int first, int second) {
    if (first != second) {
      throw new InvalidInputException(new Violation(
          String.valueOf(csv.getFileName()),
          "both models must be compared on the same records",
          first + " and " + second + " could be read",
          "mend the broken records, or leave --rejects out"));
    }
  }

  private static void requireOneCurrency(CreditPolicy first, CreditPolicy second) {
    if (!first.header().currency().equals(second.header().currency())) {
      throw new InvalidInputException(new Violation(
          "--second-policy",
          "limits can be compared in one currency only, " + first.header().currency(),
          second.header().currency().getCurrencyCode(),
          "compare policies of one currency"));
    }
  }

  /** What one model says of all records; an outcome that is not known is below 0. */
  private static final class Side {

    private final double[] pd;
    private final int[] bad;
    private final Table table;

    Side(double[] pd, int[] bad, Table table) {
      this.pd = pd;
      this.bad = bad;
      this.table = table;
    }

    /** Returns some of the records as a sample, with their weights. */
    ScoredSample at(int[] rows) {
      ScoredSample sample = ScoredSample.of(
          IntStream.of(rows).mapToDouble(row -> pd[row]).toArray(),
          IntStream.of(rows).map(row -> bad[row]).toArray());
      if (table.schema().fields(FieldRole.WEIGHT).isEmpty()) {
        return sample;
      }
      double[] weights = table.weights();
      return sample.withWeights(
          IntStream.of(rows).mapToDouble(row -> weights[row]).toArray());
    }
  }

  /** Returns the paired tests over the records whose outcomes are known. */
  private static String tests(Side first, Side second, ComparisonText text) {
    int records = first.bad.length;
    int[] known = IntStream.range(0, records)
        .filter(row -> first.bad[row] >= 0 && second.bad[row] >= 0)
        .toArray();
    String note = known.length == records
        ? ""
        : "Outcomes are known of " + known.length + " of " + records + " records\n\n";
    return known.length == 0
        ? note
        : note + text.tests(ModelComparison.of(first.at(known), second.at(known), LEVEL));
  }

  private IntFunction<Judgement> judgements(CreditEngine engine, ComparedRecords records, Side side)
      throws IOException {
    Table table = records.table(engine.extractor());
    requireSameRecords(side.table.rows(), table.rows());
    return Judgement.by(engine, table);
  }

  /** Counts what both decide on each record, and writes those on whom they decide otherwise. */
  private SwapSet swaps(
      IntFunction<Judgement> first,
      IntFunction<Judgement> second,
      Side known,
      List<String> segments,
      ComparedRecords records)
      throws IOException {
    if (!swapFile.isWanted()) {
      return counted(first, second, known, segments, (row, one, two, bad) -> {});
    }
    try (SwapTable table = swapFile.begin(records, firstPolicy != null)) {
      SwapSet swaps = counted(first, second, known, segments, table::add);
      swapFile.commit(table, console);
      return swaps;
    }
  }

  /** Takes what both decide on a record. */
  private interface BothDecided {
    void take(int row, Judgement first, Judgement second, int bad) throws IOException;
  }

  private static SwapSet counted(
      IntFunction<Judgement> first,
      IntFunction<Judgement> second,
      Side known,
      List<String> segments,
      BothDecided each)
      throws IOException {
    SwapSet swaps = new SwapSet();
    for (int row = 0; row < known.bad.length; row++) {
      Judgement one = first.apply(row);
      Judgement two = second.apply(row);
      swaps.add(segments.get(row), one.side(), two.side(), known.bad[row]);
      each.take(row, one, two, known.bad[row]);
    }
    return swaps;
  }
}
