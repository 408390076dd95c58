package io.probity.preparation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one part of {@link SpillFiles}, found by key. Only their places are held; texts are
 * made when a record is read.
 */
final class SpilledRecords {

  private final byte[] bytes;
  private final int[] cellsOfKind;
  private final Map<String, Group> groups = new HashMap<>();
  private int at;

  /**
   * A record.
   *
   * @param kind what was given when it was added
   * @param line the line it came from
   * @param cells its cells without the key
   */
  record Spilled(int kind, long line, List<String> cells) {}

  /** The records of a key, as places in the part. */
  private static final class Group {
    private int[] places = new int[8];
    private int size;

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
    }
  }

  /**
   * Finds the records of a part.
   *
   * @param cellsOfKind how many cells a record of each kind has, without the key
   */
  SpilledRecords(byte[] bytes, int... cellsOfKind) {
    this.bytes = bytes;
    this.cellsOfKind = cellsOfKind.clone();
    while (at < bytes.length) {
      int place = at;
      int kind = bytes[at++];
      number();
      groups.computeIfAbsent(text(), key -> new Group()).add(place);
      for (int i = 0; i < cellsOfKind[kind]; i++) {
        int length = (int) number();
        at += length;
      }
    }
  }

  /** Returns the keys, in no order. */
  Iterable<String> keys() {
    return groups.keySet();
  }

  /** Returns the records of a key, in the order in which they were added. */
  List<Spilled> of(String key) {
    Group group = groups.get(key);
    if (group == null) {
      return List.of();
    }
    List<Spilled> records = new ArrayList<>(group.size);
    for (int i = 0; i < group.size; i++) {
      at = group.places[i];
      int kind = bytes[at++];
      long line = number();
      text();
      String[] cells = new String[cellsOfKind[kind]];
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = text();
      }
      records.add(new Spilled(kind, line, List.of(cells)));
    }
    return records;
  }

  private String text() {
    int length = (int) number();
    String text = length == 0 ? "" : new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
