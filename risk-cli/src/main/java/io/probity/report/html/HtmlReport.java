package io.probity.report.html;

import io.probity.validation.Breakdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report of a model as one HTML file that needs no network. */
public final class HtmlReport {

  private HtmlReport() {}

  /** Returns the page. */
  public static String page(ModelReport report) {
    return new HtmlPage(
            report.name(),
            Words.of("page.heading", report.name()),
            sections(report),
            List.of("report.js"),
            Map.of())
        .html();
  }

  private static List<Section> sections(ModelReport report) {
    List<Section> sections = new ArrayList<>();
    sections.add(SummarySection.of(report));
    report.profile().ifPresent(profile -> sections.add(DataSection.of(profile)));
    sections.add(VariablesSection.of(report));
    sections.add(ModelSection.of(report));
    sections.add(RankingSection.of(report));
    sections.add(CalibrationSection.calibration(report));
    sections.add(CalibrationSection.grades(report));
    sections.add(CutOffSection.of(report));
    report.decisions().ifPresent(decisions -> sections.add(DecisionsSection.of(decisions)));
    sections.add(StabilitySection.stability(report));
    if (!report.validation().breakdowns().stream().allMatch(Breakdown::byTime)) {
      sections.add(StabilitySection.segments(report));
    }
    sections.add(FairnessSection.of(report));
    sections.add(ModelCard.of(report).section());
    sections.add(ProvenanceSection.of(report));
    return sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
  }
}
