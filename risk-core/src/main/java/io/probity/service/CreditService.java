package io.probity.service;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditEntry;
import io.probity.audit.AuditException;
import io.probity.audit.AuditSink;
import io.probity.decision.CreditEngine;
import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import io.probity.decision.DecisionWorkspace;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides on applications with an engine that can be replaced at any time. Safe for use by any number
 * of threads: each decision reads one reference once, so that it is made wholly by the old engine or
 * wholly by the new one. Replacing engines is done by one thread at a time and never blocks a
 * decision.
 *
 * <p>The service starts no thread: the host calls {@link #reloadIfChanged} when it likes.
 */
public final class CreditService {

  private final CallerContract contract;
  private final Rehearsal rehearsal;
  private final Optional<EngineSource> source;
  private final AuditSink audit;
  private final InstantSource clock;
  private final ServiceListener listener;
  private final @Nullable LongSupplier nanoTime;
  private volatile Arms arms;
  private String servedVersion = "";
  private String refusedVersion = "";
  private String refusal = "";

  /** The engines that decide; replaced as one. */
  private record Arms(
      CreditEngine champion,
      @Nullable CreditEngine challenger,
      @Nullable Experiment experiment) {}

  CreditService(CreditServiceBuilder builder, CreditEngine first, String version) {
    this.contract = builder.contract();
    this.rehearsal = builder.rehearsal;
    this.source = Optional.ofNullable(builder.source);
    this.audit = builder.audit;
    this.clock = builder.clock;
    this.listener = builder.listener;
    this.nanoTime = builder.nanoTime;
    admit(first);
    this.arms = new Arms(first, null, null);
    this.servedVersion = version;
  }

  /**
   * Returns a builder of a service that keeps what its callers send.
   *
   * @param contract what callers promise to send
   * @param audit where decisions are recorded
   * @param clock the host's clock, for the times in the audit
   */
  public static CreditServiceBuilder builder(
      CallerContract contract, AuditSink audit, InstantSource clock) {
    return new CreditServiceBuilder(contract, audit, clock);
  }

  /** Returns the engine in force. */
  public CreditEngine current() {
    return arms.champion();
  }

  /** Returns the experiment that runs. */
  public Optional<Experiment> experiment() {
    return Optional.ofNullable(arms.experiment());
  }

  /**
   * Decides on an application and records the decision; with an experiment, both engines' decisions.
   *
   * @throws io.probity.input.InvalidInputException if the application breaks the schema
   * @throws AuditException if the decision could not be recorded, so that there is none
   */
  public Decision decide(LoanApplication application) {
    return decide(application, arms);
  }

  private Decision decide(LoanApplication application, Arms now) {
    CreditEngine challenger = now.challenger();
    Experiment experiment = now.experiment();
    if (challenger == null || experiment == null) {
      return decide(application, now.champion(), AuditEntry.Role.CHAMPION, "", true);
    }
    boolean challenged = experiment.isChallenged(application.id());
    Optional<Decision> tried = attempt(application, challenger, experiment.name(), challenged);
    boolean championDecides = !challenged || tried.isEmpty();
    Decision champion = decide(
        application, now.champion(), AuditEntry.Role.CHAMPION, experiment.name(), championDecides);
    return championDecides ? champion : tried.orElse(champion);
  }

  /**
   * Decides on an application that consists of the lender's own fields, in the policy's currency.
   *
   * @param asOf the day it is decided for; may be null where no field is computed from dates
   */
  public Decision decide(String id, @Nullable LocalDate asOf, Map<String, ?> fields) {
    Arms now = arms;
    LoanApplication.Builder application = LoanApplication.builder(id)
        .currency(now.champion().policy().header().currency().getCurrencyCode());
    if (asOf != null) {
      application.asOf(asOf);
    }
    fields.forEach((name, value) -> {
      if (value != null) {
        application.field(name, value);
      }
    });
    return decide(application.build(), now);
  }

  private Optional<Decision> attempt(
      LoanApplication application, CreditEngine challenger, String experiment, boolean decides) {
    try {
      return Optional.of(
          decide(application, challenger, AuditEntry.Role.CHALLENGER, experiment, decides));
    } catch (AuditException notRecorded) {
      throw notRecorded;
    } catch (RuntimeException broken) {
      audit.record(new AuditEntry.Failed(
          clock.instant(),
          AuditEntry.Role.CHALLENGER,
          application.id(),
          String.valueOf(broken.getMessage())));
      listener.challengerFailed(application.id(), broken);
      return Optional.empty();
    }
  }

  private Decision decide(
      LoanApplication application,
      CreditEngine engine,
      AuditEntry.Role role,
      String experiment,
      boolean decides) {
    long start = nanoTime == null ? 0 : nanoTime.getAsLong();
    DecisionWorkspace workspace = engine.newWorkspace();
    Decision decision = engine.decide(application, workspace);
    long nanos = nanoTime == null ? 0 : nanoTime.getAsLong() - start;
    DecidedFeatures features = workspace.lastFeatures();
    audit.record(new AuditEntry.Decided(
        clock.instant(), role, experiment, decides, application, decision, features, engine));
    if (listener != ServiceListener.NONE) {
      listener.decided(role, decides, decision, CellCounts.of(engine, features), nanos);
    }
    return decision;
  }

  /**
   * Puts another engine in force, after it was checked against the callers' contract and has rehearsed.
   * Decisions under way end with the old one.
   *
   * @throws io.probity.input.InvalidInputException if it breaks the contract, saying how
   * @throws IllegalArgumentException if it refuses a rehearsal application
   */
  public synchronized void swap(CreditEngine next) {
    admit(next);
    Arms before = arms;
    arms = new Arms(next, before.challenger(), before.experiment());
    listener.swapped(before.champion().model().id(), next.model().id());
  }

  /** Lets a challenger decide beside the engine in force, after the same checks. */
  public synchronized void challenge(CreditEngine challenger, Experiment experiment) {
    admit(challenger);
    arms = new Arms(arms.champion(), challenger, experiment);
  }

  /** Ends the experiment; the champion decides alone. */
  public synchronized void endExperiment() {
    arms = new Arms(arms.champion(), null, null);
  }

  /**
   * Looks for another engine in the source and puts it in force. An engine that cannot be read, is not
   * trusted, breaks the contract or fails the rehearsal is refused: the old one goes on, and the reason
   * is returned and told to the listener, once for each version.
   */
  public synchronized Reload reloadIfChanged() {
    if (source.isEmpty()) {
      throw new IllegalStateException("the service has no source; use swap, or build it with one");
    }
    String version = "";
    try {
      version = source.get().version();
      if (version.equals(servedVersion)) {
        refusedVersion = "";
        return new Reload(Reload.Outcome.UNCHANGED, current().model().id(), "");
      }
      if (version.equals(refusedVersion)) {
        return new Reload(Reload.Outcome.REFUSED, current().model().id(), refusal);
      }
      swap(source.get().load());
      servedVersion = version;
      refusedVersion = "";
      return new Reload(Reload.Outcome.SWAPPED, current().model().id(), "");
    } catch (IOException | RuntimeException broken) {
      refusedVersion = version;
      refusal = broken.getMessage() == null ? broken.toString() : broken.getMessage();
      listener.refused(refusal);
      return new Reload(Reload.Outcome.REFUSED, current().model().id(), refusal);
    }
  }

  private void admit(CreditEngine engine) {
    contract.check(engine);
    rehearsal.run(engine);
  }
}
