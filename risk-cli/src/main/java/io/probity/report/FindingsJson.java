package io.probity.report;

import io.probity.input.JsonText;
import io.probity.metrics.BinomialTest;
import io.probity.metrics.CalibrationBin;
import io.probity.metrics.Gains;
import io.probity.metrics.GradeBacktest;
import io.probity.metrics.HosmerLemeshow;
import io.probity.validation.Counts;
import io.probity.validation.DecisionFindings;
import io.probity.validation.FairnessFindings;
import io.probity.validation.Figure;
import io.probity.validation.Findings;
import io.probity.validation.GradeFindings;
import io.probity.validation.Measure;
import io.probity.validation.ShareShift;
import io.probity.validation.StabilityFindings;
import java.util.List;

/** The findings of one set of records, written into an object of JSON that is open. */
final class FindingsJson {

  private final JsonText out;

  FindingsJson(JsonText out) {
    this.out = out;
  }

  void write(Findings findings) {
    counts(findings.counts());
    out.beginObject("figures");
    for (Measure measure : Measure.values()) {
      figure(measure.key(), findings.figure(measure));
    }
    out.endObject();
    calibration("calibration", findings.calibration());
    calibration("calibrationEqualWidth", findings.equalWidth());
    gains(findings.gains());
    findings.grades().ifPresent(this::grades);
    findings.stability().ifPresent(this::stability);
    out.beginList("cutOffs");
    findings.decisions().forEach(this::decision);
    out.endList().beginList("fairness");
    findings.fairness().forEach(this::fairness);
    out.endList();
  }

  private void counts(Counts counts) {
    out.put("rows", (long) counts.rows()).put("goods", counts.goods());
    out.put("bads", counts.bads()).put("badRate", counts.badRate());
  }

  /** Writes a figure; one that is not defined has the reason alone. */
  void figure(String key, Figure figure) {
    out.beginObject(key);
    if (figure instanceof Figure.Known known) {
      out.put("value", known.value());
      known.standardError().ifPresent(error -> out.put("standardError", error));
      known.interval().ifPresent(ends -> {
        out.put("interval", new double[] {ends.low(), ends.high()});
        known.method().ifPresent(method -> out.put("method", method.name()));
      });
      known.pValue().ifPresent(p -> out.put("pValue", p));
      if (!known.note().isEmpty()) {
        out.put("note", known.note());
      }
    } else if (figure instanceof Figure.Undefined undefined) {
      out.put("undefined", undefined.reason());
    }
    out.endObject();
  }

  private void calibration(String key, List<CalibrationBin> bins) {
    out.beginList(key);
    for (CalibrationBin bin : bins) {
      out.beginObject().put("lowestPd", bin.lowestPd()).put("highestPd", bin.highestPd());
      out.put("records", bin.weight()).put("meanPd", bin.meanPd());
      out.put("bads", bin.bads()).put("badRate", bin.badRate()).endObject();
    }
    out.endList();
  }

  private void gains(List<Gains.Row> rows) {
    out.beginList("gains");
    for (Gains.Row row : rows) {
      out.beginObject().put("riskiestShare", row.share()).put("capture", row.capture());
      out.put("lift", row.lift()).put("badRate", row.badRate()).endObject();
    }
    out.endList();
  }

  private void grades(GradeFindings grades) {
    out.beginObject("grades").beginList("rows");
    for (GradeFindings.Row row : grades.rows()) {
      out.beginObject().put("grade", row.grade()).put("rows", (long)
          row.counts().rows());
      out.put("records", row.counts().weight()).put("bads", row.counts().bads());
      out.put("meanPd", row.meanPd());
      row.outcome().ifPresent(outcome -> test(outcome.test()));
      out.endObject();
    }
    out.endList();
    if (!grades.untestable().isEmpty()) {
      out.put("untestable", grades.untestable());
    }
    grades.backtest().ifPresent(this::backtest);
    out.endObject();
  }

  private void test(BinomialTest test) {
    out.put("badRate", test.defaultRate().value()).put("binomialP", test.pValue());
    out.put("jeffreysP", test.jeffreysPValue());
    out.put("trafficLight", test.trafficLight().name());
  }

  private void backtest(GradeBacktest backtest) {
    out.beginObject("all").put("averagePd", backtest.averagePd());
    test(backtest.portfolio());
    HosmerLemeshow fit = backtest.hosmerLemeshow();
    if (Double.isFinite(fit.statistic())) {
      out.put("hosmerLemeshow", fit.statistic());
    }
    out.put("hosmerLemeshowP", fit.pValue());
    out.put("orderViolations", (long) backtest.orderViolations());
    out.put("herfindahl", backtest.herfindahl()).endObject();
  }

  private void stability(StabilityFindings stability) {
    out.beginObject("stability");
    shift("score", stability.score());
    shift("grades", stability.grades());
    out.beginList("features");
    for (ShareShift feature : stability.features()) {
      out.beginObject();
      shift(feature);
      out.endObject();
    }
    out.endList().endObject();
  }

  private void shift(String key, ShareShift shift) {
    out.beginObject(key);
    shift(shift);
    out.endObject();
  }

  private void shift(ShareShift shift) {
    out.put("name", shift.name());
    figure("psi", shift.psi());
    out.put("expectedIfSame", shift.expectedIfSame()).beginList("bins");
    for (ShareShift.Bin bin : shift.bins()) {
      out.beginObject().put("label", bin.label()).put("reference", bin.reference());
      out.put("actual", bin.actual()).put("contribution", bin.contribution()).endObject();
    }
    out.endList();
  }

  private void decision(DecisionFindings decision) {
    out.beginObject().put("cutOff", decision.cutOff().label());
    out.put("approvedGoods", decision.approvedGoods());
    out.put("approvedBads", decision.approvedBads());
    out.put("rejectedGoods", decision.rejectedGoods());
    out.put("rejectedBads", decision.rejectedBads());
    figure("approvalRate", decision.approvalRate());
    figure("badRateOfApproved", decision.badRateOfApproved());
    figure("badsRejected", decision.badsRejected());
    figure("goodsRejected", decision.goodsRejected());
    out.endObject();
  }

  private void fairness(FairnessFindings fairness) {
    out.beginObject().put("field", fairness.field()).put("reference", fairness.reference());
    out.put("usedByModel", fairness.usedByModel()).beginList("groups");
    for (FairnessFindings.Group group : fairness.groups()) {
      out.beginObject().put("label", group.label());
      counts(group.counts());
      out.put("meanPd", group.meanPd());
      group.uncompared().ifPresent(reason -> out.put("uncompared", reason));
      figure("meanDifference", group.meanDifference());
      out.beginList("treatments");
      for (FairnessFindings.Treatment treatment : group.treatments()) {
        out.beginObject().put("cutOff", treatment.cutOff().label());
        out.put("approvalRate", treatment.approvalRate());
        figure("adverseImpactRatio", treatment.adverseImpact());
        out.put("belowFourFifths", treatment.belowFourFifths());
        figure("equalOpportunityGap", treatment.opportunityGap());
        out.endObject();
      }
      out.endList().endObject();
    }
    out.endList().endObject();
  }
}
