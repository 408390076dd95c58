package io.probity.audit;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.DecisionWorkspace;
import io.probity.decision.TestPolicies;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Engines, applications and entries that are the same in every run. */
public final class AuditFixture {

  /** The model of the worked cases, calibrated by a shift. */
  public static final CreditEngine ENGINE = engine(-2.0);

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private AuditFixture() {}

  /** Returns an engine whose PDs depend on a shift of the log-odds. */
  public static CreditEngine engine(double shift) {
    return CreditEngine.of(
        RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(shift, 1.0)))),
        TestPolicies.policy(TestPolicies.POLICY));
  }

  /** Returns an application drawn by a seed. */
  public static LoanApplication application(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LoanApplication.Builder application = LoanApplication.builder("application-" + seed)
        .currency("USD")
        .field("purpose", random.nextInt(10) == 0 ? "boat" : random.nextBoolean() ? "car" : "home")
        .field("income", 2_000 + random.nextInt(20_000))
        .field("income_cv", random.nextInt(60) / 100.0)
        .field("costs", 500 + random.nextInt(2_000))
        .field("dependants", random.nextInt(4))
        .field("debt", random.nextInt(2_000))
        .field("card", random.nextInt(9_000))
        .field("amount", 2_000 + random.nextInt(40_000))
        .field("term", 12 + random.nextInt(36))
        .field("micro_lenders", random.nextInt(5))
        .field("overdue", random.nextInt(20) == 0 ? 1 : 0);
    int kind = random.nextInt(10);
    if (kind == 0) {
      application.field("dsti", "-999");
    } else if (kind > 1) {
      application.field("dsti", random.nextDouble());
    }
    return application.build();
  }

  static AuditEntry.Decided entry(long seed) {
    return entry(application(seed), NOON.plusSeconds(seed));
  }

  static AuditEntry.Decided entry(LoanApplication application, Instant time) {
    return entry(ENGINE, application, time, true);
  }

  public static AuditEntry.Decided entry(
      CreditEngine engine, LoanApplication application, Instant time, boolean decides) {
    DecisionWorkspace workspace = engine.newWorkspace();
    return new AuditEntry.Decided(
        time,
        AuditEntry.Role.CHAMPION,
        "",
        decides,
        application,
        engine.decide(application, workspace),
        workspace.lastFeatures(),
        engine);
  }

  static EngineLibrary engines() {
    return EngineLibrary.of(List.of(ENGINE));
  }
}
