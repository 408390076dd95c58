/**
 * Grades: where PDs are cut into a master scale.
 *
 * <p>Entry point: {@link io.probity.training.grades.GradeBuilder}, which turns a {@link
 * io.probity.training.grades.GradePlan} and the PDs and outcomes of records into {@link
 * io.probity.training.grades.Grades}: the {@link io.probity.model.MasterScale} and what each grade
 * holds. The PDs should be those of models that did not see the record.
 */
@NullMarked
package io.probity.training.grades;

import org.jspecify.annotations.NullMarked;
