package io.probity.cli;

import io.probity.csv.CsvWork;
import io.probity.file.WholeFile;
import io.probity.profile.DataProfile;
import io.probity.profile.DataProfiler;
import io.probity.report.ProfileReport;
import io.probity.report.html.ProfilePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code risk profile}: a first look at a CSV. */
@Command(
    name = "profile",
    description = "Say what a CSV holds, what looks odd in it, and propose a schema.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  risk profile loans.csv --target default --schema-out proposed.schema.json",
      "  risk profile loans.csv --target default --html profile.html"
    })
final class ProfileCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "CSV",
      description = "The records: files, compressed by gzip or not, or folders of them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column that is 1 for bad and 0 for good, to find what leaks it.")
  private @Nullable String target;

  @Option(
      names = "--schema-out",
      paramLabel = "FILE",
      description = "Write a proposed schema here, to be edited.")
  private @Nullable Path schemaFile;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with histograms and the proposed schema.")
  private @Nullable Path page;

  @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print the profile as JSON.")
  private boolean json;

  @Mixin
  private final SeparatorOption separator = new SeparatorOption();

  private final Console console;

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int count = Math.max(1, threads);
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      DataProfile profile = DataProfiler.profile(
          paths, separator.value(), Optional.ofNullable(target), new CsvWork(executor, count));
      if (json) {
        console.println(ProfileReport.json(profile));
      } else {
        console.print(ProfileReport.text(profile, console.width()));
      }
      if (page != null) {
        String name = String.valueOf(paths.get(0).getFileName());
        WholeFile.write(page, ProfilePage.page(name, profile).getBytes(StandardCharsets.UTF_8));
        console.remark("page: " + page);
      }
      if (schemaFile != null) {
        WholeFile.write(schemaFile, profile.proposed().toJson().getBytes(StandardCharsets.UTF_8));
        console.remark("proposed schema: " + schemaFile + "; look at it before you use it");
      }
      return ExitCode.OK;
    } finally {
      executor.shutdown();
    }
  }
}
