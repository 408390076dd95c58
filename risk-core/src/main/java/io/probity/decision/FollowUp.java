package io.probity.decision;

import io.probity.lending.LoanCost;
import io.probity.limit.LimitPhase;
import io.probity.limit.LimitRecorder;
import io.probity.limit.LimitTrace;
import io.probity.limit.MinorUnits;
import io.probity.limit.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out from a decision only when somebody asks: its cost, counter-offers and what would
 * make the request fit. Immutable; each answer is computed anew and is always the same.
 *
 * <p>All of it runs the policy's own rules again on changed inputs. The PD, score and grade stay those
 * of the decision.
 */
final class FollowUp {

  private final PolicyProgram program;
  private final double[] cells;
  private final int grade;
  private final int score;
  private final @Nullable LocalDate asOf;
  private final Verdict verdict;

  FollowUp(PolicyProgram program, double[] cells, int grade, int score, @Nullable LocalDate asOf) {
    this.program = program;
    this.cells = cells;
    this.grade = grade;
    this.score = score;
    this.asOf = asOf;
    this.verdict = program.judge(cells, grade, score);
  }

  Optional<LimitTrace> limitTrace() {
    return verdict.trace();
  }

  Optional<LoanCost> cost() {
    if (verdict.limit == 0) {
      return Optional.empty();
    }
    return program.costOf(cells, verdict.limit, months(), asOf);
  }

  Optional<Price> price() {
    return verdict.limit == 0 ? Optional.empty() : program.priceOf(cells, verdict.limit, months());
  }

  /** Returns what is granted of a smaller amount; empty where rules or caps forbid it. */
  Optional<CounterOffer> smaller(BigDecimal amount) {
    long minor = program.units().of(amount);
    if (minor <= 0 || minor > verdict.limit) {
      return Optional.empty();
    }
    if (program.rules().offer().isRevolving()) {
      return smallerLine(minor);
    }
    Verdict granted = judge(PolicyInput.AMOUNT, program.inputs().cellOf(minor));
    return granted.outcome.isApproval()
        ? Optional.of(offer(CounterOffer.Kind.AMOUNT, granted, months()))
        : Optional.empty();
  }

  private Optional<CounterOffer> smallerLine(long minor) {
    Optional<Price> price = program.priceOf(cells, minor, months());
    if (price.isPresent()
        && !program.rules().price().orElseThrow().allows(price.get().rate())) {
      return Optional.empty();
    }
    return program
        .costOf(cells, minor, months(), asOf)
        .map(cost -> new CounterOffer(
            CounterOffer.Kind.AMOUNT,
            program.units().toDecimal(minor),
            0,
            cost.firstInstalment(),
            Optional.of(cost)));
  }

  List<CounterOffer> counterOffers() {
    List<CounterOffer> offers = new ArrayList<>();
    if (!canBeMended()) {
      return offers;
    }
    if (verdict.limit > 0) {
      offers.add(offer(CounterOffer.Kind.AMOUNT, verdict, months()));
    }
    OptionalInt longer = longerTerm();
    if (longer.isPresent()) {
      Verdict fitting = judge(PolicyInput.TERM_MONTHS, longer.getAsInt());
      offers.add(offer(CounterOffer.Kind.TERM, fitting, longer.getAsInt()));
    }
    return offers;
  }

  List<Remedy> remedies() {
    List<Remedy> remedies = new ArrayList<>();
    if (!canBeMended()) {
      return remedies;
    }
    income().ifPresent(remedies::add);
    debtService().ifPresent(remedies::add);
    OptionalInt longer = longerTerm();
    if (longer.isPresent()) {
      remedies.add(new Remedy(
          Remedy.Lever.TERM, BigDecimal.valueOf(months()), BigDecimal.valueOf(longer.getAsInt())));
    }
    if (verdict.limit > 0) {
      remedies.add(remedy(Remedy.Lever.AMOUNT, program.requested(cells), verdict.limit));
    }
    return remedies;
  }

