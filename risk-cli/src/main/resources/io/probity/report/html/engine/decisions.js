"use strict";
/** Decides on an application: knock-outs, cut-offs, limit, reasons, and what would have to change. */
(() => {
  const { Refused, isNumber } = probity.cells;
  const { test } = probity.conditions;
  const money = probity.money;
  const { UNKNOWN } = probity.limits;
  const OUTCOMES = ["APPROVE", "APPROVE_REDUCED", "REQUEST_DOCUMENTS", "STEP_UP", "DEFER", "REFER", "DECLINE"];
  const STAGES = ["KNOCK_OUT", "SCORE", "LIMIT", "MISSING_INPUT"];
  const MISSING = ["INCOME_UNKNOWN", "DEBT_SERVICE_UNKNOWN"];
  const INCOMES = ["income", "statedIncome", "incomeMean3", "incomeMean12", "incomeLowerQuartile12"];
  const LONGEST = 600;

  const worse = (a, b) => (OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b);
  const isApproval = (outcome) => OUTCOMES.indexOf(outcome) <= 1;

  /** Reads the inputs of a policy from cells by name. */
  class Inputs {
    constructor(policy, cells) { this.policy = policy; this.cells = cells; }
    has(input) { return this.policy.inputs[input] !== undefined; }
    cell(input) { return this.cells.get(this.policy.inputs[input]); }
    knows(input) { return this.has(input) && isNumber(this.cell(input)); }
    refuse(input, rule) { throw new Refused(this.policy.inputs[input] ?? input, rule, this.has(input) ? this.cell(input) : null); }
    number(input) { return this.knows(input) ? this.cell(input) : NaN; }
    moneyOrUnknown(input) {
      if (!this.knows(input)) return UNKNOWN;
      if (!(this.cell(input) >= 0)) this.refuse(input, "negative");
      if (!(this.cell(input) * 10 ** this.policy.digits <= money.LARGEST)) this.refuse(input, "large");
      return money.minorOf(this.cell(input), this.policy.digits);
    }
    money(input) { return Math.max(0, this.moneyOrUnknown(input)); }
    count(input, least, most) {
      if (!this.knows(input)) return 0;
      const value = this.cell(input);
      if (!(value >= least && value <= most && Number.isInteger(value))) this.refuse(input, "whole");
      return value;
    }
    rate(input, otherwise, most) {
      if (!this.knows(input)) return otherwise;
      const value = this.cell(input);
      return value >= 0 && value <= most ? value : this.refuse(input, "rate");
    }
    required(input) { return this.knows(input) ? this.cell(input) : this.refuse(input, "required"); }
    get isRevolving() { return this.policy.loan.kind === "REVOLVING"; }
    requested() {
      if (this.isRevolving && !this.knows("amount")) return UNKNOWN;
      this.required("amount");
      const minor = this.money("amount");
      return minor > 0 ? minor : this.refuse("amount", "positive");
    }
    term() {
      if (!this.has("termMonths")) return 1;
      const value = this.required("termMonths");
      return value >= 1 && value <= LONGEST && Number.isInteger(value) ? value : this.refuse("termMonths", "term");
    }
    applicant(requested) {
      const service = this.money("debtService");
      const refinancedService = this.money("refinancedDebtService");
      if (refinancedService > service) this.refuse("refinancedDebtService", "refinanced");
      const variableBalance = this.money("variableBalance");
      if (variableBalance > 0) {
        this.required("variableMonths");
        this.required("variableRate");
      }
      return {
        income: {
          mean: this.money("income"), variation: this.number("incomeVariation"), months: this.number("incomeMonths"),
          zeroMonths: this.number("zeroMonths"), source: this.knows("incomeSource") ? this.cell("incomeSource") : -1,
          stated: this.moneyOrUnknown("statedIncome"), meanOfThree: this.moneyOrUnknown("incomeMean3"),
          meanOfTwelve: this.moneyOrUnknown("incomeMean12"), lowerQuartile: this.moneyOrUnknown("incomeLowerQuartile12"),
        },
        debts: {
          service, refinancedService, variableBalance,
          revolvingBalance: this.money("revolvingBalance"), revolvingLimit: this.money("revolvingLimit"),
          revolvingMinimum: this.money("revolvingMinimum"),
          variableMonths: variableBalance > 0 ? this.count("variableMonths", 1, LONGEST) : 0,
          variableRate: variableBalance > 0 ? this.rate("variableRate", 0, 9) : 0,
        },
        livingCosts: this.money("livingCosts"), dependants: this.count("dependants", 0, 1000),
        savings: this.moneyOrUnknown("savings"), requested, payoff: this.money("payoff"),
      };
    }
  }

  const reason = (stage, code, text) => ({ stage, code, text: text || {}, pointsLost: 0, direction: "NONE" });

  /** The rules of a policy at work on one applicant. */
  class Judging {
    constructor(policy, cells, grade, score) {
      this.policy = policy;
      this.cells = cells;
      this.grade = grade;
      this.inputs = new Inputs(policy, cells);
      this.verdict = { outcome: "APPROVE", knockOuts: [], reasons: [], limit: 0, instalment: 0, trace: null, savingsTest: "NOT_MADE" };
      this.verdict.byScore = this.cutOff(score);
    }
    cutOff(score) {
      const found = this.policy.byScore.find((cutOff) => score < cutOff.below);
      const outcome = this.policy.byGrade[this.grade];
      return found ? worse(outcome, found.outcome) : outcome;
    }
    run() {
      this.knockOuts();
      this.verdict.outcome = worse(this.verdict.outcome, this.verdict.byScore);
      if (this.verdict.outcome !== "DECLINE") this.limit();
      this.verdict.offered = this.verdict.limit;
      if (!isApproval(this.verdict.outcome)) {
        this.verdict.limit = 0;
        this.verdict.instalment = 0;
      }
      return this.verdict;
    }
    knockOuts() {
      let decisive = null;
      this.policy.knockOuts.forEach((rule) => {
        const truth = test(rule.when, this.cells);
        let decided = truth ? rule.outcome : "APPROVE";
        if (truth === null) decided = { HIT: rule.outcome, SKIP: "APPROVE", REFER: "REFER" }[rule.onMissing];
        if (decided === "APPROVE") return;
        this.verdict.knockOuts.push(rule.code);
        if (!decisive || OUTCOMES.indexOf(decided) > OUTCOMES.indexOf(this.verdict.outcome)) {
          decisive = reason("KNOCK_OUT", rule.code, truth ? rule.text : rule.missingText);
          this.verdict.outcome = decided;
        }
      });
      if (decisive) this.verdict.reasons.push(decisive);
    }
    worsen(outcome, code) {
      this.verdict.outcome = worse(this.verdict.outcome, outcome);
      this.verdict.reasons.push(reason(MISSING.includes(code) ? "MISSING_INPUT" : "LIMIT", code, this.policy.texts[code]));
    }
    rate() {
      const reference = this.policy.loan.rate;
      return { value: this.inputs.rate("annualRate", reference.value, 10), kind: reference.kind };
    }
    stressed(rate) {
      const { rateStress } = this.policy.affordability;
      if (!this.policy.loan.variable || rateStress === 0) return rate;
      return { value: Math.min(money.rateAs(rate, "NOMINAL") + rateStress, 10), kind: "NOMINAL" };
    }
    offers(months) {
      const { terms } = this.policy.loan;
      return this.inputs.isRevolving || !terms
        || (months >= terms.from && months <= terms.to && (months - terms.from) % terms.step === 0);
    }
    limit() {
      const { policy, inputs, cells, verdict } = this;
      const months = inputs.term();
      const requested = inputs.requested();
      if (!this.offers(months)) return this.worsen("DECLINE", "TERM");
      if (!inputs.knows("income")) return this.worsen("REFER", "INCOME_UNKNOWN");
      if (inputs.has("debtService") && !inputs.knows("debtService")) return this.worsen("REFER", "DEBT_SERVICE_UNKNOWN");
      const applicant = inputs.applicant(inputs.isRevolving ? UNKNOWN : requested);
      const rate = this.rate();
      const verified = policy.loan.verifiedWhen ? test(policy.loan.verifiedWhen, cells) === true && rate.value > 0 : false;
      const stressed = this.stressed(rate);
      const cost = (principal, basis, kind) => (basis === "CONTRACT"
        ? money.rateAs(rate, kind)
        : money.allInRate(policy.loan, principal, rate, months, policy.digits, kind));
      const product = inputs.knows("product") ? inputs.cell("product") : 0;
      const trace = probity.limits.set(
        policy, applicant, money.instalment(policy.loan, stressed, months, verified), cost, cells, this.grade, product);
      verdict.trace = trace;
      verdict.limit = trace.limit;
      if (verdict.limit > 0) {
        verdict.instalment = money.instalment(policy.loan, rate, months, verified).of(verdict.limit);
        this.savings(trace.affordability, applicant.savings);
      }
      trace.referrals.forEach((code) => {
        verdict.outcome = worse(verdict.outcome, "REFER");
        verdict.reasons.push(reason("MISSING_INPUT", code, policy.missingTexts[code]));
      });
      return this.compare(trace, requested);
    }
    savings(affordability, savings) {
      const months = this.policy.affordability.unemploymentMonths;
      if (months === undefined) return;
      const needed = months * (affordability.livingCosts + affordability.debtService + this.verdict.instalment);
      this.verdict.savingsTest = savings >= needed ? "PASSED" : "REFERRED";
      if (savings < needed) this.worsen("REFER", "UNEMPLOYMENT");
    }
    compare(trace, requested) {
      const isRequest = trace.bindingPhase === "REQUEST";
      if (this.verdict.limit === 0) {
        if (trace.referrals.includes(trace.bindingRule)) return;
        const refusal = trace.refusal || "FLOOR";
        if (trace.isTooDear || isRequest) {
          this.worsen("DECLINE", refusal);
          return;
        }
        this.worsen("DECLINE", trace.bindingRule);
        if (refusal === "PAYOFF") this.worsen("DECLINE", refusal);
      } else if (this.verdict.limit < requested) {
        this.verdict.outcome = worse(this.verdict.outcome, "APPROVE_REDUCED");
        if (!isRequest) this.worsen("APPROVE_REDUCED", trace.bindingRule);
      }
    }
  }

  /** Returns an engine of tables: decide(values by field, the day as text or null). */
  const engine = (tables) => {
    const { model, policy, results } = tables;
    const extract = probity.cells.extractor(tables);

    const judge = (cells, scored) => new Judging(policy, cells, scored.grade, scored.score).run();

    const decide = (values, day = null) => {
      const asOf = day === null ? NaN : probity.cells.dayOf(day);
      const cells = extract(values, asOf);
      const scored = probity.scoring.score(model, cells);
      cells.set(results.pd, scored.pd).set(results.score, scored.score);
      cells.set(results.grade, scored.grade).set(results.asOf, asOf);
      const verdict = judge(cells, scored);
      const reasons = [...verdict.reasons];
      if (verdict.byScore !== "APPROVE") {
        const ranked = probity.scoring.rank(model, cells, scored);
        reasons.push(...(ranked.length ? ranked : [reason("SCORE", "SCORE", policy.texts.SCORE)]));
      }
      reasons.sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
      return { ...verdict, ...scored, gradeName: model.grades[scored.grade].name, cells, reasons };
    };

    /** Returns one change at a time that would make the request fit, exact to the minor unit. */
    const remedies = (decision) => {
      const { cells, trace } = decision;
      const inputs = new Inputs(policy, cells);
      if (decision.knockOuts.length > 0 || decision.byScore !== "APPROVE" || !trace) return [];
      const requested = inputs.requested();
      const onGrid = requested - (requested % policy.limit.step);
      const target = onGrid >= policy.limit.floor ? onGrid : 0;
      if (requested < 0 || target <= 0 || decision.limit >= target || trace.bindingPhase === "REQUEST" || trace.referrals.length > 0) return [];

      const amountOf = (minor) => minor / 10 ** policy.digits;
      const fits = (changes) => {
        const changed = new Map(cells);
        changes.forEach(([input, value]) => changed.set(policy.inputs[input], value));
        const other = judge(changed, decision);
        return isApproval(other.outcome) && other.limit >= target;
      };
      const least = (unfit, fit, passes) => {
        let [low, high] = [unfit, fit];
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2);
          if (passes(middle)) high = middle;
          else low = middle;
        }
        return high;
      };
      const found = [];
      const months = inputs.term();
      const raised = (minor) => INCOMES
        .filter((input) => inputs.has(input) && !(inputs.cell(input) >= amountOf(minor)))
        .map((input) => [input, amountOf(minor)]);
      const income = inputs.money("income");
      if (fits(raised(money.LARGEST))) {
        found.push({ lever: "INCOME", from: income, to: least(income, money.LARGEST, (minor) => fits(raised(minor))) });
      }
      if (inputs.has("debtService")) {
        const service = inputs.money("debtService");
        const floor = inputs.money("refinancedDebtService");
        const paid = (minor) => fits([["debtService", amountOf(minor)]]);
        if (service !== floor && paid(floor)) {
          found.push({ lever: "DEBT_SERVICE", from: service, to: service - least(0, service - floor, (off) => paid(service - off)) });
        }
      }
      const { terms } = policy.loan;
      if (!inputs.isRevolving && terms) {
        for (let longer = months + terms.step; longer <= terms.to; longer += terms.step) {
          if (fits([["termMonths", longer]])) {
            found.push({ lever: "TERM", from: months, to: longer });
            break;
          }
        }
      }
      if (decision.limit > 0) found.push({ lever: "AMOUNT", from: requested, to: decision.limit });
      return found;
    };

    return { decide, remedies, tables };
  };

  probity.decisions = { OUTCOMES, engine, isApproval };
})();
