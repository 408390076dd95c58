package io.probity.training.honesty;

import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.SpecialValues;
import io.probity.table.Column;
import io.probity.table.Table;
import io.probity.table.TextColumn;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks of records against each other, by hashes of their cells, so that their time grows with the
 * number of records only.
 */
final class DuplicateChecks {

  private static final double MANY = 0.01;
  private static final double COARSE = 0.5;
  private static final int DROPPED_BITS = 42; // of 52: a thousandth of the value stays

  private final Table table;
  private final LearnSet records;
  private final int[] partOf;

  DuplicateChecks(Table table, LearnSet records, int[] partOf) {
    this.table = table;
    this.records = records;
    this.partOf = partOf;
  }

  /** Two hashes of a record; that two differing records share both is left out of account. */
  private record Key(long first, long second) {}

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    boolean coarse = exact(findings);
    if (!coarse) {
      nearAcrossParts(findings);
    }
    for (Field field : table.schema().fields(FieldRole.ID)) {
      sameIdAcrossParts(field.name(), findings);
    }
    return findings;
  }

  /** Counts equal records; returns whether features are too coarse to tell borrowers apart. */
  private boolean exact(List<Finding> findings) {
    Map<Key, Integer> firstOf = new HashMap<>();
    int equal = 0;
    int contrary = 0;
    for (int row = 0; row < records.rows(); row++) {
      Integer first = firstOf.putIfAbsent(key(row, 0), row);
      if (first != null) {
        equal++;
        contrary += records.targetUnsafe()[first] == records.targetUnsafe()[row] ? 0 : 1;
      }
    }
    boolean coarse = equal > COARSE * records.rows();
    if (equal > 0) {
      boolean many = equal > MANY * records.rows() && !coarse;
      findings.add(new Finding(
          Finding.Code.DUPLICATES,
          many ? Finding.Severity.WARNING : Finding.Severity.NOTE,
          List.of(),
          equal + " of " + records.rows() + " records have the same features as an earlier one, "
              + contrary + " of them with the other outcome"
              + (coarse
                  ? "; the features are too coarse to tell whether these are the same borrowers"
                  : "; drop repeated records, or keep those of one borrower together in the"
                      + " split")));
    }
    return coarse;
  }

  private void nearAcrossParts(List<Finding> findings) {
    Map<Key, Integer> firstOf = new HashMap<>();
    int across = 0;
    for (int row = 0; row < records.rows(); row++) {
      Integer first = firstOf.putIfAbsent(key(row, DROPPED_BITS), row);
      across += first != null && partOf[first] != partOf[row] ? 1 : 0;
    }
    if (across > 0) {
      findings.add(new Finding(
          Finding.Code.NEAR_DUPLICATES_ACROSS_PARTS,
          across > MANY * records.rows() ? Finding.Severity.WARNING : Finding.Severity.NOTE,
          List.of(),
          across
              + " records are all but equal to one on the other side of the split, so figures there"
              + " are flattered; split by the borrower's id (groupBy)"));
    }
  }

  private void sameIdAcrossParts(String name, List<Finding> findings) {
    Column column = table.column(name);
    Map<Object, Integer> partOfId = new HashMap<>();
    int across = 0;
    for (int row = 0; row < records.rows(); row++) {
      Object id = column instanceof TextColumn texts ? texts.text(row) : (Object) column.cell(row);
      if (id.equals("") || id.equals(Double.NaN)) {
        continue;
      }
      Integer first = partOfId.putIfAbsent(id, partOf[row]);
      across += first != null && first != partOf[row] ? 1 : 0;
    }
    if (across > 0) {
      findings.add(new Finding(
          Finding.Code.SAME_ID_ACROSS_PARTS,
          Finding.Severity.WARNING,
          List.of(name),
          across + " records share their " + name + " with one on the other side of the split, so"
              + " figures there are flattered; split with groupBy " + name));
    }
  }

  /** Hashes the cells of a record, low bits of the fractions of numbers rounded off. */
  private Key key(int row, int droppedBits) {
    FeatureMatrix matrix = records.features();
    long first = 0x9e3779b97f4a7c15L;
    long second = 0x6a09e667f3bcc909L;
    for (int column = 0; column < matrix.fields().size(); column++) {
      long bits = bits(matrix.cell(row, column) + 0.0, droppedBits); // -0.0 becomes 0.0
      first = mixed(first ^ bits);
      second = mixed(second + bits * 0x9fb21c651e98df25L);
    }
    return new Key(first, second);
  }

  /** Returns the bits of a cell; missing and special ones stay as they are. */
  private static long bits(double cell, int dropped) {
    long bits = Double.doubleToLongBits(cell);
    if (dropped == 0 || !SpecialValues.isNumber(cell)) {
      return bits;
    }
    return (bits + (1L << (dropped - 1))) & (-1L << dropped);
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
