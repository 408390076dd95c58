package io.probity.feature;

import io.probity.application.TradelineColumns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tradelines that were known at the day of the application, in order of opening, without the
 * application's own loan.
 */
final class KnownTradelines {

  private int[] positions = new int[0];
  private int[] shiftedOpening = new int[0];
  private int size;

  void find(TradelineColumns tradelines, String applicationId, int asOf, int openingLag) {
    size = 0;
    if (positions.length < tradelines.size()) {
      positions = Arrays.copyOf(positions, tradelines.size());
      shiftedOpening = Arrays.copyOf(shiftedOpening, tradelines.size());
    }
    for (int i = 0; i < tradelines.size(); i++) {
      int reported = tradelines.reported(i);
      boolean isReported = reported != TradelineColumns.NOT_REPORTED;
      int shifted = tradelines.opened(i) + (isReported ? 0 : openingLag);
      int known = isReported ? reported : shifted;
      if (known < asOf && !isOwn(tradelines.applicationId(i), applicationId)) {
        positions[size] = i;
        shiftedOpening[size++] = shifted;
      }
    }
  }

  static boolean isOwn(@Nullable String recordOf, String applicationId) {
    return recordOf != null && recordOf.equals(applicationId);
  }

  int size() {
    return size;
  }

  /** Returns the position of a known tradeline in its history. */
  int at(int k) {
    return positions[k];
  }

  /** Returns the day of opening, later by the lag of openings where no day of report is stated. */
  int shiftedOpening(int k) {
    return shiftedOpening[k];
  }
}
