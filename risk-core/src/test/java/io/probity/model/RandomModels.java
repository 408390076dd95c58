package io.probity.model;

import io.probity.binning.BinOrigin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.binning.ZeroCellRule;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.FieldSource;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.schema.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Predictors with every kind of bin, and rows that fall on every side of every edge. */
final class RandomModels {

  private static final double[] ODD_CUTS = {
    -0.0, Double.MIN_VALUE, -Double.MIN_NORMAL, 1e300, -1e300, Double.MAX_VALUE
  };

  private final SplittableRandom random;
  private final List<Binning> binnings = new ArrayList<>();

  RandomModels(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      binnings.add(number("n" + i));
    }
    for (int i = 0; i < 4; i++) {
      binnings.add(category("c" + i));
    }
  }

  Scorecard scorecard() {
    return Scorecard.of(
        -2.0,
        binnings.stream()
            .map(b -> new Scorecard.Term(b, -random.nextDouble(), 0, points(b.bins())))
            .toList());
  }

  AdditiveModel additive(int pairs) {
    List<AdditiveModel.Term> terms = binnings.stream()
        .map(b -> {
          List<Double> effects = effects(b.bins());
          return new AdditiveModel.Term(b, effects, effects, effects, points(b.bins()));
        })
        .toList();
    List<AdditiveModel.Pair> tables = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      tables.add(pair(i, i + 1 + random.nextInt(binnings.size() - 1 - i)));
    }
    return AdditiveModel.of(-1.5, terms, tables);
  }

  /** Returns cells of a feature where something may go wrong. */
  double[] awkwardCells(int feature) {
    List<Double> cells = new ArrayList<>(List.of(
        Double.NaN,
        0.0,
        -0.0,
        -1.0,
        0.5,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Math.nextUp(SpecialValues.cell(255))));
    for (int code = 0; code < SpecialValues.COUNT; code += 1 + random.nextInt(60)) {
      cells.add(SpecialValues.cell(code));
    }
    for (SpecialCode special : binnings.get(feature).field().rules().specials()) {
      cells.add(special.cell());
    }
    for (double cut : binnings.get(feature).cuts()) {
      cells.addAll(List.of(Math.nextDown(cut), cut, Math.nextUp(cut)));
    }
    for (int level = 0; level <= binnings.get(feature).field().rules().levels().size(); level++) {
      cells.addAll(List.of(Math.nextDown((double) level), (double) level));
    }
    return cells.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Binning number(String name) {
    TreeSet<Double> cuts = new TreeSet<>();
    int count = random.nextInt(20);
    while (cuts.size() < count) {
      int kind = random.nextInt(8);
      cuts.add(kind == 0 ? ODD_CUTS[random.nextInt(ODD_CUTS.length)] : random.nextDouble(-2, 2));
    }
    if (cuts.contains(-0.0)) {
      cuts.remove(0.0);
    }
    int specials = random.nextInt(4);
    double[] ends = cuts.stream().mapToDouble(Double::doubleValue).toArray();
    int bins = count + 2 + specials;
    return Binning.ofNumber(
        field(name, FieldKind.NUMBER, specials, List.of()),
        ends,
        table(bins),
        woe(bins),
        BinOrigin.AUTO);
  }

  private Binning category(String name) {
    int levels = 1 + random.nextInt(30);
    int groups = 1 + random.nextInt(Math.min(levels, 5));
    List<List<String>> members = new ArrayList<>();
    IntStream.range(0, groups).forEach(group -> members.add(new ArrayList<>()));
    List<String> names = new ArrayList<>();
    for (int level = 0; level < levels; level++) {
      names.add("l" + level);
      if (level < groups || random.nextInt(6) > 0) {
        members.get(level < groups ? level : random.nextInt(groups)).add("l" + level);
      }
    }
    int specials = random.nextInt(3);
    int bins = groups + 1 + specials;
    return Binning.ofCategory(
        field(name, FieldKind.CATEGORY, specials, names),
        members,
        random.nextInt(bins),
        table(bins),
        woe(bins),
        BinOrigin.AUTO);
  }

  private Field field(String name, FieldKind kind, int specials, List<String> levels) {
    List<SpecialCode> codes = IntStream.range(0, specials)
        .mapToObj(i -> new SpecialCode(100 * i, "S" + i, List.of("-" + (900 + i))))
        .toList();
    return new Field(
        name,
        kind,
        FieldRole.FEATURE,
        FieldSource.INPUT,
        FieldRules.NONE.withLevels(levels).withSpecials(codes),
        Texts.english(name),
        Texts.english(name));
  }

  private AdditiveModel.Pair pair(int first, int second) {
    List<Integer> rowOf = places(binnings.get(first).bins());
    List<Integer> columnOf = places(binnings.get(second).bins());
    int rows = 1 + rowOf.stream().max(Integer::compare).orElseThrow();
    int columns = 1 + columnOf.stream().max(Integer::compare).orElseThrow();
    return new AdditiveModel.Pair(
        first,
        second,
        rowOf,
        columnOf,
        IntStream.range(0, rows).mapToObj(row -> effects(columns)).toList(),
        IntStream.range(0, rows).mapToObj(row -> points(columns)).toList());
  }

  private List<Integer> places(int bins) {
    int places = 1 + random.nextInt(bins);
    return IntStream.range(0, bins)
        .mapToObj(bin -> bin < places ? bin : random.nextInt(places))
        .toList();
  }

  private List<Double> effects(int bins) {
    return IntStream.range(0, bins)
        .mapToObj(bin -> random.nextDouble(-0.5, 0.5))
        .toList();
  }

  private List<Integer> points(int bins) {
    return IntStream.range(0, bins).mapToObj(bin -> random.nextInt(-20, 80)).toList();
  }

  private double[] woe(int bins) {
    return random.doubles(bins, -1.5, 1.5).toArray();
  }

  private BinTable table(int bins) {
    return BinTable.of(
        random.doubles(bins, 1, 100).toArray(),
        random.doubles(bins, 1, 100).toArray(),
        ZeroCellRule.HALF_IN_ZERO_BINS);
  }
}
