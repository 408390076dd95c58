package io.probity.training.editing;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON form of changes of bins. A file of them is {@code {"by": name, "edits": [{"feature": name,
 * "merge": [first, last], "why": reason}, …]}}; instead of {@code merge} stands {@code splitAt},
 * {@code cuts}, {@code fix}, {@code groups}, {@code woe: {bin, value}} or, for an additive model, {@code
 * smooth: [first, last]} or {@code effect: {bin, value}}. An edit may have a {@code by} of its own.
 */
public final class BinningEditJson {

  private static final List<String> CHANGES =
      List.of("merge", "splitAt", "cuts", "fix", "groups", "woe", "smooth", "effect");

  private BinningEditJson() {}

  /**
   * Reads a file of changes.
   *
   * @param place the name of the document in messages
   * @throws InvalidInputException naming the JSON path of what is wrong
   */
  public static List<BinningEdit> parse(byte[] utf8, String place) {
    JsonObject json = JsonObject.parse(utf8, place, JsonLimits.FILE);
    String by = json.text("by", "");
    List<BinningEdit> edits = read(json.objects("edits"), by);
    json.finish();
    return edits;
  }

  /** Reads changes, each by the given person unless it names another. */
  public static List<BinningEdit> read(List<JsonObject> list, String by) {
    List<BinningEdit> edits = new ArrayList<>();
    for (JsonObject json : list) {
      String feature = json.text("feature");
      BinningEdit.Change change = json.build(() -> change(json));
      String author = json.text("by", by);
      String why = json.text("why");
      json.finish();
      edits.add(json.build(() -> new BinningEdit(feature, change, author, why)));
    }
    return edits;
  }

  private static BinningEdit.Change change(JsonObject json) {
    List<String> given = CHANGES.stream().filter(json::has).toList();
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "an edit needs exactly one of " + String.join(", ", CHANGES));
    }
    JsonValue value = json.value(given.get(0));
    return switch (given.get(0)) {
      case "merge" -> merge(value);
      case "splitAt" -> new BinningEdit.SplitAt(value.number());
      case "cuts" -> new BinningEdit.Cuts(numbers(value));
      case "fix" -> new BinningEdit.Fix(numbers(value));
      case "groups" -> groups(value);
      case "smooth" -> smooth(value);
      case "effect" -> effect(value.object());
      default -> woe(value.object());
    };
  }

  private static BinningEdit.Change merge(JsonValue value) {
    int[] range = range("merge", value);
    return new BinningEdit.Merge(range[0], range[1]);
  }

  private static BinningEdit.Change smooth(JsonValue value) {
    int[] range = range("smooth", value);
    return new BinningEdit.Smooth(range[0], range[1]);
  }

  private static int[] range(String change, JsonValue value) {
    List<JsonValue> bins = value.list();
    if (bins.size() != 2) {
      throw new IllegalArgumentException(change + " needs [first bin, last bin]");
    }
    return new int[] {bins.get(0).whole(), bins.get(1).whole()};
  }

  private static BinningEdit.Change effect(JsonObject json) {
    int bin = json.whole("bin");
    double effect = json.number("value");
    json.finish();
    return new BinningEdit.Effect(bin, effect);
  }

  private static BinningEdit.Change groups(JsonValue value) {
    List<List<String>> groups = new ArrayList<>();
    value.list().forEach(group -> groups.add(group.texts()));
    return new BinningEdit.Groups(groups);
  }

  private static BinningEdit.Change woe(JsonObject json) {
    int bin = json.whole("bin");
    double woe = json.number("value");
    json.finish();
    return new BinningEdit.Woe(bin, woe);
  }

  private static List<Double> numbers(JsonValue value) {
    return Arrays.stream(value.numbers()).boxed().toList();
  }

  /** Writes changes as a list under a key. */
  public static void write(JsonText out, String key, List<BinningEdit> edits) {
    out.beginList(key);
    for (BinningEdit edit : edits) {
      out.beginObject().put("feature", edit.feature());
      write(out, edit.change());
      out.put("by", edit.by()).put("why", edit.why()).endObject();
    }
    out.endList();
  }

  private static void write(JsonText out, BinningEdit.Change change) {
    if (change instanceof BinningEdit.Merge merge) {
      out.put("merge", new int[] {merge.first(), merge.last()});
    } else if (change instanceof BinningEdit.SplitAt split) {
      out.put("splitAt", split.at());
    } else if (change instanceof BinningEdit.Cuts cuts) {
      out.put("cuts", array(cuts.cuts()));
    } else if (change instanceof BinningEdit.Fix fix) {
      out.put("fix", array(fix.cuts()));
    } else if (change instanceof BinningEdit.Groups groups) {
      out.putLists("groups", groups.groups());
    } else if (change instanceof BinningEdit.Woe woe) {
      out.beginObject("woe").put("bin", woe.bin()).put("value", woe.woe()).endObject();
    } else if (change instanceof BinningEdit.Smooth smooth) {
      out.put("smooth", new int[] {smooth.first(), smooth.last()});
    } else if (change instanceof BinningEdit.Effect effect) {
      out.beginObject("effect").put("bin", effect.bin()).put("value", effect.effect());
      out.endObject();
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
