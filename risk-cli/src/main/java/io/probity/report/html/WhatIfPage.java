package io.probity.report.html;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.EngineTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page on which the inputs of an applicant are moved and the decision follows at once. It computes
 * PD, score, grade, limit, reasons and advice by itself from {@link EngineTables}.
 */
public final class WhatIfPage {

  private static final List<String> SCRIPTS = List.of(
      "engine/cells.js",
      "engine/scoring.js",
      "engine/conditions.js",
      "engine/money.js",
      "engine/limits.js",
      "engine/decisions.js",
      "engine/changes.js",
      "inputs.js",
      "whatif.js");

  private WhatIfPage() {}

  /**
   * Returns the page.
   *
   * @param name the name of the model's file
   * @param start the applicant that it begins with; empty for an ordinary one
   * @throws io.probity.input.InvalidInputException if the family of the model has no tables
   */
  public static String page(String name, CreditEngine engine, Optional<LoanApplication> start) {
    String policy =
        engine.policy().header().id() + " " + engine.policy().header().version();
    String values =
        start.map(application -> EngineTables.values(engine, application)).orElse("{}");
    return new HtmlPage(
            name + " · " + policy,
            Words.of("whatif.heading", name, policy),
            List.of(
                new Section("whatif", Words.of("whatif.title"), List.of(new Block.Desk("desk")))),
            SCRIPTS,
            Map.of("tables", EngineTables.json(engine), "start", values))
        .html();
  }
}
