package io.probity.cli;

import io.probity.feature.FeatureCatalog;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code risk catalog}: prints the standard features. */
@Command(
    name = "catalog",
    description = "Print the catalogue of features that are computed from an application.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  risk catalog --markdown > docs/features.md"})
final class CatalogCommand implements Callable<Integer> {

  @ArgGroup
  private final Form form = new Form();

  private final Console console;

  CatalogCommand(Console console) {
    this.console = console;
  }

  /** How the catalogue is written. */
  private static final class Form {

    @Option(names = "--markdown", description = "Print a page for people; the default.")
    private boolean markdown;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
        names = "--schema",
        description = "Print a schema of all features, each in a field named by its id.")
    private boolean schema;
  }

  @Override
  public Integer call() {
    FeatureCatalog catalog = FeatureCatalog.standard();
    if (form.markdown || !(form.json || form.schema)) {
      console.print(catalog.toMarkdown());
    } else {
      console.println(form.json ? catalog.toJson() : catalog.schema().toJson());
    }
    return ExitCode.OK;
  }
}
