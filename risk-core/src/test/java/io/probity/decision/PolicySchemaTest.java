package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema for editors and the parser know the same keys. */
class PolicySchemaTest {

  private static final Path SCHEMA = Path.of("../docs/policy.schema.json");
  private static final Path EVERY_KEY = Path.of("src/test/resources/policies/every-key.json");
  private static final Path READY = Path.of("../datasets/policies");
  private static final String UNKNOWN = "zzzzzzzzzzzzzzzz";

  private final JsonObject schema = json(read(SCHEMA));
  private final JsonObject definitions = schema.object("$defs");
  private final Map<String, Set<String>> seenKeys = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static JsonObject json(String text) {
    return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), "policy.json", JsonLimits.FILE);
  }

  /** A small part of JSON Schema: what the schema of policies uses. */
  private void validate(JsonValue value, JsonObject node, String name) {
    if (node.has("$ref")) {
      String target = node.text("$ref").substring("#/$defs/".length());
      validate(value, definitions.object(target), target);
      return;
    }
    if (node.has("enum")) {
      boolean member = node.value("enum").list().stream()
          .anyMatch(each -> each.received().equals(value.received()));
      check(member, value, "must be one of the enum");
    }
    if (node.has("type")) {
      List<String> types = node.value("type").isText()
          ? List.of(node.text("type"))
          : node.value("type").texts();
      check(types.stream().anyMatch(type -> isOf(value, type)), value, "must be of " + types);
    }
    if (value.isList() && node.has("items")) {
      value.list().forEach(each -> validate(each, node.object("items"), name + "[]"));
    }
    if (value.isObject() && isObjectType(node)) {
      validateObject(value.object(), node, name);
    }
  }

  private void validateObject(JsonObject object, JsonObject node, String name) {
    Optional<JsonObject> properties = node.optionalObject("properties");
    if (properties.isEmpty()) {
      for (String key : object.keys()) {
        validate(object.value(key), node.object("additionalProperties"), name + ".*");
      }
      return;
    }
    seenKeys.computeIfAbsent(name, key -> new TreeSet<>());
    for (String key : object.keys()) {
      if (properties.get().has(key)) {
        seenKeys.get(name).add(key);
        validate(object.value(key), properties.get().object(key), name + "." + key);
      } else {
        violations.add(object.place() + ": unknown " + key);
      }
    }
    for (String key : node.optionalTexts("required")) {
      if (!object.has(key)) {
        violations.add(object.place() + ": missing " + key);
      }
    }
  }

  private static boolean isObjectType(JsonObject node) {
    return node.has("type") && node.value("type").isText() && node.text("type").equals("object");
  }

  private void check(boolean holds, JsonValue value, String rule) {
    if (!holds) {
      violations.add(value.place() + ": " + rule);
    }
  }

  private static boolean isOf(JsonValue value, String type) {
    return switch (type) {
      case "string" -> value.isText();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && value.number() == Math.rint(value.number());
      case "boolean" -> value.isFlag();
      case "array" -> value.isList();
      case "object" -> value.isObject();
      default -> value.isNull();
    };
  }

  /** Collects the properties of each object of the schema by the name that validate gives it. */
  private void properties(JsonObject node, String name, Map<String, Set<String>> into) {
    if (node.has("$ref")) {
      return;
    }
    node.optionalObject("properties").ifPresent(properties -> {
      into.put(name, new TreeSet<>(properties.keys()));
      properties.keys().forEach(key -> properties(properties.object(key), name + "." + key, into));
    });
    node.optionalObject("items").ifPresent(items -> properties(items, name + "[]", into));
    if (node.has("additionalProperties") && node.value("additionalProperties").isObject()) {
      properties(node.object("additionalProperties"), name + ".*", into);
    }
  }

  private Map<String, Set<String>> properties() {
    Map<String, Set<String>> all = new TreeMap<>();
    properties(schema, "policy", all);
    definitions.keys().forEach(name -> properties(definitions.object(name), name, all));
    return all;
  }

  private void validate(String policy) {
    JsonObject wrapped = json("{\"policy\":" + policy + "}");
    validate(wrapped.value("policy"), schema, "policy");
  }

  @Test
  void schema_everyKey_isKnownToTheParser() {
    String everyKey = read(EVERY_KEY);

    TestPolicies.policy(everyKey); // loads: the parser knows every key in it
    validate(everyKey);

    assertThat(violations).isEmpty();
    assertThat(seenKeys).isEqualTo(properties());
  }

  @Test
  void parser_everyKey_isInTheSchema() {
    String everyKey = read(EVERY_KEY);
    Set<Set<String>> inSchema = Set.copyOf(properties().values());
    Matcher objects = Pattern.compile("\\{\\s*\"(?!en\"|A\"|a\"|RESIDUAL|x\")").matcher(everyKey);
    int checked = 0;
    while (objects.find()) {
      String broken = everyKey.substring(0, objects.start() + 1)
          + "\"" + UNKNOWN + "\":1,"
          + everyKey.substring(objects.start() + 1);
      String message = messageOf(broken);
      if (message.contains("specials")
          || message.contains(".when")
          || message.contains("repaymentVerifiedWhen")) {
        continue; // a special code belongs to the schema of data; a condition has one form a test
      }
      assertThat(message).contains("unknown key \"" + UNKNOWN + "\"").contains("known: ");
      String known = message.substring(message.indexOf("known: ") + "known: ".length());
      assertThat(inSchema).as(message).contains(new TreeSet<>(Arrays.asList(known.split(", "))));
      checked++;
    }
    assertThat(checked).isGreaterThan(30);
  }

  private static String messageOf(String policy) {
    try {
      TestPolicies.policy(policy);
      return "no message";
    } catch (InvalidInputException invalid) {
      return String.valueOf(invalid.getMessage());
    }
  }

  @Test
  void readyPolicies_areValidAndLoad() throws IOException {
    try (Stream<Path> files = Files.list(READY)) {
      List<Path> policies =
          files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(policies).hasSizeGreaterThanOrEqualTo(6);
      for (Path policy : policies) {
        validate(read(policy));
        CreditPolicy.load(policy);
      }
    }
    assertThat(violations).isEmpty();
  }
}
