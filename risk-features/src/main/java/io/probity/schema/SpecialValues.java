package io.probity.schema;

/**
 * How special codes are held in the cells of a feature vector.
 *
 * <p>A cell is a finite number, NaN for missing, or one of {@value #COUNT} reserved doubles just
 * above {@code -Double.MAX_VALUE}, one for each special code. All reserved doubles are smaller than
 * any number that data may hold, so that a search over ordered cuts leaves them on the far left. A
 * category cell is the index of its level, or {@link #UNSEEN}.
 */
public final class SpecialValues {

  /** How many special codes a field may declare. */
  public static final int COUNT = 256;

  /** The cell of a category level that the schema does not know. */
  public static final double UNSEEN = -1.0;

  private static final long FIRST_BITS = Double.doubleToRawLongBits(-Double.MAX_VALUE) - 1;
  private static final double LARGEST = Double.longBitsToDouble(FIRST_BITS - (COUNT - 1));

  /** The least plain number. */
  static final double LEAST_NUMBER = Math.nextUp(LARGEST);

  private SpecialValues() {}

  /**
   * Returns the cell of a special code.
   *
   * @param code 0 to 255
   */
  public static double cell(int code) {
    if (code < 0 || code >= COUNT) {
      throw new IllegalArgumentException("a special code must be from 0 to 255, not " + code);
    }
    return Double.longBitsToDouble(FIRST_BITS - code);
  }

  /** Returns whether the cell holds a special code. */
  public static boolean isSpecial(double cell) {
    return cell <= LARGEST && cell > -Double.MAX_VALUE;
  }

  /** Returns the special code that the cell holds, or -1 if it holds none. */
  public static int codeOf(double cell) {
    return isSpecial(cell) ? (int) (FIRST_BITS - Double.doubleToRawLongBits(cell)) : -1;
  }

  /** Returns whether the cell holds a plain number: neither missing, special nor infinite. */
  public static boolean isNumber(double cell) {
    return cell > LARGEST && cell <= Double.MAX_VALUE;
  }
}
