package io.probity.feature;

import io.probity.application.LoanApplication;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The wanted features of the catalogue, compiled to the special codes and levels of a schema. */
final class CatalogCells {

  private final CatalogSettings settings;
  private final List<Function<CatalogRun, Measures>> sources = new ArrayList<>();
  private final int[] figures;
  private final boolean[] needsIncome;
  private final boolean[] needsBorrowing;
  private final double[][] specialCells; // by feature and code of the catalogue
  private final double[][] levelCells; // by feature and level of the catalogue; empty for numbers

  private CatalogCells(CatalogSettings settings, int features) {
    this.settings = settings;
    this.figures = new int[features];
    this.needsIncome = new boolean[features];
    this.needsBorrowing = new boolean[features];
    this.specialCells = new double[features][];
    this.levelCells = new double[features][];
  }

  static CatalogCells none() {
    return new CatalogCells(CatalogSettings.DEFAULT, 0);
  }

  /** Compiles fields of a completed schema. */
  static CatalogCells compile(FeatureCatalog catalog, List<Field> fields) {
    CatalogCells cells = new CatalogCells(catalog.settings(), fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (!(field.source() instanceof FieldSource.FromCatalog source)) {
        throw new IllegalArgumentException(field.name() + " is not of the catalogue");
      }
      FigureSource figure = catalog.source(source.id());
      cells.sources.add(figure.measures());
      cells.figures[i] = figure.figure();
      cells.needsIncome[i] = figure.needsIncome();
      cells.needsBorrowing[i] = figure.needsBorrowing();
      cells.specialCells[i] = specialCells(field);
      cells.levelCells[i] = levelCells(field, catalog.feature(source.id()));
    }
    return cells;
  }

  boolean isEmpty() {
    return figures.length == 0;
  }

  CatalogRun newRun() {
    return new CatalogRun(settings, sources);
  }

  /** Computes the features into the slots from a position on. */
  void computeInto(
      LoanApplication application, LocalDate asOf, CatalogRun run, double[] slots, int from) {
    run.start(application, asOf);
    for (int i = 0; i < figures.length; i++) {
      double cell = cell(i, run);
      if (SpecialValues.isSpecial(cell)) {
        cell = specialCells[i][SpecialValues.codeOf(cell)];
      } else if (levelCells[i].length > 0 && cell >= 0) {
        cell = levelCells[i][(int) cell];
      }
      slots[from + i] = cell + 0.0;
    }
    run.end();
  }

  private double cell(int i, CatalogRun run) {
    if (needsIncome[i] && run.incomeCode() != 0.0) {
      return run.incomeCode();
    }
    if (needsBorrowing[i] && run.borrowingCode() != 0.0) {
      return run.borrowingCode();
    }
    return run.figure(i, figures[i]);
  }

  private static double[] specialCells(Field field) {
    double[] cells = new double[CatalogCode.values().length];
    Arrays.fill(cells, Double.NaN);
    for (CatalogCode code : CatalogCode.values()) {
      cells[code.code()] = field.special(code.name()).map(SpecialCode::cell).orElse(Double.NaN);
    }
    return cells;
  }

  private static double[] levelCells(Field field, CatalogFeature feature) {
    List<String> known = field.rules().levels();
    return feature.levels().stream()
        .mapToDouble(level -> known.contains(level) ? known.indexOf(level) : SpecialValues.UNSEEN)
        .toArray();
  }
}
