package io.probity.training.streaming;

import io.probity.binning.Binning;
import io.probity.feature.CodedCells;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The pass that turns each cell of a binned feature into one byte, the number of its bin. Each code
 * stands for one cell of its bin, so that a model of these bins gives the same for the code as for the
 * cell that it came from.
 *
 * @param learn the records learned from
 * @param judge the records held out
 */
public record CodingPass(FeatureMatrix learn, FeatureMatrix judge) {

  /**
   * Reads the records once.
   *
   * @param features computes the features of the bins, in their order
   * @param binnings the bins, each of at most {@link CodedCells#MOST_CODES}
   * @param learn the numbers of the records learned from, rising; the others are held out
   */
  public static CodingPass run(
      StreamedRecords records, FeatureExtractor features, List<Binning> binnings, int[] learn)
      throws IOException {
    int rows = records.keys().rows();
    byte[][] learned = new byte[binnings.size()][learn.length];
    byte[][] held = new byte[binnings.size()][rows - learn.length];
    records.pass(
        (table, firstRow) -> {
          FeatureMatrix block = FeatureMatrix.of(features, table);
          for (int i = 0; i < binnings.size(); i++) {
            code(
                block,
                i,
                binnings.get(i),
                new LearnRows(learn, firstRow),
                firstRow,
                learned[i],
                held[i]);
          }
          return block.rows();
        },
        done -> {});
    return new CodingPass(
        matrix(binnings, learned, learn.length), matrix(binnings, held, rows - learn.length));
  }

  private static void code(
      FeatureMatrix block,
      int column,
      Binning binning,
      LearnRows learn,
      int firstRow,
      byte[] learned,
      byte[] held) {
    for (int row = 0; row < block.rows(); row++) {
      byte code = (byte) binning.binOf(block.cell(row, column));
      int place = learn.place(firstRow + row);
      if (place >= 0) {
        learned[place] = code;
      } else {
        held[firstRow + row - learn.before()] = code;
      }
    }
  }

  private static FeatureMatrix matrix(List<Binning> binnings, byte[][] codes, int rows) {
    List<Field> fields = binnings.stream().map(Binning::field).toList();
    List<CodedCells> columns = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      columns.add(CodedCells.ofUnsafe(codes[i], cells(binnings.get(i))));
    }
    return FeatureMatrix.ofCodes(fields, columns, rows);
  }

  /** Returns a cell of each bin. */
  static double[] cells(Binning binning) {
    double[] cells = new double[binning.bins()];
    Field field = binning.field();
    double[] cuts = binning.cuts();
    for (int bin = 0; bin < binning.valueBins(); bin++) {
      if (field.kind() == FieldKind.CATEGORY) {
        cells[bin] = field.rules().levels().indexOf(binning.groups().get(bin).get(0));
      } else if (bin > 0) {
        cells[bin] = cuts[bin - 1];
      } else {
        cells[bin] = cuts.length == 0 ? 0.0 : Math.nextDown(cuts[0]);
      }
    }
    cells[binning.missingBin()] = Double.NaN;
    for (int i = 0; i < field.rules().specials().size(); i++) {
      cells[binning.missingBin() + 1 + i] =
          SpecialValues.cell(field.rules().specials().get(i).code());
    }
    return cells;
  }
}
