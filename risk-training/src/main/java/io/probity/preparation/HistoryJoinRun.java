package io.probity.preparation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.application.LoanApplication;
import io.probity.file.WholeFile;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run of a {@link HistoryJoin}: parts all files by application, then works part by part. */
final class HistoryJoinRun {

  private static final List<HistoryFile> KINDS = List.of(HistoryFile.values());
  private static final int APPLICATIONS = KINDS.indexOf(HistoryFile.APPLICATIONS);
  private static final int TARGETS = KINDS.size();
  private static final int TARGET_CELL = 2; // after the id and the day
  private static final int RECORDS_A_TELLING = 4_096;

  private final HistoryJoin join;
  private final ApplicationFeatures features;
  private final WorkProgress progress;
  private final SpillFiles.Opener opener;
  private final List<List<String>> columns = new ArrayList<>();
  private final List<Map<String, Integer>> positions = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, UnknownIds> unknown = new TreeMap<>();
  private final Map<String, List<String>> ignored = new LinkedHashMap<>();
  private final String[] names = new String[KINDS.size() + 1];
  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
  private long totalBytes;
  private long readBytes;
  private long written;
  private long unlabelled;

  HistoryJoinRun(
      HistoryJoin join,
      ApplicationFeatures features,
      WorkProgress progress,
      SpillFiles.Opener opener) {
    this.join = join;
    this.features = features;
    this.progress = progress;
    this.opener = opener;
    for (HistoryFile kind : KINDS) {
      List<String> known = new ArrayList<>(kind.columns());
      if (kind == HistoryFile.APPLICATIONS) {
        join.passThrough().stream().filter(name -> !known.contains(name)).forEach(known::add);
      }
      columns.add(List.copyOf(known));
    }
    columns.add(List.of("application_id", HistoryJoin.TARGET));
    for (List<String> known : columns) {
      positions.add(RecordCells.positions(known.subList(1, known.size())));
    }
  }

  JoinResult run(Path out) throws IOException {
    for (Path file : join.files().values()) {
      totalBytes += Files.size(file);
    }
    Path near = out.toAbsolutePath().getParent();
    try (WholeFile whole = WholeFile.create(out);
        BrokenRecords broken = BrokenRecords.open(join.mode());
        SpillFiles spill =
            SpillFiles.create(near == null ? out.toAbsolutePath() : near, totalBytes, opener);
        OrderedParts lines = new OrderedParts(spill, opener)) {
      whole.stream().write(header().getBytes(StandardCharsets.UTF_8));
      spillAll(spill);
      for (int part = 0; part < spill.parts(); part++) {
        part(new SpilledRecords(spill.read(part), cellCounts()), lines, broken);
        lines.nextPart();
        progress.done(totalBytes + totalBytes * (part + 1) / spill.parts(), 2 * totalBytes);
      }
      lines.mergeTo(whole.stream());
      broken.finish(written + unlabelled);
      whole.commit();
      return new JoinResult(written, broken.count(), unlabelled, counts, unknown, ignored);
    }
  }

  private String header() throws IOException {
    List<String> names = new ArrayList<>(List.of("application_id", "as_of"));
    if (join.targets() != null) {
      names.add(HistoryJoin.TARGET);
    }
    names.addAll(join.passThrough());
    names.addAll(features.names());
    return line(names);
  }

  private String line(List<String> cells) throws IOException {
    text.getBuffer().setLength(0);
    writer.writeRecord(cells);
    writer.flush();
    return text.toString();
  }

  private int[] cellCounts() {
    return columns.stream().mapToInt(known -> known.size() - 1).toArray();
  }

  private void spillAll(SpillFiles spill) throws IOException {
    for (HistoryFile kind : KINDS) {
      Path file = join.files().get(kind);
      if (file != null) {
        List<String> required = new ArrayList<>(kind.required());
        if (kind == HistoryFile.APPLICATIONS) {
          required.addAll(join.passThrough());
        }
        spill(KINDS.indexOf(kind), file, required, spill);
      }
    }
    Path targets = join.targets();
    if (targets != null) {
      spill(TARGETS, targets, columns.get(TARGETS), spill);
    }
  }

  private void spill(int kind, Path file, List<String> required, SpillFiles spill)
      throws IOException {
    try (RecordReader records =
        RecordReader.open(file, join.separator(), required, columns.get(kind))) {
      names[kind] = records.name();
      if (!records.ignoredColumns().isEmpty() && kind != TARGETS) {
        ignored.put(records.name(), records.ignoredColumns());
      }
      long count = 0;
      while (records.advance()) {
        String key = records.key();
        String[] cells = records.cells();
        spill.add(kind, records.line(), key, cells);
        tell(++count, key, cells);
      }
      counts.put(records.name(), count);
      if (kind == APPLICATIONS && count == 0) {
        throw new InvalidInputException(new Violation(
            records.name(), "the file holds no application", "", "add records below the header"));
      }
    }
  }

