package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a service that embeds the engine, with what a service has on its class path. */
class EmbeddingExampleTest {

  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLE = ROOT.resolve("examples/embedding/LoanDesk.java");
  private static final List<String> SERVING =
      List.of("risk-features", "risk-core", "jackson-core", "commons-math3");

  @TempDir
  Path folder;

  private static List<String> servingClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> SERVING.stream().anyMatch(entry::contains))
        .filter(entry -> !entry.contains("risk-cli"))
        .toList();
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    String classPath = String.join(File.pathSeparator, servingClassPath());
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int compiled = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            errors,
            "-Xlint:all",
            "-Werror",
            "-encoding",
            "UTF-8",
            "-cp",
            classPath,
            "-d",
            folder.toString(),
            EXAMPLE.toString());
    assertThat(compiled).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    Process process = new ProcessBuilder(Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dstdout.encoding=UTF-8",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    folder + File.pathSeparator + classPath,
                    "LoanDesk"),
                Arrays.stream(arguments))
            .toList())
        .redirectErrorStream(true)
        .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void example_withServingJarsAlone_decidesAndPrintsReasons()
      throws IOException, InterruptedException {
    Path model = folder.resolve("lending-club.risk");
    String csv = ROOT.resolve("datasets/lending-club/lending-club.csv").toString();
    assertThat(CliRun.of("train", csv, "--out", model.toString()).exitCode()).isZero();

    String printed = run(
        model.toString(),
        ROOT.resolve("datasets/policies/demo-personal-loan.json").toString(),
        ROOT.resolve("datasets/applications/personal-loan.json").toString());

    assertThat(printed)
        .contains("personal-loan-1: APPROVE")
        .contains("second: DECLINE")
        .containsPattern("(SCORE|LIMIT) \\w+: \\S+")
        .contains("third: fields.annual_inc must be a number")
        .contains("third: fields.funded_amnt ");
    assertThat(servingClassPath()).hasSize(SERVING.size());
  }

  @Test
  void example_isShort() throws IOException {
    assertThat(Files.readAllLines(EXAMPLE)).hasSizeLessThan(80);
  }

  @Test
  void page_javaCode_isCutFromTheExample() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/embedding.md"));
    String example = Files.readString(EXAMPLE);

    Matcher fences = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    int found = 0;
    while (fences.find()) {
      assertThat(example).contains(fences.group(1));
      found++;
    }
    assertThat(found).isEqualTo(5);
  }

  @Test
  void readme_sizesOfOtherPeoplesJars_areThoseOfTheClassPath() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String name : List.of("jackson-core", "commons-math3")) {
      Path jar = servingClassPath().stream()
          .filter(entry -> entry.contains(name))
          .map(Path::of)
          .findFirst()
          .orElseThrow();
      String megabytes = String.format(Locale.ROOT, "%.1f MB", Files.size(jar) / 1e6);
      assertThat(readme).containsPattern(name + "` \\| " + megabytes);
    }
  }

  @Test
  void modules_haveNamesAndStandInTheBom() throws IOException {
    String bom = Files.readString(ROOT.resolve("risk-bom/pom.xml"));
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String version = parent.replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

    assertThat(bom).contains("<version>" + version + "</version>");
    for (String module : List.of("risk-features", "risk-core", "risk-training", "risk-cli")) {
      assertThat(bom).contains("<artifactId>" + module + "</artifactId>");
      assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
          .contains("<module.name>io.probity." + module.substring("risk-".length()));
    }
    assertThat(Arrays.stream(parent.split("\n"))
            .filter(line -> line.contains("Automatic-Module-Name"))
            .collect(Collectors.joining()))
        .contains("${module.name}");
  }
}
