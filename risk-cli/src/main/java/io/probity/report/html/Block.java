package io.probity.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a section. */
sealed interface Block
    permits Block.Text, DataTable, Chart, Block.Picker, Block.CutOffDesk, Block.Desk {

  /**
   * A sentence.
   *
   * @param words what it says
   * @param tone {@code note}, {@code warning} or {@code error}; empty for plain text
   */
  record Text(Words words, String tone) implements Block {}

  /**
   * Panels of which the page shows one at a time and print all.
   *
   * @param label what is chosen
   * @param panels at least one
   */
  record Picker(Words label, List<Panel> panels) implements Block {
    public Picker {
      panels = List.copyOf(panels);
    }
  }

  /**
   * One panel of a choice.
   *
   * @param name what it is chosen by
   * @param label what stands above it
   * @param blocks what it shows
   */
  record Panel(String name, Words label, List<Block> blocks) {
    public Panel {
      blocks = List.copyOf(blocks);
    }

    /** Returns the blocks as the template reads them. */
    public List<Map<String, Object>> views() {
      return blocks.stream().map(Block::view).toList();
    }
  }

  /**
   * The desk where a cut-off is moved and figures follow.
   *
   * @param chart the chart beside it, with the counts by score
   * @param least the lowest score
   * @param most the highest score
   * @param start the score that it begins with
   * @param gain what a good loan earns of the amount lent
   * @param loss what a bad loan loses of it
   */
  record CutOffDesk(Chart chart, int least, int most, int start, String gain, String loss)
      implements Block {}

  /**
   * An empty element that a script fills.
   *
   * @param id its id
   */
  record Desk(String id) implements Block {}

  static Block text(Words words) {
    return new Text(words, "");
  }

  static Block warning(Words words) {
    return new Text(words, "warning");
  }

  /** Returns the block under the name of its kind, as the template reads it. */
  default Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("asText", this instanceof Text ? this : false);
    view.put("asTable", this instanceof DataTable ? this : false);
    view.put("asChart", this instanceof Chart ? this : false);
    view.put("asPicker", this instanceof Picker ? this : false);
    view.put("asDesk", this instanceof CutOffDesk ? this : false);
    view.put("asFilled", this instanceof Desk ? this : false);
    return view;
  }
}
