"use strict";
/** What an applicant can repay and the limit, step by step: the Java package limit on tables. */
(() => {
  const { isNumber } = probity.cells;
  const { applies } = probity.conditions;
  const money = probity.money;
  const UNKNOWN = -1;
  const COST_TOLERANCE = 1e-5;
  const TESTS = ["RESIDUAL", "DSTI", "PTI", "BUFFER"];

  const stepShare = (rows, number) => (Number.isNaN(number)
    ? Math.max(...rows.map((row) => row.share))
    : rows.find((row) => number <= (row.upTo ?? Infinity)).share);

  const baseIncome = (rules, income) => {
    const verified = rules.basis === "MEAN"
      ? income.mean
      : Math.min(...[income.meanOfThree, income.meanOfTwelve, income.lowerQuartile].map((amount) => Math.max(0, amount)));
    if (rules.minimumMonths === 0 || income.months >= rules.minimumMonths) return verified;
    return money.shareOf(rules.statedShare, Math.min(income.stated === UNKNOWN ? verified : income.stated, verified));
  };

  const sourceCut = (cuts, source) => {
    if (cuts.length === 0) return 0;
    return source >= 0 && source < cuts.length ? cuts[source] : Math.max(...cuts);
  };

  const household = (table, dependants) => table.base + table.perDependant * Math.min(Math.max(dependants, 0), 100);

  const repricing = (rules, debts) => {
    if (!(rules.rateStress > 0) || debts.variableBalance === 0) return 0;
    const at = (rate) => money.levelInstalment(
      debts.variableBalance, money.unitsOf({ value: rate, kind: "NOMINAL" }), debts.variableMonths);
    return at(debts.variableRate + rules.rateStress) - at(debts.variableRate);
  };

  /** Assesses what an applicant can repay each month. */
  const assess = (rules, applicant) => {
    const { income, debts } = applicant;
    const base = baseIncome(rules.income, income);
    const cut = Math.min(
      stepShare(rules.income.variation, income.variation) + stepShare(rules.income.months, income.months)
        + stepShare(rules.income.zeroMonths, income.zeroMonths) + sourceCut(rules.income.sources, income.source),
      rules.income.largestCut);
    const assessed = money.shareOf(money.WHOLE - cut, base);
    const stressed = money.shareOf(money.WHOLE - rules.incomeStress, assessed);
    const kept = money.WHOLE - rules.incomeStress - rules.livingCostShare;
    const livingCosts = Math.max(
      applicant.livingCosts, household(rules.livingCosts, applicant.dependants), stressed - money.shareOf(kept, assessed));
    const debtService = debts.service - debts.refinancedService + Math.max(
      debts.revolvingMinimum,
      money.shareOf(rules.revolvingBalanceShare, debts.revolvingBalance),
      money.shareOf(rules.revolvingLimitShare, debts.revolvingLimit));
    const stressedDebtService = debtService + repricing(rules, debts);
    const minimumResidual = household(rules.minimumResidual, applicant.dependants);
    const rooms = {
      RESIDUAL: stressed - livingCosts - stressedDebtService - minimumResidual,
      DSTI: rules.maxDsti === undefined ? Infinity : money.shareOf(rules.maxDsti, assessed) - debtService,
      PTI: rules.maxPti === undefined ? Infinity : money.shareOf(rules.maxPti, assessed),
      BUFFER: rules.bufferMonths === undefined ? Infinity : Math.floor(Math.max(0, applicant.savings) / rules.bufferMonths),
    };
    const room = Math.min(...TESTS.map((name) => rooms[name]));
    return {
      baseIncome: base, assessedIncome: assessed, stressedIncome: stressed, livingCosts, debtService,
      stressedDebtService, minimumResidual, rooms, room, binding: TESTS.find((name) => rooms[name] === room),
    };
  };

  /** Collects the steps of a limit. */
  class Trace {
    constructor() { this.steps = []; this.referrals = []; this.running = Infinity; }
    add(phase, rule, own) {
      this.running = Math.min(this.running, own);
      this.steps.push({ phase, rule, own, after: this.running });
      return this.steps.length - 1;
    }
    takes(rule, cells) {
      const { hit, refer } = applies(rule, cells);
      if (refer) this.refer(rule.code);
      return hit;
    }
    refer(code) { if (!this.referrals.includes(code)) this.referrals.push(code); }
    own(step) { return this.steps[step].own; }
    get last() { return this.steps[this.steps.length - 1]; }
  }

  const strategy = (limit, trace, assessed, cells, grade, product) => {
    const base = limit.bases.find((cell) => assessed >= cell.incomeFrom && assessed < (cell.incomeBelow ?? Infinity)
      && cell.grades.includes(grade) && (cell.products.length === 0 || cell.products.includes(product)));
    let amount = money.multipleOf(base ? base.multiple : 0, assessed);
    let strongest = trace.add("STRATEGY", "BASE", amount);
    let least = Infinity;
    limit.multipliers.forEach((rule) => {
      if (!trace.takes(rule, cells)) return;
      amount = money.multipleOf(rule.factor, amount);
      const step = trace.add("STRATEGY", rule.code, amount);
      if (rule.factor < least) {
        least = rule.factor;
        strongest = step;
      }
    });
    return strongest;
  };

  const roomOf = (cap, trace, assessed, payoff, cells, digits) => {
    const bound = cap.amount ?? money.multipleOf(cap.ofIncome, assessed);
    if (cap.less === undefined) return bound;
    const used = cells.get(cap.less);
    if (!isNumber(used)) {
      if (cap.onMissing === "SKIP") return bound;
      if (cap.onMissing === "REFER") trace.refer(cap.code);
      return 0;
    }
    return Math.max(0, bound - Math.max(0, money.minorOf(used, digits) - (cap.netOfPayoff ? payoff : 0)));
  };

  const caps = (limit, trace, assessed, payoff, cells, digits) => {
    let lowest = -1;
    const consider = (step) => { if (lowest < 0 || trace.own(step) < trace.own(lowest)) lowest = step; };
    limit.caps.forEach((cap) => {
      if (trace.takes(cap, cells)) consider(trace.add("CAPS", cap.code, roomOf(cap, trace, assessed, payoff, cells, digits)));
    });
    consider(trace.add("CAPS", "CEILING", limit.ceiling));
    return lowest;
  };

  /**
   * Sets the limit of an applicant.
   *
   * tested is the instalment by principal, cost the annual rate by principal, basis and kind.
   */
  const set = (policy, applicant, tested, cost, cells, grade, product) => {
    const { limit } = policy;
    const affordability = assess(policy.affordability, applicant);
    const trace = new Trace();
    const affordable = money.largestPrincipal(tested, affordability.room);
    trace.add("AFFORDABILITY", affordability.binding, affordable);
    const strongest = strategy(limit, trace, affordability.assessedIncome, cells, grade, product);
    const own = trace.last.own;
    const lowest = caps(limit, trace, affordability.assessedIncome, applicant.payoff, cells, policy.digits);
    if (applicant.requested >= 0) trace.add("REQUEST", "REQUEST", applicant.requested);
    const raw = trace.running;
    const binding = raw === affordable ? 0 : raw === trace.own(lowest) ? lowest : raw === own ? strongest : trace.steps.length - 1;
    const rounded = raw - (raw % limit.step);
    trace.add("STEP", "STEP", rounded);
    let refusal = null;
    if (rounded < limit.floor || rounded === 0) refusal = "FLOOR";
    else if (rounded < applicant.payoff) refusal = "PAYOFF";
    if (refusal) trace.add("STEP", refusal, 0);
    let isTooDear = false;
    limit.costCaps.forEach((cap) => {
      if (trace.running === 0 || !trace.takes(cap, cells)) return;
      const dear = !(cost(trace.running, cap.basis, cap.maximum.kind) <= cap.maximum.value + COST_TOLERANCE);
      trace.add("COST", cap.code, dear ? 0 : trace.running);
      if (dear) {
        isTooDear = true;
        refusal = cap.code;
      }
    });
    return {
      steps: trace.steps, referrals: trace.referrals, limit: trace.running, affordability, refusal, isTooDear,
      binding, bindingRule: trace.steps[binding].rule, bindingPhase: trace.steps[binding].phase,
    };
  };

  probity.limits = { TESTS, UNKNOWN, set };
})();