  private void tell(long count, String key, String[] cells) {
    readBytes += key.length() + 1;
    for (String cell : cells) {
      readBytes += cell.length() + 1;
    }
    if (count % RECORDS_A_TELLING == 0) {
      progress.done(StrictMath.min(readBytes, totalBytes), 2 * totalBytes);
    }
  }

  private void part(SpilledRecords records, OrderedParts lines, BrokenRecords broken)
      throws IOException {
    record Line(long place, String text) {}
    List<Line> done = new ArrayList<>();
    for (String id : records.keys()) {
      List<SpilledRecords.Spilled> own = records.of(id);
      SpilledRecords.Spilled first = own.get(0);
      if (first.kind() != APPLICATIONS) {
        own.forEach(record -> unknown(id, record));
        continue;
      }
      Violations violations = new Violations();
      List<String> cells = cells(id, own, violations);
      if (violations.isEmpty() && lacksTarget(cells)) {
        unlabelled++;
      } else if (violations.isEmpty()) {
        done.add(new Line(first.line(), line(cells)));
      } else {
        broken.add(id, violations.list());
      }
    }
    done.sort(Comparator.comparingLong(Line::place));
    for (Line line : done) {
      lines.add(line.place(), line.text().getBytes(StandardCharsets.UTF_8));
    }
    written += done.size();
  }

  private boolean lacksTarget(List<String> cells) {
    return join.labelledOnly() && cells.get(TARGET_CELL).isEmpty();
  }

  private void unknown(String id, SpilledRecords.Spilled record) {
    String name = names[record.kind()];
    UnknownIds one = new UnknownIds(1, name + ":" + record.line(), id);
    unknown.merge(name, one, HistoryJoinRun::both);
  }

  private static UnknownIds both(UnknownIds a, UnknownIds b) {
    UnknownIds first = lineOf(a) <= lineOf(b) ? a : b;
    return new UnknownIds(a.records() + b.records(), first.firstPlace(), first.firstId());
  }

  private static long lineOf(UnknownIds unknown) {
    String place = unknown.firstPlace();
    return Long.parseLong(place.substring(place.lastIndexOf(':') + 1));
  }

  /** Returns the cells of an application's line; they mean nothing if there are violations. */
  private List<String> cells(String id, List<SpilledRecords.Spilled> own, Violations violations) {
    ApplicationAssembly assembly = new ApplicationAssembly(id, join.economy(), violations);
    RecordCells application = cells(own.get(0), violations);
    String target = null;
    for (SpilledRecords.Spilled record : own.subList(1, own.size())) {
      RecordCells cells = cells(record, violations);
      if (record.kind() == TARGETS) {
        if (target != null) {
          cells.violation(HistoryJoin.TARGET, "the application has two targets", "remove one");
        }
        target = target(cells);
      } else if (record.kind() == APPLICATIONS) {
        violations.add(
            cells.place(""), "an application of this id stands above", id, "remove one of them");
      } else {
        add(assembly, KINDS.get(record.kind()), cells);
      }
    }
    LoanApplication built = assembly.build(application);
    return built == null ? List.of() : cells(built, application, target, violations);
  }

  private static void add(ApplicationAssembly assembly, HistoryFile kind, RecordCells cells) {
    switch (kind) {
      case INCOMES -> assembly.income(cells);
      case TRADELINES -> assembly.tradeline(cells);
      case PAYMENTS -> assembly.month(cells);
      case INQUIRIES -> assembly.inquiry(cells);
      case APPLICATIONS -> throw new IllegalStateException("an application is built, not added");
    }
  }

  private static String target(RecordCells cells) {
    String target = cells.text(HistoryJoin.TARGET);
    if (target != null && !target.equals("0") && !target.equals("1")) {
      cells.violation(HistoryJoin.TARGET, "a target must be 1 for bad, 0 for good, or empty", "");
    }
    return target == null ? "" : target;
  }

  private RecordCells cells(SpilledRecords.Spilled record, Violations violations) {
    return new RecordCells(
        names[record.kind()],
        record.line(),
        positions.get(record.kind()),
        record.cells(),
        violations);
  }

  private List<String> cells(
      LoanApplication built,
      RecordCells application,
      @Nullable String target,
      Violations violations) {
    List<String> cells = new ArrayList<>(List.of(built.id(), String.valueOf(built.asOf())));
    if (join.targets() != null) {
      cells.add(target == null ? "" : target);
    }
    for (String column : join.passThrough()) {
      String text = application.text(column);
      cells.add(text == null ? "" : text);
    }
    try {
      double[] computed = features.extract(built);
      for (int i = 0; i < computed.length; i++) {
        cells.add(features.text(i, computed[i]));
      }
    } catch (InvalidInputException refused) {
      refused.violations().forEach(violations::add);
    }
    return cells;
  }
}
