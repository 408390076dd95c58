package io.probity.training.tribuo;

import com.oracle.labs.mlrg.olcut.config.Configurable;
import com.oracle.labs.mlrg.olcut.config.ConfigurationData;
import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.config.property.Property;
import com.oracle.labs.mlrg.olcut.config.property.SimpleProperty;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/**
 * A configurable part of Tribuo by name and parameters, such as {@code
 * org.tribuo.classification.sgd.linear.LogisticRegressionTrainer} with {@code epochs} 10. The names of
 * the parameters are those of Tribuo's configuration system.
 *
 * @param type the full name of the class
 * @param parameters parameters that are numbers, texts or flags, by name
 * @param parts parameters that are parts themselves, by name, such as the {@code innerTrainer} of a
 *     random forest
 */
public record TribuoComponent(
    String type, Map<String, String> parameters, Map<String, TribuoComponent> parts) {

  /** Copies the maps. */
  public TribuoComponent {
    parameters = copy(parameters);
    parts = copy(parts);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns a part without parts of its own. */
  public static TribuoComponent of(String type, Map<String, String> parameters) {
    return new TribuoComponent(type, parameters, Map.of());
  }

  /**
   * Makes the trainer that this names.
   *
   * @throws InvalidInputException if there is no such class, it is no trainer, or it refuses its
   *     parameters
   */
  Trainer<Label> newTrainer() {
    requireType(Trainer.class);
    parts.values().forEach(part -> part.requireTypes());
    List<ConfigurationData> all = new ArrayList<>();
    describe("trainer", all);
    try {
      ConfigurationManager manager = new ConfigurationManager();
      manager.addConfiguration(all);
      @SuppressWarnings("unchecked") // a trainer of other outputs fails on the first label
      Trainer<Label> trainer = (Trainer<Label>) manager.lookup("trainer");
      return trainer;
    } catch (PropertyException | IllegalArgumentException refused) {
      throw refused("the trainer must accept its parameters", String.valueOf(refused.getMessage()));
    }
  }

  private void requireTypes() {
    requireType(Configurable.class);
    parts.values().forEach(part -> part.requireTypes());
  }

  private void requireType(Class<?> wanted) {
    Class<?> found;
    try {
      found = Class.forName(type, false, TribuoComponent.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError missing) {
      throw refused("there must be such a class on the class path", missing.toString());
    }
    if (!wanted.isAssignableFrom(found)) {
      throw refused("it must be a " + wanted.getName(), type);
    }
  }

  private void describe(String name, List<ConfigurationData> all) {
    Map<String, Property> properties = new HashMap<>();
    parameters.forEach((key, value) -> properties.put(key, new SimpleProperty(value)));
    parts.forEach((key, part) -> {
      String partName = name + "-" + key;
      part.describe(partName, all);
      properties.put(key, new SimpleProperty(partName));
    });
    all.add(new ConfigurationData(name, type, properties));
  }

  private InvalidInputException refused(String rule, String received) {
    return new InvalidInputException(new Violation(
        "Tribuo's " + type,
        rule,
        received,
        "see the @Config fields in the documentation of Tribuo"));
  }
}
