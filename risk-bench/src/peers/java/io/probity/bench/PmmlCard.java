package io.probity.bench;

import io.probity.binning.Binning;
import io.probity.model.Scorecard;
import io.probity.schema.FieldKind;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.xml.sax.SAXException;

/** Writes a scorecard as PMML. */
final class PmmlCard {

  private static final int REASONS = 4;
  private static final String SCORE = "Score";

  private PmmlCard() {}

  static Evaluator evaluator(Scorecard card, boolean withReasons) {
    byte[] pmml = write(card, withReasons).getBytes(StandardCharsets.UTF_8);
    try {
      Evaluator evaluator = new LoadingModelEvaluatorBuilder()
          .load(new ByteArrayInputStream(pmml))
          .build();
      return evaluator.verify();
    } catch (ParserConfigurationException | SAXException | JAXBException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static Object score(Map<String, ?> result) {
    Object score = result.get(SCORE);
    if (score == null) {
      throw new IllegalStateException("no score in " + result);
    }
    return score;
  }

  private static String write(Scorecard card, boolean withReasons) {
    StringBuilder out = new StringBuilder("<PMML version=\"4.4\""
        + " xmlns=\"http://www.dmg.org/PMML-4_4\"><Header/><DataDictionary>");
    for (Scorecard.Term term : card.terms()) {
      boolean isNumber = term.binning().field().kind() == FieldKind.NUMBER;
      out.append("<DataField name=\"").append(term.binning().feature());
      out.append(isNumber
          ? "\" optype=\"continuous\" dataType=\"double\"/>"
          : "\" optype=\"categorical\" dataType=\"string\"/>");
    }
    out.append("</DataDictionary><Scorecard functionName=\"regression\" initialScore=\"0\"");
    out.append(" baselineScore=\"25\" useReasonCodes=\"").append(withReasons);
    out.append("\" reasonCodeAlgorithm=\"pointsBelow\"><MiningSchema>");
    for (Scorecard.Term term : card.terms()) {
      out.append("<MiningField name=\"").append(term.binning().feature()).append("\"/>");
    }
    out.append("</MiningSchema><Output><OutputField name=\"").append(SCORE);
    out.append("\" feature=\"predictedValue\" dataType=\"double\" optype=\"continuous\"/>");
    for (int rank = 1; withReasons && rank <= REASONS; rank++) {
      out.append("<OutputField name=\"Reason").append(rank).append("\" rank=\"").append(rank);
      out.append("\" feature=\"reasonCode\" dataType=\"string\" optype=\"categorical\"/>");
    }
    out.append("</Output><Characteristics>");
    card.terms().forEach(term -> writeTerm(out, term));
    return out.append("</Characteristics></Scorecard></PMML>").toString();
  }

  private static void writeTerm(StringBuilder out, Scorecard.Term term) {
    Binning binning = term.binning();
    String name = binning.feature();
    out.append("<Characteristic name=\"c_").append(name).append("\" reasonCode=\"");
    out.append(name).append("\">");
    int missing = term.points().get(binning.missingBin());
    out.append("<Attribute partialScore=\"").append(missing).append("\"><SimplePredicate field=\"");
    out.append(name).append("\" operator=\"isMissing\"/></Attribute>");
    double[] cuts = binning.cuts();
    for (int bin = 0; bin < binning.valueBins(); bin++) {
      out.append("<Attribute partialScore=\"").append(term.points().get(bin)).append("\">");
      if (binning.field().kind() == FieldKind.CATEGORY) {
        writeSet(out, name, binning.groups().get(bin));
      } else if (bin < cuts.length) {
        out.append("<SimplePredicate field=\"").append(name);
        out.append("\" operator=\"lessThan\" value=\"").append(cuts[bin]).append("\"/>");
      } else {
        out.append("<True/>");
      }
      out.append("</Attribute>");
    }
    out.append("</Characteristic>");
  }

  private static void writeSet(StringBuilder out, String name, List<String> levels) {
    out.append("<SimpleSetPredicate field=\"").append(name);
    out.append("\" booleanOperator=\"isIn\"><Array type=\"string\" n=\"").append(levels.size());
    out.append("\">").append(String.join(" ", levels)).append("</Array></SimpleSetPredicate>");
  }
}
