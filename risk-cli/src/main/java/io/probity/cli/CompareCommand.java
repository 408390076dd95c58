package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.DecisionWorkspace;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.monitoring.SemanticDiff;
import io.probity.monitoring.SwapSet;
import io.probity.report.ComparisonText;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.validation.Groups;
import io.probity.validation.ModelComparison;
import io.probity.validation.ScoredSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk compare}: a challenger against the champion, before anybody is decided on. */
@Command(
    name = "compare",
    description = "Compare two models, and two policies, on records with known outcomes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk compare old.risk new.risk loans.csv --policy policy.json --segment purpose"
    })
final class CompareCommand implements Callable<Integer> {

  private static final double LEVEL = 0.95;
  private static final String ALL = "all";

  @Parameters(index = "0", paramLabel = "A.risk", description = "The model in force.")
  private Path firstFile = Path.of("");

  @Parameters(index = "1", paramLabel = "B.risk", description = "The model that may follow it.")
  private Path secondFile = Path.of("");

  @Parameters(index = "2", paramLabel = "CSV", description = "Records with known outcomes.")
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
      names = "--segment",
      paramLabel = "COLUMN",
      description = "Show the shift of PDs in the groups of a column, or COLUMN:25,62 with cuts.")
  private String segment = "";

  @Mixin
  private final DataOptions data = new DataOptions();

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (secondPolicy != null && firstPolicy == null) {
      throw new InvalidInputException(new Violation(
          "--second-policy", "the policy in force must be known too", "", "add --policy"));
    }
    RiskModel first = RiskModel.load(firstFile);
    RiskModel second = RiskModel.load(secondFile);
    ModelComparison comparison =
        ModelComparison.of(sample(first, firstFile), sample(second, secondFile), LEVEL);
    ComparisonText text = new ComparisonText(console.width());
    console.print(text.tests(comparison));
    List<String> segments = segments(first);
    if (firstPolicy == null) {
      console.print(text.shift(pds(first, second, segments)));
      console.print(text.differences("Models", SemanticDiff.of(first, second)));
      return ExitCode.OK;
    }
    CreditPolicy policy = CreditPolicy.load(firstPolicy);
    CreditPolicy other = secondPolicy == null ? policy : CreditPolicy.load(secondPolicy);
    SwapSet swaps = swaps(CreditEngine.of(first, policy), CreditEngine.of(second, other), segments);
    console.print(text.swaps(swaps));
    console.print(text.shift(swaps));
    console.print(text.differences("Models", SemanticDiff.of(first, second)));
    console.print(text.differences("Policies", SemanticDiff.of(policy, other)));
    return ExitCode.OK;
  }

  private ScoredSample sample(RiskModel model, Path file) throws IOException {
    EvaluationData records = new EvaluationData(model);
    return records.sample(data.reader(records.reader(file)).read(csv).table());
  }

  /** Returns the segment of each record; the same for all without a column. */
  private List<String> segments(RiskModel model) throws IOException {
    if (segment.isEmpty()) {
      return List.of();
    }
    GroupColumn column = GroupColumn.parse("--segment", segment);
    EvaluationData records = new EvaluationData(model).dividedBy(column);
    Table table = data.reader(records.reader(firstFile)).read(csv).table();
    Groups groups = EvaluationData.groups(table, column);
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      names.add(groups.labels().get(groups.code(row)));
    }
    return names;
  }

  private SwapSet pds(RiskModel first, RiskModel second, List<String> segments) throws IOException {
    SwapSet swaps = new SwapSet();
    double[] one = first.pd(table(first.extractor()));
    double[] two = second.pd(table(second.extractor()));
    for (int row = 0; row < one.length; row++) {
      swaps.addPd(segments.isEmpty() ? ALL : segments.get(row), one[row], two[row]);
    }
    return swaps;
  }

  private SwapSet swaps(CreditEngine first, CreditEngine second, List<String> segments)
      throws IOException {
    Table one = table(first.extractor());
    Table two = table(second.extractor());
    Workspace firstWorkspace = first.extractor().newWorkspace();
    Workspace secondWorkspace = second.extractor().newWorkspace();
    DecisionWorkspace firstSpace = first.newWorkspace();
    DecisionWorkspace secondSpace = second.newWorkspace();
    double[] x = new double[first.extractor().names().size()];
    double[] y = new double[second.extractor().names().size()];
    SwapSet swaps = new SwapSet();
    for (int row = 0; row < one.rows(); row++) {
      first.extractor().extractInto(one, row, firstWorkspace, x);
      second.extractor().extractInto(two, row, secondWorkspace, y);
      String id = Integer.toString(row + 1);
      swaps.add(
          segments.isEmpty() ? ALL : segments.get(row),
          first.decide(id, null, x, firstSpace),
          second.decide(id, null, y, secondSpace));
    }
    return swaps;
  }

  /** Reads the records by the fields that an extractor needs. */
  private Table table(FeatureExtractor extractor) throws IOException {
    Set<String> needed = new LinkedHashSet<>(extractor.inputNames());
    return data.reader(CsvReader.strict(extractor.schema()).requiring(needed))
        .read(csv)
        .table();
  }
}
