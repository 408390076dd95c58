package io.probity.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The commands of {@code risk} by name, in the order of the help. A run makes the one command that it
 * asks for, since making all of them takes longer than many a run; help makes all.
 */
final class Commands {

  private static final Map<String, Function<Console, Object>> ALL = all();
  private static final Set<String> VERSION = Set.of("--version", "-V");

  /** Those that speak of the others. */
  private static final Set<String> DESCRIBING = Set.of("completion", "man");

  private Commands() {}

  private static Map<String, Function<Console, Object>> all() {
    Map<String, Function<Console, Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("gallery", GalleryCommand::new);
    commands.put("bin", BinCommand::new);
    commands.put("profile", ProfileCommand::new);
    commands.put("train", TrainCommand::new);
    commands.put("shapes", ShapesCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("score", ScoreCommand::new);
    commands.put("decide", DecideCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("whatif", WhatIfCommand::new);
    commands.put("catalog", CatalogCommand::new);
    commands.put("policy", PolicyCommand::line);
    commands.put("compare", CompareCommand::new);
    commands.put("sign", SignCommand::new);
    commands.put("verify-signature", VerifySignatureCommand::new);
    commands.put("audit", AuditCommand::line);
    commands.put("replay", ReplayCommand::new);
    commands.put("drift", DriftCommand::new);
    commands.put("limits", LimitsCommand::line);
    commands.put("strategy", StrategyCommand::line);
    commands.put("simulate", SimulateCommand::new);
    commands.put("target", TargetCommand::new);
    commands.put("features", FeaturesCommand::new);
    commands.put("completion", CompletionCommand::new);
    commands.put("man", ManCommand::new);
    return commands;
  }

  /** Adds what these arguments need: one command, none for the version, else all. */
  static void addTo(CommandLine line, List<String> args, Console console) {
    if (args.size() == 1 && VERSION.contains(args.get(0))) {
      return;
    }
    Optional<String> asked =
        args.stream().filter(argument -> !argument.startsWith("-")).findFirst();
    if (asked.isPresent() && ALL.containsKey(asked.get()) && !DESCRIBING.contains(asked.get())) {
      line.addSubcommand(asked.get(), ALL.get(asked.get()).apply(console));
      return;
    }
    ALL.forEach((name, command) -> line.addSubcommand(name, command.apply(console)));
  }
}
