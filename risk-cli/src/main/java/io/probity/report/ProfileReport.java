package io.probity.report;

import io.probity.input.DecimalText;
import io.probity.input.JsonText;
import io.probity.profile.DataProfile;
import io.probity.profile.FieldProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a CSV holds, as text and as JSON. */
public final class ProfileReport {

  private static final int FIGURE_DIGITS = 3;

  private ProfileReport() {}

  /** Returns the profile for people. */
  public static String text(DataProfile profile, int width) {
    StringBuilder out = new StringBuilder();
    out.append(Figures.count(profile.rows())).append(" records, ");
    out.append(profile.fields().size()).append(" columns");
    long known = profile.bads() + profile.goods();
    if (known > 0) {
      out.append(", ").append(Figures.count(profile.bads())).append(" bad (");
      out.append(Figures.percent((double) profile.bads() / known)).append(')');
    }
    out.append('\n');
    if (profile.ragged() > 0) {
      out.append(Figures.count(profile.ragged()));
      out.append(" records have more or fewer fields than the header and were passed over\n");
    }
    out.append('\n').append(columns(profile, width));
    out.append(numbers(profile, width));
    out.append(categories(profile, width));
    out.append(months(profile, width));
    out.append(remarks(profile));
    return out.toString();
  }

  private static String columns(DataProfile profile, int width) {
    TextTable table =
        TextTable.of("Column", "Kind", "Role", ">Missing", ">Invalid", ">Distinct", ">AUC", ">IV");
    for (FieldProfile field : profile.fields()) {
      table.add(
          field.name(),
          word(field.kind()),
          word(field.role()),
          Figures.percent((double) field.missing() / Math.max(1, profile.rows())),
          Figures.count(field.invalid()),
          Figures.count(field.distinct()),
          field
              .power()
              .flatMap(FieldProfile.Power::auc)
              .map(auc -> Figures.decimals(auc, FIGURE_DIGITS))
              .orElse(""),
          field
              .power()
              .map(power -> Figures.decimals(power.informationValue(), FIGURE_DIGITS))
              .orElse(""));
    }
    return table.render(width);
  }

  private static String numbers(DataProfile profile, int width) {
    TextTable table = TextTable.of(
        "Number", ">Least", ">Quarter", ">Median", ">Three q.", ">Largest", ">Outliers");
    boolean any = false;
    for (FieldProfile field : profile.fields()) {
      if (field.numbers().isPresent()) {
        FieldProfile.NumberRange range = field.numbers().get();
        any = true;
        table.add(
            field.name(),
            number(range.least()),
            number(range.lowerQuartile()),
            number(range.median()),
            number(range.upperQuartile()),
            number(range.largest()),
            Figures.count(range.outliers()));
      }
    }
    return any ? "\n" + table.render(width) : "";
  }

  private static String categories(DataProfile profile, int width) {
    TextTable table = TextTable.of("Category", "Commonest levels");
    boolean any = false;
    for (FieldProfile field : profile.fields()) {
      if (!field.levels().isEmpty()) {
        any = true;
        List<String> levels = new ArrayList<>();
        field
            .levels()
            .forEach((level, count) ->
                levels.add(level + " " + Figures.percent((double) count / field.present())));
        table.add(field.name(), String.join(", ", levels));
      }
    }
    return any ? "\n" + table.render(width) : "";
  }

  private static String months(DataProfile profile, int width) {
    if (profile.months().isEmpty()) {
      return "";
    }
    TextTable table = TextTable.of("Month of " + profile.dateField(), ">Records", ">Bad rate");
    for (DataProfile.Month month : profile.months()) {
      long known = month.bads() + month.goods();
      table.add(
          month.month().toString(),
          Figures.count(month.rows()),
          known == 0 ? "" : Figures.percent((double) month.bads() / known));
    }
    return "\n" + table.render(width);
  }

  private static String remarks(DataProfile profile) {
    StringBuilder out = new StringBuilder();
    for (FieldProfile field : profile.fields()) {
      for (String remark : field.remarks()) {
        out.append(DisplayWidth.safe(field.name())).append(": ");
        out.append(DisplayWidth.safe(remark)).append('\n');
      }
    }
    return out.isEmpty() ? "" : "\nTo decide\n\n" + out;
  }

  /** Returns the profile for machines. */
  public static String json(DataProfile profile) {
    JsonText out = JsonText.pretty().beginObject();
    out.put("rows", profile.rows()).put("ragged", profile.ragged());
    out.put("bads", profile.bads()).put("goods", profile.goods());
    out.beginList("fields");
    for (FieldProfile field : profile.fields()) {
      write(out, field);
    }
    out.endList().put("dateField", profile.dateField()).beginList("months");
    for (DataProfile.Month month : profile.months()) {
      out.beginObject().put("month", month.month().toString()).put("rows", month.rows());
      out.put("bads", month.bads()).put("goods", month.goods()).endObject();
    }
    return out.endList().endObject().toString();
  }

  private static void write(JsonText out, FieldProfile field) {
    out.beginObject().put("name", field.name());
    out.put("kind", field.kind().name()).put("role", field.role().name());
    out.put("present", field.present()).put("missing", field.missing());
    out.put("invalid", field.invalid()).put("distinct", field.distinct());
    field.numbers().ifPresent(range -> {
      out.put("least", range.least()).put("lowerQuartile", range.lowerQuartile());
      out.put("median", range.median()).put("upperQuartile", range.upperQuartile());
      out.put("largest", range.largest()).put("outliers", range.outliers());
    });
    out.beginList("codes");
    for (Map.Entry<Double, Long> code : field.codes().entrySet()) {
      out.beginObject().put("value", code.getKey()).put("records", code.getValue());
      out.endObject();
    }
    out.endList().beginList("levels");
    for (Map.Entry<String, Long> level : field.levels().entrySet()) {
      out.beginObject().put("level", level.getKey()).put("records", level.getValue());
      out.endObject();
    }
    out.endList();
    field.power().ifPresent(power -> {
      power.auc().ifPresent(auc -> out.put("auc", auc));
      out.put("informationValue", power.informationValue());
    });
    out.put("remarks", field.remarks()).endObject();
  }

  private static String number(double value) {
    boolean isWhole = value == StrictMath.rint(value) && Math.abs(value) < 1e9;
    return isWhole ? DecimalText.of(value) : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
