package io.probity.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk gallery}: the pages of the shipped data sets. */
@Command(
    name = "gallery",
    description = "Train on each shipped data set and write its pages and model card.",
    mixinStandardHelpOptions = true)
final class GalleryCommand implements Callable<Integer> {

  private static final List<String> DATA_SETS = List.of("german", "credit", "lending-club");
  private static final String WITH_POLICY = "lending-club";
  private static final String POLICY = "datasets/policies/demo-personal-loan.json";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the pages go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("target", "gallery");

  private final Console console;

  GalleryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("risk.home", "."));
    Files.createDirectories(out);
    for (String name : DATA_SETS) {
      String csv = home.resolve("datasets").resolve(name).resolve(name + ".csv").toString();
      String model = out.resolve(name + ".risk").toString();
      int code = name.equals(WITH_POLICY)
          ? run(
              "train",
              csv,
              "--out",
              model,
              "--report",
              page(name),
              "--policy",
              home.resolve(POLICY).toString())
          : run("train", csv, "--out", model, "--report", page(name));
      if (code != ExitCode.OK) {
        return code;
      }
      String card = out.resolve(name + "-card.md").toString();
      code = name.equals(WITH_POLICY)
          ? run(
              "report",
              model,
              csv,
              "--card",
              card,
              "--policy",
              home.resolve(POLICY).toString(),
              "--out",
              page(name + "-policy"))
          : run("report", model, csv, "--card", card);
      if (code != ExitCode.OK) {
        return code;
      }
      console.println(page(name));
      code = desk(home, name, csv, model);
      if (code != ExitCode.OK) {
        return code;
      }
    }
    console.println(page(WITH_POLICY + "-policy"));
    return ExitCode.OK;
  }

  /** Writes the pages on which one works: profile, bins and what-if. */
  private int desk(Path home, String name, String csv, String model) {
    int code = run("profile", csv, "--target", "default", "--html", page(name + "-profile"));
    if (code == ExitCode.OK) {
      code = run("bin", csv, "--html", page(name + "-bins"));
    }
    if (code == ExitCode.OK) {
      String policy = name.equals(WITH_POLICY) ? POLICY : "datasets/" + name + "/policy.json";
      code = run(
          "whatif",
          model,
          "--policy",
          home.resolve(policy).toString(),
          "--out",
          page(name + "-whatif"));
    }
    for (String kind : List.of("-profile", "-bins", "-whatif")) {
      console.println(page(name + kind));
    }
    return code;
  }

  private String page(String name) {
    return out.resolve(name + ".html").toString();
  }

  private int run(String... words) {
    return Main.run(words, console.withoutResults());
  }
}
