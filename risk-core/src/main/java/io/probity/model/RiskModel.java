package io.probity.model;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.file.WholeFile;
import io.probity.schema.Schema;
import io.probity.signature.TrustPolicy;
import io.probity.signature.UntrustedArtifactException;
import io.probity.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A trained model: schema, predictor, calibration, score scale and grades, as they stand in one {@code
 * .risk} file. Immutable and safe for use by several threads.
 *
 * <p>The id is the SHA-256 of the file's manifest, which holds the digest of every part, so that two
 * models with the same id are the same model.
 */
public final class RiskModel {

  private static final int BLOCK = 512; // records scored together: their cells stay in the cache

  private final ModelParts parts;
  private final byte[] file;
  private final String id;
  private final FeatureExtractor extractor;
  private final CompiledPredictor compiled;

  private RiskModel(ModelParts parts, RiskFile.Written written) {
    this.parts = parts;
    this.file = written.bytes();
    this.id = written.id();
    this.extractor = FeatureExtractor.compile(parts.schema(), parts.predictor().features());
    this.compiled = CompiledPredictor.of(parts.predictor(), parts.scale());
  }

  /** Returns a model made of its parts, as a trainer does. */
  public static RiskModel of(ModelParts parts) {
    return new RiskModel(parts, RiskFile.write(parts));
  }

  /**
   * Loads a model from a file and checks that it scores as it did when it was written.
   *
   * @throws ModelFormatException if the file was cut short or changed, is no model, or comes from a
   *     later release
   */
  public static RiskModel load(Path path) throws IOException {
    return load(path, TrustPolicy.ANYTHING);
  }

  /**
   * Loads a model from a file, if it is signed as a policy of trust asks. The signature is checked
   * before anything of the file is read.
   *
   * @throws UntrustedArtifactException if it is not
   * @throws ModelFormatException as {@link #load(Path)} does
   */
  public static RiskModel load(Path path, TrustPolicy trust) throws IOException {
    if (Files.size(path) > ReadLimits.DEFAULT.bytes()) {
      throw new ModelFormatException(
          path.getFileName() + " has more than " + ReadLimits.DEFAULT.bytes() + " bytes");
    }
    byte[] content = Files.readAllBytes(path);
    trust.check(path, content);
    try {
      return RiskFile.read(content, ReadLimits.DEFAULT);
    } catch (ModelFormatException broken) {
      throw new ModelFormatException(path.getFileName() + ": " + broken.getMessage(), broken);
    }
  }

  /**
   * Reads a model from a stream, to its end.
   *
   * @throws ModelFormatException as {@link #load} does, or if the limits are passed
   */
  public static RiskModel read(InputStream in, ReadLimits limits) throws IOException {
    byte[] bytes = in.readNBytes(limits.bytes() + 1);
    return RiskFile.read(bytes, limits);
  }

  static RiskModel of(ModelParts parts, RiskFile.Written written) {
    return new RiskModel(parts, written);
  }

  /** Writes the model to a file, whole or not at all. */
  public void save(Path path) throws IOException {
    WholeFile.write(path, file);
  }

  /** Returns the bytes of the model's file. */
  public byte[] toBytes() {
    return file.clone();
  }

  /** Returns the SHA-256 of the manifest, in hexadecimal. */
  public String id() {
    return id;
  }

  /** Returns the data dictionary. */
  public Schema schema() {
    return parts.schema();
  }

  /** Returns the names of the features that the model uses, in the order of the cells. */
  public List<String> features() {
    return parts.predictor().features();
  }

  /** Returns what was learned. */
  public Predictor predictor() {
    return parts.predictor();
  }

  /** Returns how log-odds become PDs. */
  public Calibration calibration() {
    return parts.calibration();
  }

  /** Returns how log-odds become points. */
  public ScoreScale scale() {
    return parts.scale();
  }

  /**
   * Returns how many points one unit of the predictor's log-odds is worth; an affine calibration is
   * folded into it.
   */
  public double pointsPerLogOdds() {
    double slope =
        parts.calibration().curve() instanceof CalibrationCurve.Platt platt ? platt.slope() : 1.0;
    return parts.scale().factor() * slope;
  }

  /** Returns the grades. */
  public MasterScale grades() {
    return parts.grades();
  }

  /** Returns what the training population looked like. */
  public Reference reference() {
    return parts.reference();
  }

  /** Returns what the model was trained on. */
  public TrainingData trainingData() {
    return parts.data();
  }

  /** Returns the plan that the model was trained by, as JSON. */
  public String plan() {
    return parts.plan();
  }

  /** Returns the parts of the model. */
  public ModelParts parts() {
    return parts;
  }

  /** Returns the extractor of the model's features from applications, maps and tables. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /**
   * Returns the PD of an applicant. Scorecards and additive models allocate nothing; for boosted trees
   * a {@link Scorer} saves the scratch space.
   *
   * @param x the cells of {@link #features}
   * @return a fraction in (0, 1)
   */
  public double pd(double[] x) {
    return parts.calibration().pd(compiled.badLogOdds(x));
  }

  /**
   * Computes the PDs of many applicants, to the last bit as for one at a time, but faster.
   *
   * @param columns the cells of each of {@link #features}, one array a feature
   * @param out where the PD of each applicant goes; the arrays must be at least as long
   * @throws IllegalArgumentException if there are not as many columns as features
   */
  public void pd(double[][] columns, double[] out) {
    if (columns.length != features().size()) {
      throw new IllegalArgumentException("one column for each of the "
          + features().size()
          + " features is needed, not "
          + columns.length);
    }
    for (int from = 0; from < out.length; from += BLOCK) {
      pd(columns, from, Math.min(from + BLOCK, out.length), out);
    }
  }

  private void pd(double[][] columns, int from, int to, double[] out) {
    compiled.badLogOdds(columns, from, to, out);
    for (int i = from; i < to; i++) {
      out[i] = parts.calibration().pd(out[i]);
    }
  }

  /** Returns the PD of each record of a table, computed as for one applicant. */
  public double[] pd(Table table) {
    double[] pd = new double[table.rows()];
    double[] block = new double[BLOCK];
    double[] x = new double[features().size()];
    double[][] columns = new double[x.length][BLOCK];
    Workspace workspace = extractor.newWorkspace();
    for (int from = 0; from < pd.length; from += BLOCK) {
      int count = Math.min(BLOCK, pd.length - from);
      for (int row = 0; row < count; row++) {
        extractor.extractInto(table, from + row, workspace, x);
        for (int i = 0; i < x.length; i++) {
          columns[i][row] = x[i];
        }
      }
      pd(columns, 0, count, block);
      System.arraycopy(block, 0, pd, from, count);
    }
    return pd;
  }

  /**
   * Returns the cells of synthetic applicants that together touch each cut, level and special code,
   * as they verify a stored model.
   */
  public List<double[]> verificationRows() {
    return Verification.synthesise(parts.scoring()).stream()
        .map(row -> row.x().clone())
        .toList();
  }

  /** Returns a scorer for one thread, to be used for one applicant after another. */
  public Scorer newScorer() {
    return new Scorer(this);
  }

  /** Returns the predictor in the form that scores. */
  CompiledPredictor compiled() {
    return compiled;
  }
}
