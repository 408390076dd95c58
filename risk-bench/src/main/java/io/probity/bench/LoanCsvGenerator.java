package io.probity.bench;

import io.probity.metrics.SplitMix64;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.Target;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes made-up loans as a CSV of any length: the outcome, 20 numbers and 5 categories, about 180
 * bytes a record. About one in eight is bad. Some values are missing, some are the code of a bureau
 * without a record.
 *
 * <p>A record follows from the seed and its number alone. A command writes a file and the data
 * dictionary beside it; run it from the root of the checkout: {@code mvn -q -pl risk-bench exec:java
 * -Dexec.mainClass=io.probity.bench.LoanCsvGenerator -Dexec.args="1000000 loans.csv 1"} with rows, file
 * and seed.
 */
public final class LoanCsvGenerator {

  private static final String TARGET = "bad";
  private static final String NO_HIT = "-999";
  private static final int MOST_BYTES = 512; // of a record
  private static final double BASE_LOG_ODDS = -2.9;

  private static final List<String> NUMBERS = List.of(
      "age",
      "income",
      "loan_amount",
      "term_months",
      "rate",
      "dsti",
      "utilisation",
      "revolving_balance",
      "credit_limit",
      "open_tradelines",
      "inquiries_6m",
      "months_since_delinquency",
      "oldest_tradeline_months",
      "employment_months",
      "savings",
      "bureau_score",
      "income_variation",
      "payment_ratio",
      "balance_trend",
      "distance_km");
  private static final List<List<String>> LEVELS = List.of(
      List.of("debt_consolidation", "car", "home_improvement", "medical", "education", "other"),
      List.of("rent", "own", "mortgage", "family"),
      List.of("salaried", "self_employed", "public_service", "retired", "student", "unemployed"),
      List.of("branch", "online", "partner"),
      List.of(
          "north", "south", "east", "west", "centre", "islands", "abroad", "capital", "border",
          "coast"));
  private static final List<String> CATEGORIES =
      List.of("purpose", "housing", "employment", "channel", "region");

  private final long seed;
  private final byte[] record = new byte[MOST_BYTES];
  private final byte[][][] levels;
  private int length;

  /** Creates a generator. */
  public LoanCsvGenerator(long seed) {
    this.seed = seed;
    this.levels = new byte[LEVELS.size()][][];
    for (int i = 0; i < levels.length; i++) {
      List<String> names = LEVELS.get(i);
      levels[i] = new byte[names.size()][];
      for (int level = 0; level < names.size(); level++) {
        levels[i][level] = names.get(level).getBytes(StandardCharsets.US_ASCII);
      }
    }
  }

