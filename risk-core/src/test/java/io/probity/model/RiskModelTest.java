package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskModelTest {

  private static final RiskModel MODEL = TestModels.scorecard();

  private static RiskModel read(byte[] bytes) throws IOException {
    return RiskModel.read(new ByteArrayInputStream(bytes), ReadLimits.DEFAULT);
  }

  @Test
  void pd_matchesHandCalculation() {
    // -1.4 - 0.9 * 0.63 - 1.1 * -0.47 = -1.45
    assertThat(MODEL.predictor().badLogOdds(new double[] {0.2, 0})).isCloseTo(-1.45, within(1e-12));
    assertThat(MODEL.pd(new double[] {0.2, 0})).isCloseTo(1 / (1 + Math.exp(1.45)), within(1e-12));
  }

  @Test
  void saveAndLoad_givesTheSameModel(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("m.risk");

    MODEL.save(file);
    RiskModel loaded = RiskModel.load(file);

    assertThat(loaded.id()).isEqualTo(MODEL.id()).hasSize(64);
    assertThat(loaded.toBytes()).isEqualTo(MODEL.toBytes()).isEqualTo(Files.readAllBytes(file));
    assertThat(loaded.schema()).isEqualTo(MODEL.schema());
    assertThat(loaded.reference()).isEqualTo(MODEL.reference());
    for (double[] x :
        new double[][] {{0.39, 1}, {0.4, -1}, {Double.NaN, Double.NaN}, {SpecialValues.cell(0), 0}
        }) {
      assertThat(loaded.pd(x)).isEqualTo(MODEL.pd(x));
    }
  }

  @Test
  void toBytes_isReadableByAnyUnzip() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(MODEL.toBytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    assertThat(entries.keySet())
        .containsExactly(
            "manifest.json",
            "schema.json",
            "binning.json",
            "predictor/scorecard.json",
            "calibration.json",
            "scale.json",
            "grades.json",
            "reference.json",
            "verification.json",
            "plan.json");
    assertThat(entries.get("manifest.json"))
        .contains("\"format\" : 1", "\"family\" : \"scorecard\"");
    assertThat(entries.get("verification.json")).contains("NO_HIT", "null", "(unseen)", "home");
  }

  @Test
  void read_everyWayToCutOrChangeTheFile_isRefused() {
    byte[] bytes = MODEL.toBytes();
    for (int i = 0; i < bytes.length; i += 7) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(ModelFormatException.class);
      byte[] changed = bytes.clone();
      changed[i] ^= 0x10;
      assertThatThrownBy(() -> read(changed)).isInstanceOf(ModelFormatException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> read(longer)).isInstanceOf(ModelFormatException.class);
  }

  @Test
  void load_brokenFile_namesItAndSaysWhatToDo(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("m.risk"), Arrays.copyOf(MODEL.toBytes(), 500));

    assertThatThrownBy(() -> RiskModel.load(file))
        .hasMessageStartingWith("m.risk: this is not a .risk file as it was written")
        .hasMessageContaining("fetch the original file again");
  }

  @ParameterizedTest
  @CsvSource({
    "manifest.json, '\"format\" : 1', '\"format\" : 2', has format 2",
    "scale.json, 600, 601, not those that the manifest describes"
  })
  void read_editedEntry_isRefused(String entry, String before, String after, String message) {
    Map<String, byte[]> entries = StoredZip.read(MODEL.toBytes(), ReadLimits.DEFAULT);
    String text = new String(entries.get(entry), StandardCharsets.UTF_8);
    assertThat(text).contains(before);
    entries.put(entry, text.replace(before, after).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read(StoredZip.write(entries)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_modelThatScoresDifferently_isRefused() {
    Map<String, byte[]> entries = StoredZip.read(MODEL.toBytes(), ReadLimits.DEFAULT);
    byte[] manifest = entries.remove("manifest.json");
    String scorecard = new String(entries.get("predictor/scorecard.json"), StandardCharsets.UTF_8);
    entries.put(
        "predictor/scorecard.json",
        scorecard.replace("-0.9", "-0.8").getBytes(StandardCharsets.UTF_8));
    String text = new String(manifest, StandardCharsets.UTF_8);
    for (Manifest.Entry entry : Manifest.describe(entries)) {
      text = text.replaceAll(
          "(\"" + entry.name() + "\",\\s*\"bytes\" : )\\d+(,\\s*\"sha256\" : \")[0-9a-f]+",
          "$1" + entry.bytes() + "$2" + entry.sha256());
    }
    Map<String, byte[]> forged = new LinkedHashMap<>();
    forged.put("manifest.json", text.getBytes(StandardCharsets.UTF_8));
    forged.putAll(entries);

    assertThatThrownBy(() -> read(StoredZip.write(forged)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("does not score as it did");
  }

  @Test
  void read_hostileFiles_areRefused() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(deflated)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(new byte[1 << 20]);
    }
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      many.put("e" + i, new byte[0]);
    }

    assertThatThrownBy(() -> read(deflated.toByteArray())).isInstanceOf(ModelFormatException.class);
    assertThatThrownBy(() -> read(StoredZip.write(many))).hasMessageContaining("32 entries");
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(ModelFormatException.class);
    assertThatThrownBy(() ->
            RiskModel.read(new ByteArrayInputStream(MODEL.toBytes()), new ReadLimits(32, 100, 32)))
        .hasMessageContaining("at most 100 bytes");
  }

  @Test
  void read_familyThatNobodyKnows_saysWhatToAdd() {
    assertThatThrownBy(() -> PredictorFormats.of("tribuo"))
        .hasMessageContaining("add the risk-training module");
  }

  @Test
  void scorer_ranksLostPointsAgainstTheMean() {
    Scorer scorer = MODEL.newScorer();

    scorer.evaluate(new double[] {0.5, 0});

    // contributions 1.251 and 0.517 against means -0.1 and 0
    assertThat(scorer.reasonCount()).isEqualTo(2);
    assertThat(scorer.reasonFeature(0)).isZero();
    assertThat(scorer.reasonPoints(0)).isCloseTo(1.351 * 20 / Math.log(2), within(1e-9));
    assertThat(scorer.reasonPoints(1)).isCloseTo(0.517 * 20 / Math.log(2), within(1e-9));
    assertThat(scorer.pd()).isEqualTo(MODEL.pd(new double[] {0.5, 0}));
    assertThat(scorer.score())
        .isEqualTo(MODEL.predictor().score(new double[] {0.5, 0}, MODEL.scale()));
    scorer.evaluate(new double[] {0.1, 1});
    assertThat(scorer.reasonCount()).isZero();
  }

  @Test
  void scorer_reasonsAskedLate_areOfTheLastApplicant() {
    Scorer scorer = MODEL.newScorer();
    double[] x = {0.5, 0};

    scorer.evaluate(new double[] {0.1, 1});
    scorer.evaluate(x);
    x[0] = 0.1;

    assertThat(scorer.contribution(0)).isCloseTo(1.251, within(1e-9));
    assertThat(scorer.reasonFeature(1)).isEqualTo(1);
    assertThat(scorer.reasonCount()).isEqualTo(2);
  }
}
