package io.probity.feature;

import io.probity.application.LoanApplication;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldSource;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The wanted features of the catalogue, compiled to the special codes and levels of a schema. */
final class CatalogCells {

  private final CatalogSettings settings;
  private final List<Function<CatalogRun, Measures>> sources = new ArrayList<>();
  private final int[] figures;
  private final boolean[] needsIncome;
  private final boolean[] needsBorrowing;
  private final double[][] specialCells; // by feature and code of the catalogue
  private final double[][] levelCells; // by feature and level of the catalogue; empty for numbers
  private final int[] categories;

  private CatalogCells(CatalogSettings settings, List<Field> fields) {
    int features = fields.size();
    this.settings = settings;
    this.figures = new int[features];
    this.needsIncome = new boolean[features];
    this.needsBorrowing = new boolean[features];
    this.specialCells = new double[features][];
    this.levelCells = new double[features][];
    this.categories = IntStream.range(0, features)
        .filter(i -> fields.get(i).kind() == FieldKind.CATEGORY)
        .toArray();
  }

  static CatalogCells none() {
    return new CatalogCells(CatalogSettings.DEFAULT, List.of());
  }

  /** Compiles fields of a completed schema. */
  static CatalogCells compile(FeatureCatalog catalog, List<Field> fields) {
    CatalogCells cells = new CatalogCells(catalog.settings(), fields);
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
    return new CatalogRun(settings, sources, figures);
  }

  /** Computes the features into the slots from a position on. */
  void computeInto(
      LoanApplication application, LocalDate asOf, CatalogRun run, double[] slots, int from) {
    run.start(application, asOf);
    for (int i = 0; i < figures.length; i++) {
      double figure = run.figure(i);
      slots[from + i] = SpecialValues.isNumber(figure) ? figure + 0.0 : notANumber(i, figure);
    }
    for (int i : categories) {
      double level = slots[from + i];
      slots[from + i] = level >= 0 ? levelCells[i][(int) level] : level;
    }
    markUnasked(run.borrowingCode(), needsBorrowing, slots, from);
    markUnasked(run.incomeCode(), needsIncome, slots, from);
    run.end();
  }

  /** Missing has one bit pattern, and a special code the cell that the schema gives it. */
  private double notANumber(int i, double figure) {
    return SpecialValues.isSpecial(figure)
        ? specialCells[i][SpecialValues.codeOf(figure)]
        : Double.NaN;
  }

  /** Writes the special code of a history that is not there, in place of what was computed. */
  private void markUnasked(double code, boolean[] needs, double[] slots, int from) {
    if (code != 0.0) {
      for (int i = 0; i < needs.length; i++) {
        slots[from + i] = needs[i] ? notANumber(i, code) : slots[from + i];
      }
    }
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
