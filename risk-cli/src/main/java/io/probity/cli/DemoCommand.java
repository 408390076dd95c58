package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.model.RiskModel;
import io.probity.report.DecisionReport;
import io.probity.report.TrainingReport;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk demo}: the whole path on real loans. */
@Command(
    name = "demo",
    description = "Train on real loans, save and load the model, and decide on three applicants.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final String DATA = "datasets/lending-club";
  private static final String POLICY = "datasets/policies/demo-personal-loan.json";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the model goes. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("demo-output");

  private final Console console;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("risk.home", "."));
    Path data = home.resolve(DATA);
    Schema schema;
    try (InputStream in = Files.newInputStream(data.resolve("schema.json"))) {
      schema = Schema.parse(in, "schema.json");
    }
    console.println("Probity: 9,857 real personal loans, from a CSV to a decision with a limit.");
    console.println("The lender's own rate and grade are left out; the rest is in " + DATA + ".\n");
    Table table =
        CsvReader.strict(schema).read(data.resolve("lending-club.csv")).table();
    TrainingResult result = Training.run(
        schema,
        table,
        TrainingPlan.DEFAULT,
        new RunContext(Runnable::run, Clock.systemUTC(), console::progress));
    console.print(TrainingReport.text(result, console.width(), console.outIsTerminal()));
    Files.createDirectories(out);
    Path file = out.resolve("lending-club.risk");
    result.model().save(file);
    RiskModel loaded = RiskModel.load(file);
    console.println("\nSaved to " + file + " and loaded again; id " + loaded.id() + "\n");
    decideOnThree(
        CreditEngine.of(loaded, CreditPolicy.load(home.resolve(POLICY))),
        table,
        result.split().judge());
    return ExitCode.OK;
  }

  private void decideOnThree(CreditEngine engine, Table table, int[] heldOut) {
    console.println("Three of the applicants held out, decided by "
        + POLICY
        + ".\nThis file has stated gross income and no debts or living costs, so affordability is"
        + " partial.\n");
    boolean approved = false;
    boolean referred = false;
    boolean declined = false;
    for (int row : heldOut) {
      Decision decision = engine.decide("loan " + (row + 1), null, table.fieldsOf(row));
      Outcome outcome = decision.outcome();
      boolean byScore = !decision.reasons().isEmpty() && decision.knockOuts().isEmpty();
      if (outcome == Outcome.APPROVE_REDUCED && !approved) {
        approved = show(decision);
      } else if (outcome == Outcome.REFER && byScore && !referred) {
        referred = show(decision);
      } else if (outcome == Outcome.DECLINE && byScore && !declined) {
        declined = show(decision);
      }
      if (approved && referred && declined) {
        return;
      }
    }
  }

  private boolean show(Decision decision) {
    console.println(DecisionReport.text(decision, "en", console.width()));
    return true;
  }
}
