package io.probity.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.NeighbourRules;
import io.probity.training.binning.Trend;
import io.probity.training.split.PeriodPlan.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodPlanTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("y", FieldKind.NUMBER, FieldRole.TARGET),
          Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE),
          Field.of("day", FieldKind.DATE, FieldRole.DATE),
          Field.of("sample", FieldKind.CATEGORY, FieldRole.SEGMENT)));

  @TempDir
  private Path folder;

  private Table table(String records) throws IOException {
    return CsvReader.strict(SCHEMA)
        .read(Files.writeString(folder.resolve("a.csv"), "y,x,day,sample\n" + records))
        .table();
  }

  @Test
  void of_dates_numbersPeriodsInTheOrderOfTimeWithoutGaps() throws IOException {
    Table table = table("0,1,2026-05-31,b\n1,1,2024-12-31,a\n0,1,2026-04-01,a\n0,1,2025-01-01,c\n");

    assertThat(new PeriodPlan("day", Span.MONTH).of(table)).containsExactly(3, 0, 2, 1);
    assertThat(new PeriodPlan("day", Span.QUARTER).of(table)).containsExactly(2, 0, 2, 1);
    assertThat(new PeriodPlan("day", Span.YEAR).of(table)).containsExactly(2, 0, 2, 1);
    assertThat(new PeriodPlan("sample", Span.YEAR).of(table)).hasSize(4).contains(0, 1, 2);
  }

  @Test
  void of_noPeriodToHave_saysWhich() throws IOException {
    Table table = table("0,1,,a\n1,1,2024-12-31,\n");

    assertThatThrownBy(() -> new PeriodPlan("day", Span.MONTH).of(table))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("periods by day: every record needs a period")
        .hasMessageContaining("record 1");
    assertThatThrownBy(() -> new PeriodPlan("sample", Span.MONTH).of(table))
        .hasMessageContaining("record 2");
    assertThatThrownBy(() -> new PeriodPlan("x", Span.MONTH).of(table))
        .hasMessageContaining("need a date or a category");
    assertThatThrownBy(() -> new PeriodPlan("sampl", Span.MONTH).of(table))
        .hasMessageContaining("did you mean \"sample\"");
  }

  /** x helps in one year and hurts in the next; bins that must hold their order cannot part it. */
  @Test
  void run_binsThatMustHoldInTime_areNotMadeOfWhatTurns() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    StringBuilder csv = new StringBuilder();
    for (int row = 0; row < 4_000; row++) {
      boolean late = row % 3 == 0;
      double x = random.nextDouble();
      double risk = late ? 0.2 + 0.2 * x : 0.4 - 0.3 * x;
      csv.append(random.nextDouble() < risk ? 1 : 0).append(',').append(x);
      csv.append(late ? ",2026-01-05,a\n" : ",2025-01-05,b\n");
    }
    TrainingPlan free = TrainingPlan.DEFAULT.toBuilder()
        .binning(BinningSettings.DEFAULT.withTrend(Trend.NONE))
        .build();
    TrainingPlan stable = free.toBuilder()
        .periods(Optional.of(new PeriodPlan("day", Span.YEAR)))
        .binning(free.binning().withNeighbours(NeighbourRules.NONE.withStableShare(1)))
        .build();
    RunContext quiet = RunContext.quiet(Clock.systemUTC());

    assertThat(Training.run(SCHEMA, table(csv.toString()), free, quiet).model().features())
        .containsExactly("x");
    assertThatThrownBy(() -> Training.run(SCHEMA, table(csv.toString()), stable, quiet))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no feature says enough");
  }
}
