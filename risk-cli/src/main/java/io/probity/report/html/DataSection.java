package io.probity.report.html;

import io.probity.profile.DataProfile;
import io.probity.profile.FieldProfile;
import io.probity.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the CSV holds. */
final class DataSection {

  private static final int DIGITS = 4;
  private static final int SHOWN_LEVELS = 4;

  private DataSection() {}

  static Section of(DataProfile profile) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.text(Words.of(
        "data.records",
        Figures.count(profile.rows()),
        Integer.toString(profile.fields().size()))));
    if (profile.ragged() > 0) {
      blocks.add(Block.warning(Words.of("data.ragged", Figures.count(profile.ragged()))));
    }
    DataTable.Builder table = DataTable.of(
        Words.of("data.columns"),
        "column.field",
        "column.kind",
        ">column.missing",
        ">column.distinct",
        "column.values",
        ">measure.auc",
        ">column.iv",
        "column.remarks");
    profile.fields().forEach(field -> table.add(row(field)));
    blocks.add(table.build());
    if (!profile.months().isEmpty()) {
      blocks.add(months(profile));
    }
    return new Section("data", Words.of("data.title"), blocks);
  }

  private static Cell[] row(FieldProfile field) {
    double records = (double) field.present() + field.missing();
    return new Cell[] {
      Cell.text(field.name()),
      Cell.of(Words.of("kind." + field.kind().name().toLowerCase(Locale.ROOT))),
      Cell.percent(records > 0 ? field.missing() / records : 0.0),
      Cell.count((double) field.distinct()),
      Cell.text(values(field)),
      field
          .power()
          .flatMap(FieldProfile.Power::auc)
          .map(auc -> Cell.decimals(auc, DIGITS))
          .orElse(Cell.EMPTY),
      field
          .power()
          .map(power -> Cell.decimals(power.informationValue(), DIGITS))
          .orElse(Cell.EMPTY),
      Cell.text(String.join("; ", field.remarks())).toned("remark")
    };
  }

  private static String values(FieldProfile field) {
    return field
        .numbers()
        .map(range -> number(range.least()) + " … " + number(range.median()) + " … "
            + number(range.largest()))
        .orElseGet(() -> field.levels().entrySet().stream()
            .limit(SHOWN_LEVELS)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", ")));
  }

  private static String number(double value) {
    return value == StrictMath.rint(value) ? Figures.count(value) : Figures.decimals(value, 2);
  }

  private static Block months(DataProfile profile) {
    return Chart.of("months", Words.of("data.months", profile.dateField()), out -> {
      out.beginList("labels");
      profile.months().forEach(month -> out.add(month.month().toString()));
      out.endList().beginList("records");
      profile.months().forEach(month -> out.add(month.rows()));
      out.endList().beginList("rates");
      profile.months().forEach(month -> {
        long known = month.bads() + month.goods();
        if (known > 0) {
          out.add((double) month.bads() / known);
        } else {
          out.addNull();
        }
      });
      out.endList();
    });
  }
}
