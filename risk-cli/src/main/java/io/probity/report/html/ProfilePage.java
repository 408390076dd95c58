package io.probity.report.html;

import io.probity.input.DecimalText;
import io.probity.profile.DataProfile;
import io.probity.profile.FieldProfile;
import io.probity.report.Figures;
import io.probity.schema.Field;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a CSV holds as a page: its columns with histograms, and the schema that is proposed. */
public final class ProfilePage {

  private static final List<String> SCRIPTS = List.of("profile.js", "report.js");
  private static final int DIGITS = 3;
  private static final int FEWEST = 10; // records that a bad rate is shown for

  private final DataProfile profile;

  private ProfilePage(DataProfile profile) {
    this.profile = profile;
  }

  /**
   * Returns the page.
   *
   * @param name the name of the file of records
   */
  public static String page(String name, DataProfile profile) {
    ProfilePage page = new ProfilePage(profile);
    List<Section> sections = new ArrayList<>(List.of(DataSection.of(profile)));
    List<Block.Panel> panels = profile.fields().stream()
        .filter(field -> !field.pieces().isEmpty())
        .map(page::panel)
        .toList();
    if (!panels.isEmpty()) {
      sections.add(new Section(
          "columns",
          Words.of("profile.columns"),
          List.of(new Block.Picker(Words.of("profile.column"), panels))));
    }
    sections.add(page.schema());
    return new HtmlPage(
            name,
            Words.of("profile.heading", name),
            sections,
            SCRIPTS,
            Map.of("proposed", profile.proposed().toJson()))
        .html();
  }

  private Block.Panel panel(FieldProfile field) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.text(Words.of(
        "profile.counts",
        Figures.count(field.present()),
        Figures.count(field.missing()),
        Figures.count(field.invalid()),
        Figures.count(field.distinct()))));
    field.remarks().forEach(remark -> blocks.add(Block.warning(Words.text(remark))));
    blocks.add(histogram(field));
    field.numbers().ifPresent(range -> blocks.add(range(range)));
    return new Block.Panel(field.name(), Words.text(""), blocks);
  }

  private Block histogram(FieldProfile field) {
    boolean judges = profile.goods() > 0 && profile.bads() > 0;
    return Chart.of("histogram", Words.of("profile.histogram", field.name()), out -> {
      out.put("isNumber", field.numbers().isPresent()).beginList("pieces");
      for (FieldProfile.Piece piece : field.pieces()) {
        out.beginObject().put("label", piece.label()).put("records", piece.records());
        long known = piece.goods() + piece.bads();
        if (judges && known >= FEWEST) {
          out.put("rate", (double) piece.bads() / known);
        }
        out.endObject();
      }
      out.endList();
    });
  }

  private static Block range(FieldProfile.NumberRange range) {
    return DataTable.of(
            Words.of("profile.range"),
            ">profile.least",
            ">profile.lowerQuartile",
            ">profile.median",
            ">profile.upperQuartile",
            ">profile.largest",
            ">profile.outliers")
        .add(
            number(range.least()),
            number(range.lowerQuartile()),
            number(range.median()),
            number(range.upperQuartile()),
            number(range.largest()),
            Cell.count((double) range.outliers()))
        .build();
  }

  private static Cell number(double value) {
    boolean isWhole = value == StrictMath.rint(value) && Math.abs(value) < 1e9;
    return Cell.number(value, isWhole ? DecimalText.of(value) : Figures.decimals(value, DIGITS));
  }

  private Section schema() {
    DataTable.Builder table = DataTable.of(
        Words.of("profile.schema.fields"),
        "column.field",
        "column.kind",
        "profile.role",
        "profile.specials");
    for (Field field : profile.proposed().fields()) {
      table.add(
          Cell.text(field.name()),
          Cell.of(Words.of("kind." + field.kind().name().toLowerCase(Locale.ROOT))),
          Cell.text(field.role().name()).toned("code"),
          Cell.text(field.rules().specials().stream()
              .map(SpecialCode::name)
              .collect(Collectors.joining(", "))));
    }
    DataTable source = DataTable.of(Words.of("profile.schema.json"), "profile.schema.file")
        .add(Cell.text(profile.proposed().toJson()).toned("source"))
        .build();
    return new Section(
        "schema",
        Words.of("profile.schema"),
        List.of(
            Block.text(Words.of("profile.schema.explain")),
            table.build(),
            source,
            new Block.Desk("save-schema")));
  }
}
