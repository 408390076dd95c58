package io.probity.training.tribuo;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.model.Predictor;
import io.probity.model.PredictorFormat;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * How Tribuo's models are stored: how cells become examples as JSON, then Tribuo's own protobuf. Tribuo
 * makes the classes that the protobuf names, so that a file of an unknown origin should not be read.
 */
public final class TribuoFormat implements PredictorFormat {

  private static final String JSON = "predictor/tribuo.json";
  private static final String MODEL = "predictor/tribuo.pb";

  /** Made by {@link java.util.ServiceLoader}. */
  public TribuoFormat() {}

  @Override
  public String family() {
    return TribuoModel.FAMILY;
  }

  @Override
  public List<String> entryNames() {
    return List.of(JSON, MODEL);
  }

  @Override
  public Map<String, byte[]> write(Predictor predictor) {
    if (!(predictor instanceof TribuoModel model)) {
      throw new IllegalArgumentException("not a model of Tribuo's: " + predictor.family());
    }
    JsonText out = JsonText.pretty().beginObject().put("features", model.features());
    out.put("means", model.data().means()).put("deviations", model.data().deviations());
    out.put("typical", model.typical()).put("binary", MODEL).endObject();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      model.model().serializeToStream(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(JSON, out.toBytes());
    entries.put(MODEL, bytes.toByteArray());
    return entries;
  }

  @Override
  public Predictor read(Entries entries, Schema schema) {
    JsonObject json = entries.json(JSON);
    List<Field> fields = new ArrayList<>();
    for (String feature : json.value("features").texts()) {
      fields.add(json.build(() -> schema.field(feature)));
    }
    double[] means = json.numbers("means");
    double[] deviations = json.numbers("deviations");
    double[] typical = json.numbers("typical");
    if (!json.text("binary").equals(MODEL)) {
      json.violation("the model must stand in " + MODEL, json.text("binary"), "");
    }
    json.finish();
    Model<Label> model = model(entries.bytes(MODEL));
    return json.build(
        () -> TribuoModel.of(TribuoData.of(fields, means, deviations), typical, model));
  }

  private static Model<Label> model(byte[] bytes) {
    try {
      Model<?> model = Model.deserializeFromStream(new ByteArrayInputStream(bytes));
      if (!model.validate(Label.class)) {
        throw new IllegalArgumentException(MODEL + " must classify by labels");
      }
      return model.castModel(Label.class);
    } catch (IOException | IllegalStateException | ClassCastException broken) {
      throw new IllegalArgumentException(
          MODEL + " must be a model of Tribuo's, not " + broken.getMessage(), broken);
    }
  }
}
