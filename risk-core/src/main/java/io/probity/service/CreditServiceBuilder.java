package io.probity.service;

import io.probity.audit.AuditSink;
import io.probity.decision.CreditEngine;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link CreditService}. Not safe for use by several threads. */
public final class CreditServiceBuilder {

  private final CallerContract contract;
  final AuditSink audit;
  final InstantSource clock;
  Rehearsal rehearsal = Rehearsal.SYNTHETIC;
  ServiceListener listener = ServiceListener.NONE;

  @Nullable
  LongSupplier nanoTime;

  @Nullable
  EngineSource source;

  CreditServiceBuilder(CallerContract contract, AuditSink audit, InstantSource clock) {
    this.contract = contract;
    this.audit = audit;
    this.clock = clock;
  }

  CallerContract contract() {
    return contract;
  }

  /** Sets what new engines do before they take traffic; {@link Rehearsal#SYNTHETIC} unless set. */
  public CreditServiceBuilder rehearsing(Rehearsal value) {
    this.rehearsal = value;
    return this;
  }

  /**
   * Sets who hears what happens.
   *
   * @param ticker the host's clock for durations, such as {@code System::nanoTime}
   */
  public CreditServiceBuilder heardBy(ServiceListener value, LongSupplier ticker) {
    this.listener = value;
    this.nanoTime = ticker;
    return this;
  }

  /**
   * Returns a service that starts with an engine and is replaced by {@link CreditService#swap}.
   *
   * @throws io.probity.input.InvalidInputException if it breaks the callers' contract
   */
  public CreditService start(CreditEngine first) {
    return new CreditService(this, first, "");
  }

  /**
   * Returns a service that starts with the engine of a source and looks there for others.
   *
   * @throws io.probity.input.InvalidInputException if it breaks the callers' contract
   */
  public CreditService start(EngineSource from) throws IOException {
    this.source = from;
    String version = from.version();
    return new CreditService(this, from.load(), version);
  }
}
