package io.probity.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.decision.CounterOffer;
import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.file.WholeFile;
import io.probity.input.DecimalText;
import io.probity.model.RiskModel;
import io.probity.portfolio.DecidedCase;
import io.probity.portfolio.Valuation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk limits offers}: the limits that the optimiser may choose from. */
@Command(
    name = "offers",
    description =
        "Write the limits that each applicant may get, up to what the policy grants and so"
            + " what is affordable, with the expected loss and profit of each.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  risk limits offers P.json loans.csv --model M.risk --segment term --out offers.csv"
    })
final class LimitsOffersCommand implements Callable<Integer> {

  private static final int MOST_LIMITS = 100;

  @Parameters(index = "0", paramLabel = "P.json", description = "The policy.")
  private Path policy = Path.of("");

  @Parameters(index = "1", paramLabel = "CSV", description = "The applicants.")
  private Path csv = Path.of("");

  @Option(names = "--model", required = true, paramLabel = "M.risk", description = "The model.")
  private Path modelFile = Path.of("");

  @Option(
      names = "--limits",
      paramLabel = "N",
      description =
          "How many limits each, 0 and the whole one among them. Default:" + " ${DEFAULT-VALUE}.")
  private int limits = 8;

  @Option(
      names = "--segment",
      paramLabel = "COLUMN",
      description = "The segment of each applicant; numbers need cuts, COLUMN:25,62.")
  private @Nullable String segment;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where they go: applicant, segment, limit, expected_loss, profit.")
  private Path out = Path.of("");

  @Mixin
  private final CostOptions costs = new CostOptions();

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  private final Console console;

  LimitsOffersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (limits < 2 || limits > MOST_LIMITS) {
      throw new IllegalArgumentException(
          "--limits must be from 2 to " + MOST_LIMITS + ", not " + limits);
    }
    StrategyData data = new StrategyData(RiskModel.load(modelFile), csv, separator.value());
    CreditEngine engine = data.engine(policy);
    Valuation by = costs.valuation(engine);
    console.progress("deciding by " + policy);
    List<List<DecidedCase>> grids = new ArrayList<>();
    data.forEach(engine, (fields, row) -> grids.add(grid(data.decide(engine, fields, row), by)));
    List<String> segments = data.groups("--segment", segment, grids.size());
    write(grids, segments);
    console.remark("offers: " + out);
    return ExitCode.OK;
  }

  /** Returns the limits above 0 in rising order, each on the policy's grid. */
  private List<DecidedCase> grid(Decision decision, Valuation by) {
    List<DecidedCase> grid = new ArrayList<>();
    int digits = decision.currency().getDefaultFractionDigits();
    for (int k = 1; k < limits && decision.outcome().isApproval(); k++) {
      BigDecimal amount = decision
          .limit()
          .multiply(BigDecimal.valueOf(k))
          .divide(BigDecimal.valueOf(limits - 1L), digits, RoundingMode.DOWN);
      if (amount.signum() > 0) {
        Optional<CounterOffer> offer = decision.smaller(amount);
        double before = grid.isEmpty() ? 0 : grid.get(grid.size() - 1).limit();
        offer
            .flatMap(of -> DecidedCase.of(decision, by, of))
            .filter(one -> one.limit() > before)
            .ifPresent(grid::add);
      }
    }
    return grid;
  }

  private void write(List<List<DecidedCase>> grids, List<String> segments) throws IOException {
    try (WholeFile file = WholeFile.create(out);
        CsvWriter writer = CsvWriter.builder()
            .fieldSeparator(separator.value())
            .lineDelimiter(LineDelimiter.LF)
            .build(file.stream(), StandardCharsets.UTF_8)) {
      writer.writeRecord("applicant", "segment", "limit", "expected_loss", "profit");
      for (int i = 0; i < grids.size(); i++) {
        String applicant = Integer.toString(i + 1);
        writer.writeRecord(applicant, segments.get(i), "0", "0", "0");
        for (DecidedCase one : grids.get(i)) {
          writer.writeRecord(
              applicant,
              segments.get(i),
              DecimalText.of(one.limit()),
              DecimalText.of(one.expectedLoss()),
              DecimalText.of(one.profit()));
        }
      }
      writer.flush();
      file.commit();
    }
  }
}