  /** Returns whether only the limit stands in the way, and more than its step. */
  private boolean canBeMended() {
    boolean routed = !verdict.hits.isEmpty() || verdict.byScore != Outcome.APPROVE;
    LimitRecorder limit = verdict.reached;
    if (routed || limit == null || program.requested(cells) < 0) {
      return false;
    }
    return target() > 0
        && verdict.limit < target()
        && limit.bindingPhase() != LimitPhase.REQUEST
        && limit.referrals().isEmpty();
  }

  /** Returns the most that can be granted of what was asked for: the request on the step's grid. */
  private long target() {
    long requested = program.requested(cells);
    long onGrid = requested - requested % program.rules().limits().step();
    return onGrid >= program.rules().limits().floor() ? onGrid : 0;
  }

  private Optional<Remedy> income() {
    long now = program.inputs().money(cells, PolicyInput.INCOME);
    if (!fits(withIncome(MinorUnits.LARGEST))) {
      return Optional.empty();
    }
    long needed = least(now, MinorUnits.LARGEST, income -> fits(withIncome(income)));
    return Optional.of(remedy(Remedy.Lever.INCOME, now, needed));
  }

  private Optional<Remedy> debtService() {
    if (program.inputs().position(PolicyInput.DEBT_SERVICE) < 0) {
      return Optional.empty();
    }
    long now = program.inputs().money(cells, PolicyInput.DEBT_SERVICE);
    long least = program.inputs().money(cells, PolicyInput.REFINANCED_SERVICE);
    if (now == least || !fits(withDebt(least))) {
      return Optional.empty();
    }
    long paidOff = least(0, now - least, off -> fits(withDebt(now - off)));
    return Optional.of(remedy(Remedy.Lever.DEBT_SERVICE, now, now - paidOff));
  }

  private OptionalInt longerTerm() {
    Optional<LoanOffer.Terms> terms = program.rules().offer().terms();
    if (program.rules().offer().isRevolving() || terms.isEmpty()) {
      return OptionalInt.empty();
    }
    int step = terms.get().step();
    for (int months = months() + step; months <= terms.get().to(); months += step) {
      if (fits(with(PolicyInput.TERM_MONTHS, months))) {
        return OptionalInt.of(months);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the least value above {@code unfit} that passes a test which {@code fit} passes. */
  private static long least(long unfit, long fit, LongPredicate test) {
    long low = unfit;
    long high = fit;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (test.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean fits(double[] changed) {
    Verdict other = program.judge(changed, grade, score);
    return other.outcome.isApproval() && other.limit >= target();
  }

  private Verdict judge(PolicyInput input, double value) {
    return program.judge(with(input, value), grade, score);
  }

  private double[] with(PolicyInput input, double value) {
    double[] changed = cells.clone();
    changed[program.inputs().position(input)] = value;
    return changed;
  }

  private double[] withDebt(long minor) {
    return with(PolicyInput.DEBT_SERVICE, program.inputs().cellOf(minor));
  }

  /** Raises every figure of the income history to the same income. */
  private double[] withIncome(long minor) {
    double[] changed = cells.clone();
    double value = program.inputs().cellOf(minor);
    for (PolicyInput input : List.of(
        PolicyInput.INCOME,
        PolicyInput.STATED_INCOME,
        PolicyInput.INCOME_MEAN_3,
        PolicyInput.INCOME_MEAN_12,
        PolicyInput.INCOME_LOWER_QUARTILE)) {
      int at = program.inputs().position(input);
      if (at >= 0 && !(changed[at] >= value)) {
        changed[at] = value;
      }
    }
    return changed;
  }

  private CounterOffer offer(CounterOffer.Kind kind, Verdict granted, int months) {
    return new CounterOffer(
        kind,
        program.units().toDecimal(granted.limit),
        program.rules().offer().isRevolving() ? 0 : months,
        program.units().toDecimal(granted.instalment),
        program.costOf(cells, granted.limit, months, asOf));
  }

  private Remedy remedy(Remedy.Lever lever, long from, long to) {
    return new Remedy(lever, program.units().toDecimal(from), program.units().toDecimal(to));
  }

  private int months() {
    return program.inputs().termMonths(cells);
  }
}
