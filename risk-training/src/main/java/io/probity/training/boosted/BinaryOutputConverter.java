package io.probity.training.boosted;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;

/** Turns the single probability of {@code binary:logistic} into Tribuo's scores of two labels. */
public final class BinaryOutputConverter implements XGBoostOutputConverter<Label> {

  private static final long serialVersionUID = 1L;
  private static final int VERSION = 0;

  private final String badLabel;

  BinaryOutputConverter(String badLabel) {
    this.badLabel = badLabel;
  }

  /** Reads a converter, as Tribuo does when it reads a model. */
  public static BinaryOutputConverter deserializeFromProto(
      int version, String className, Any message) throws InvalidProtocolBufferException {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "the converter must have version " + VERSION + ", not " + version);
    }
    return new BinaryOutputConverter(message.unpack(StringValue.class).getValue());
  }

  @Override
  public XGBoostOutputConverterProto serialize() {
    return XGBoostOutputConverterProto.newBuilder()
        .setVersion(VERSION)
        .setClassName(BinaryOutputConverter.class.getName())
        .setSerializedData(Any.pack(StringValue.of(badLabel)))
        .build();
  }

  @Override
  public boolean generatesProbabilities() {
    return true;
  }

  @Override
  public Class<Label> getTypeWitness() {
    return Label.class;
  }

  @Override
  public Prediction<Label> convertOutput(
      ImmutableOutputInfo<Label> labels,
      List<float[]> probabilities,
      int features,
      Example<Label> example) {
    return prediction(labels, probabilities.get(0)[0], features, example);
  }

  @Override
  public List<Prediction<Label>> convertBatchOutput(
      ImmutableOutputInfo<Label> labels,
      List<float[][]> probabilities,
      int[] features,
      Example<Label>[] examples) {
    List<Prediction<Label>> predictions = new ArrayList<>();
    for (int i = 0; i < examples.length; i++) {
      predictions.add(prediction(labels, probabilities.get(0)[i][0], features[i], examples[i]));
    }
    return predictions;
  }

  private Prediction<Label> prediction(
      ImmutableOutputInfo<Label> labels, float pd, int features, Example<Label> example) {
    Map<String, Label> scores = new LinkedHashMap<>();
    Label likeliest = null;
    for (Label label : labels.getDomain()) {
      boolean bad = label.getLabel().equals(badLabel);
      Label scored = new Label(label.getLabel(), bad ? pd : 1.0 - pd);
      scores.put(scored.getLabel(), scored);
      if (likeliest == null || scored.getScore() > likeliest.getScore()) {
        likeliest = scored;
      }
    }
    return new Prediction<>(likeliest, scores, features, example, true);
  }
}
