package io.probity.simulation;

import io.probity.application.LoanApplication;
import io.probity.preparation.ApplicationFeatures;
import java.util.Arrays;
import java.util.List;

/**
 * The quantities that the hazard of the simulation depends on, as features: a model of just these can
 * reach the AUC of the truth.
 */
public final class ObservableFeatures implements ApplicationFeatures {

  /** The features. */
  public static final ObservableFeatures INSTANCE = new ObservableFeatures();

  private final List<String> names =
      Arrays.stream(Observable.values()).map(Observable::column).toList();

  private ObservableFeatures() {}

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public double[] extract(LoanApplication application) {
    return Observables.of(application).toArray();
  }
}
