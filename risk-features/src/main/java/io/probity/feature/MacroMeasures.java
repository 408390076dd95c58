package io.probity.feature;

import io.probity.application.MacroContext;
import io.probity.application.MacroIndicator;

/** The state of the economy. */
final class MacroMeasures extends Measures {

  static final int UNEMPLOYMENT = 0; // and its change at the next position
  static final int GDP = 2;
  static final int POLICY_RATE = 4;

  static final int CHANGE_MONTHS = 6;
  static final int OLDEST_MONTHS = 12;

  MacroMeasures() {
    super(6);
  }

  @Override
  void measure(CatalogRun run) {
    MacroContext macro = run.application().macro();
    int last = run.lastKnownMonth(run.settings().lags().macroDays());
    setFigures(UNEMPLOYMENT, macro.unemploymentRate(), last);
    setFigures(GDP, macro.gdpGrowth(), last);
    setFigures(POLICY_RATE, macro.policyRate(), last);
  }

  private void setFigures(int figure, MacroIndicator indicator, int last) {
    int newest = indicator.size() - 1;
    while (newest >= 0 && indicator.month(newest) > last) {
      newest--;
    }
    boolean isKnown = newest >= 0 && indicator.month(newest) > last - OLDEST_MONTHS;
    set(figure, isKnown ? indicator.value(newest) : Double.NaN);
    set(figure + 1, isKnown ? change(indicator, newest) : Double.NaN);
  }

  private static double change(MacroIndicator indicator, int newest) {
    int wanted = indicator.month(newest) - CHANGE_MONTHS;
    int earlier = newest;
    while (earlier >= 0 && indicator.month(earlier) > wanted) {
      earlier--;
    }
    return earlier >= 0 && indicator.month(earlier) == wanted
        ? indicator.value(newest) - indicator.value(earlier)
        : Double.NaN;
  }
}