  /** Writes a file and its schema: {@code rows file seed}. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    new LoanCsvGenerator(Long.parseLong(args[2])).write(file, Long.parseLong(args[0]));
    Files.writeString(file.resolveSibling("schema.json"), schema().toJson());
  }

  /** Returns the data dictionary of the records. */
  public static Schema schema() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(TARGET, FieldKind.NUMBER, FieldRole.TARGET));
    for (String name : NUMBERS) {
      Field field = Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE);
      fields.add(
          name.equals("bureau_score")
              ? field.withRules(field
                  .rules()
                  .withSpecials(List.of(new SpecialCode(0, "NO_HIT", List.of(NO_HIT)))))
              : field);
    }
    for (int i = 0; i < CATEGORIES.size(); i++) {
      Field field = Field.of(CATEGORIES.get(i), FieldKind.CATEGORY, FieldRole.FEATURE);
      fields.add(field);
    }
    return Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields);
  }

  /** Writes a file of so many records below a header. */
  public void write(Path file, long rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      String header = TARGET + "," + String.join(",", NUMBERS) + "," + String.join(",", CATEGORIES);
      out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
      for (long row = 0; row < rows; row++) {
        fill(row);
        out.write(record, 0, length);
      }
    }
  }

  private void fill(long row) {
    SplitMix64 random = SplitMix64.ofStream(seed, row);
    double strain = normal(random); // what drives risk and shows in many columns
    double wealth = normal(random);
    double utilisation = 1 / (1 + StrictMath.exp(-(0.8 * strain + 0.9 * normal(random))));
    double dsti =
        0.05 + 0.5 / (1 + StrictMath.exp(-(0.6 * strain - 0.3 * wealth + normal(random))));
    int inquiries = (int) (4 * random.nextDouble() * random.nextDouble() * (1 + utilisation));
    int purpose = random.nextInt(6);
    int employment = (int) (6 * random.nextDouble() * random.nextDouble());
    double logOdds = BASE_LOG_ODDS
        + 0.9 * strain
        - 0.4 * wealth
        + 1.2 * (utilisation - 0.5)
        + 0.25 * inquiries
        + 0.15 * employment
        + (purpose == 3 ? 0.4 : 0.0);
    boolean bad = random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds));
    length = 0;
    record[length++] = (byte) (bad ? '1' : '0');
    whole(18 + (long) (55 * random.nextDouble()), 1.0, random);
    fixed(1_200 * StrictMath.exp(0.5 * wealth + 0.3 * normal(random)), 2, 0.95, random);
    whole(500 + 500 * (long) (60 * random.nextDouble()), 1.0, random);
    whole(6L * (1 + random.nextInt(10)), 1.0, random);
    fixed(4 + 20 * random.nextDouble(), 2, 1.0, random);
    fixed(dsti, 4, 0.95, random);
    fixed(utilisation, 9, 0.95, random);
    fixed(8_000 * utilisation * random.nextDouble(), 2, 1.0, random);
    whole(100 * (long) (200 * random.nextDouble()), 1.0, random);
    whole(random.nextInt(20), 1.0, random);
    whole(inquiries, 1.0, random);
    whole((long) (120 * random.nextDouble() / (1.2 + Math.max(-1, strain))), 0.6, random);
    whole((long) (360 * random.nextDouble()), 0.95, random);
    whole((long) (300 * random.nextDouble() * random.nextDouble()), 0.95, random);
    fixed(5_000 * StrictMath.exp(wealth - 0.3 * strain), 2, 0.9, random);
    bureauScore(650 - 45 * strain + 40 * normal(random), random);
    fixed(Math.abs(0.2 * strain + 0.3 * normal(random)), 12, 1.0, random);
    fixed(0.5 + 0.2 * normal(random), 16, 1.0, random);
    fixed(normal(random), 6, 1.0, random);
    fixed(50 * random.nextDouble() * random.nextDouble(), 1, 1.0, random);
    level(0, purpose);
    level(1, random.nextInt(4));
    level(2, employment);
    level(3, random.nextInt(3));
    level(4, (int) (10 * Math.sqrt(random.nextDouble())));
    record[length++] = '\n';
  }

  private void bureauScore(double score, SplitMix64 random) {
    if (random.nextDouble() < 0.08) {
      record[length++] = ',';
      for (byte b : NO_HIT.getBytes(StandardCharsets.US_ASCII)) {
        record[length++] = b;
      }
    } else {
      whole(Math.round(Math.max(300, Math.min(900, score))), 1.0, random);
    }
  }

  private void level(int category, int level) {
    byte[] name = levels[category][level];
    record[length++] = ',';
    System.arraycopy(name, 0, record, length, name.length);
    length += name.length;
  }

  private void whole(long value, double shareKnown, SplitMix64 random) {
    record[length++] = ',';
    if (random.nextDouble() < shareKnown) {
      digits(value, 0);
    }
  }

  /** Writes a number with so many decimals. */
  private void fixed(double value, int decimals, double shareKnown, SplitMix64 random) {
    record[length++] = ',';
    if (random.nextDouble() < shareKnown) {
      long scale = 1;
      for (int i = 0; i < decimals; i++) {
        scale *= 10;
      }
      long scaled = Math.round(Math.abs(value) * scale);
      if (value < 0 && scaled > 0) {
        record[length++] = '-';
      }
      digits(scaled / scale, 0);
      record[length++] = '.';
      digits(scaled % scale, decimals);
    }
  }

  /** Writes a whole number with at least so many digits. */
  private void digits(long value, int least) {
    int count = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      count++;
    }
    count = Math.max(count, least);
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      record[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  /** Returns about a standard normal number: the sum of twelve uniform ones, less six. */
  private static double normal(SplitMix64 random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
