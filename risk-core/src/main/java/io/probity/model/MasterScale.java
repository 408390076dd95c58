package io.probity.model;

import java.util.HashSet;
import java.util.List;

/**
 * The grades, from the safest to the riskiest, each with the PD below which it ends. Immutable.
 *
 * @param grades the grades; the upper PDs rise and the last is 1
 */
public record MasterScale(List<Grade> grades) {

  /** Grades A to G, ending at a PD of 1%, 2.5%, 5%, 10%, 20%, 40% and 100%. */
  public static final MasterScale DEFAULT = new MasterScale(List.of(
      new Grade("A", 0.01),
      new Grade("B", 0.025),
      new Grade("C", 0.05),
      new Grade("D", 0.10),
      new Grade("E", 0.20),
      new Grade("F", 0.40),
      new Grade("G", 1.0)));

  /** Checks that the bounds rise to 1 and the names differ. */
  public MasterScale {
    grades = List.copyOf(grades);
    double last = 0.0;
    for (Grade grade : grades) {
      if (!(grade.pdBelow() > last)) {
        throw new IllegalArgumentException("the PD bounds of grades must rise, not " + grades);
      }
      last = grade.pdBelow();
    }
    if (last != 1.0) {
      throw new IllegalArgumentException("the last grade must end at a PD of 1, not " + last);
    }
    if (new HashSet<>(grades.stream().map(Grade::name).toList()).size() != grades.size()) {
      throw new IllegalArgumentException("the names of grades must differ, not " + grades);
    }
  }

  /**
   * One grade.
   *
   * @param name its name, such as {@code A}
   * @param pdBelow the PD at which the grade ends, excluded, in (0, 1]
   */
  public record Grade(String name, double pdBelow) {

    /** Checks the name and the bound. */
    public Grade {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a grade needs a name");
      }
      if (!(pdBelow > 0 && pdBelow <= 1)) {
        throw new IllegalArgumentException("a grade must end at a PD in (0, 1], not " + pdBelow);
      }
    }
  }

  /** Returns the position of the grade of a PD; 0 is the safest. */
  public int gradeOf(double pd) {
    int grade = 0;
    while (grade < grades.size() - 1 && pd >= grades.get(grade).pdBelow()) {
      grade++;
    }
    return grade;
  }

  /** Returns the PDs at which the grades end, that of the last left out. */
  double[] ends() {
    return grades.stream().limit(size() - 1L).mapToDouble(Grade::pdBelow).toArray();
  }

  /** Returns the name of a grade by its position. */
  public String name(int grade) {
    return grades.get(grade).name();
  }

  /** Returns the number of grades. */
  public int size() {
    return grades.size();
  }
}
