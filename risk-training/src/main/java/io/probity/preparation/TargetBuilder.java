package io.probity.preparation;

import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.table.CsvMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells good from bad loans by a monthly panel: a CSV of one record a loan and month with the columns
 * {@link PanelMonth#COLUMNS}, of which status (default ACTIVE) and balance may be left out. The order
 * of the records does not matter. Immutable.
 *
 * @param definition which loans are bad
 * @param mode what happens to a loan with a broken record
 * @param separator between the fields
 */
public record TargetBuilder(DefaultDefinition definition, CsvMode mode, char separator) {

  private static final int RECORDS_A_TELLING = 4_096;
  private static final Map<String, Integer> POSITIONS =
      RecordCells.positions(PanelMonth.COLUMNS.subList(1, PanelMonth.COLUMNS.size()));
  private static final String HEADER = "application_id,outcome,target\n";

  /** Returns a strict builder for comma-separated panels. */
  public static TargetBuilder of(DefaultDefinition definition) {
    return new TargetBuilder(definition, CsvMode.STRICT, ',');
  }

  /**
   * Reads a panel.
   *
   * @param panel the panel
   * @param out where application_id, outcome and target go, in the order in which the loans first
   *     appear in the panel
   * @param progress told how many bytes are done, where every byte is worked on twice
   * @throws InvalidInputException if the panel breaks a rule, or more loans than allowed do
   */
  public TargetResult build(Path panel, Path out, WorkProgress progress) throws IOException {
    return build(panel, out, progress, SpillFiles.Opener.DISK);
  }

  TargetResult build(Path panel, Path out, WorkProgress progress, SpillFiles.Opener opener)
      throws IOException {
    long bytes = Files.size(panel);
    Path near = out.toAbsolutePath().getParent();
    try (WholeFile whole = WholeFile.create(out);
        BrokenRecords broken = BrokenRecords.open(mode);
        SpillFiles spill =
            SpillFiles.create(near == null ? out.toAbsolutePath() : near, bytes, opener);
        OrderedParts lines = new OrderedParts(spill, opener)) {
      Tally tally = new Tally();
      spill(panel, spill, tally, progress);
      whole.stream().write(HEADER.getBytes(StandardCharsets.UTF_8));
      for (int part = 0; part < spill.parts(); part++) {
        SpilledRecords records =
            new SpilledRecords(spill.read(part), PanelMonth.COLUMNS.size() - 1);
        part(records, lines, broken, tally);
        lines.nextPart();
        progress.done(bytes + bytes * (part + 1) / spill.parts(), 2 * bytes);
      }
      lines.mergeTo(whole.stream());
      broken.finish(tally.loans());
      whole.commit();
      return tally.result(definition, broken.count());
    }
  }

  private void spill(Path panel, SpillFiles spill, Tally tally, WorkProgress progress)
      throws IOException {
    long total = Files.size(panel);
    long done = 0;
    try (RecordReader records =
        RecordReader.open(panel, separator, PanelMonth.REQUIRED, PanelMonth.COLUMNS)) {
      tally.name = records.name();
      tally.ignored = records.ignoredColumns();
      while (records.advance()) {
        String key = records.key();
        String[] cells = records.cells();
        spill.add(0, records.line(), key, cells);
        done += key.length() + 1;
        for (String cell : cells) {
          done += cell.length() + 1;
        }
        if (++tally.records % RECORDS_A_TELLING == 0) {
          progress.done(StrictMath.min(done, total), 2 * total);
        }
      }
    }
    if (tally.records == 0) {
      throw new InvalidInputException(new Violation(
          tally.name, "the panel holds no record", "", "add records below the header"));
    }
  }

  private void part(SpilledRecords records, OrderedParts lines, BrokenRecords broken, Tally tally)
      throws IOException {
    record Line(long place, String text) {}
    List<Line> done = new ArrayList<>();
    for (String id : records.keys()) {
      List<SpilledRecords.Spilled> own = records.of(id);
      Violations violations = new Violations();
      List<PanelLoan.Placed> months = new ArrayList<>();
      for (SpilledRecords.Spilled record : own) {
        PanelLoan.Placed month = month(record, tally.name, violations);
        if (month != null) {
          months.add(month);
        }
      }
      PanelLoan loan = PanelLoan.of(id, tally.name, months, violations);
      if (!violations.isEmpty()) {
        broken.add(id, violations.list());
        continue;
      }
      LoanOutcome outcome = definition.classify(loan.months());
      tally.add(loan, outcome, definition);
      done.add(new Line(own.get(0).line(), quoted(id) + "," + outcome + "," + outcome.target()));
    }
    done.sort(Comparator.comparingLong(Line::place));
    for (Line line : done) {
      lines.add(line.place(), (line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String quoted(String id) {
    boolean isPlain = id.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? id : "\"" + id.replace("\"", "\"\"") + "\"";
  }

  private static PanelLoan.@Nullable Placed month(
      SpilledRecords.Spilled record, String name, Violations violations) {
    RecordCells cells = new RecordCells(name, record.line(), POSITIONS, record.cells(), violations);
    PanelStatus status = cells.choice("status", PanelStatus.class, PanelStatus.ACTIVE);
    Integer daysPastDue = cells.whole("days_past_due");
    if (daysPastDue == null && !status.isFinal()) {
      cells.violation(
          "days_past_due",
          "must be given",
          "leave the month out if it is not known: a gap is unknown");
    }
    YearMonth month = cells.givenMonth("month");
    int monthsOnBook = cells.givenWhole("months_on_book");
    BigDecimal balance = cells.amount("balance");
    if (cells.broken()) {
      return null;
    }
    try {
      int days = daysPastDue == null ? 0 : daysPastDue;
      return new PanelLoan.Placed(
          record.line(), new PanelMonth(month, monthsOnBook, days, balance, status));
    } catch (IllegalArgumentException refused) {
      cells.refused(refused);
      return null;
    }
  }

  /** Counts while the panel is read. */
  private static final class Tally {

    private final Map<LoanOutcome, Long> outcomes = new EnumMap<>(LoanOutcome.class);
    private final Map<YearMonth, Cohort.Builder> cohorts = new TreeMap<>();
    private final RollRates rollRates = new RollRates();
    private String name = "";
    private List<String> ignored = List.of();
    private YearMonth end = YearMonth.of(1, 1);
    private long records;
    private long loansWithGaps;

    void add(PanelLoan loan, LoanOutcome outcome, DefaultDefinition definition) {
      outcomes.merge(outcome, 1L, Long::sum);
      rollRates.add(loan.months());
      loansWithGaps += loan.gaps() > 0 ? 1 : 0;
      PanelMonth last = loan.months().get(loan.months().size() - 1);
      end = end.isBefore(last.month()) ? last.month() : end;
      cohorts.computeIfAbsent(last.cohort(), Cohort.Builder::new).add(loan.months(), definition);
    }

    long loans() {
      return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    TargetResult result(DefaultDefinition definition, long rejected) {
      return new TargetResult(
          definition,
          outcomes,
          records,
          loansWithGaps,
          rejected,
          cohorts.values().stream().map(cohort -> cohort.build(end)).toList(),
          rollRates,
          ignored);
    }
  }
}
