"use strict";
/**
 * Amounts in whole minor units, as numbers below 2^53, and the roundings of the Java package lending:
 * a double decides where it is certain, whole numbers of any size where it is not.
 */
(() => {
  const WHOLE = 1_000_000_000;
  const PER_YEAR = 1_000_000_000_000;
  const PER_MONTH = 12 * PER_YEAR;
  const MOST = 100_000_000_000_000;
  const LARGEST = 100_000_000_000;

  const quotient = (dividend, divisor) => (2n * dividend + divisor) / (2n * divisor);
  /** Returns a × b / c, halves up, of whole numbers that are not negative. */
  const scaled = (a, b, c) => Number(quotient(BigInt(a) * BigInt(b), BigInt(c)));
  const shareOf = (billionths, amount) => (billionths === 0 ? 0 : scaled(amount, billionths, WHOLE));
  const multipleOf = (tenThousandths, amount) => Number((BigInt(amount) * BigInt(tenThousandths)) / 10_000n);

  /** Returns the rounding of an amount that is near enough to the true one, or -1. */
  const sure = (amount) => {
    const whole = Math.floor(amount);
    const aboveHalf = amount - whole - 0.5;
    if (Math.abs(aboveHalf) <= amount * 2 ** -48) return -1;
    return whole + (aboveHalf > 0 ? 1 : 0);
  };

  // ---- rates

  const monthlyOf = ({ value, kind }) => (kind === "NOMINAL" ? value / 12 : Math.expm1(Math.log1p(value) / 12));
  const rateAs = (rate, kind) => {
    if (rate.kind === kind) return rate.value;
    const monthly = monthlyOf(rate);
    return kind === "NOMINAL" ? 12 * monthly : Math.expm1(12 * Math.log1p(monthly));
  };
  const unitsOf = (rate) => Math.round(rateAs(rate, "NOMINAL") * PER_YEAR);

  const monthInterest = (balance, units) => {
    const rounded = sure(balance * (units / PER_MONTH));
    return rounded < 0 ? scaled(balance, units, PER_MONTH) : rounded;
  };

  // ---- annuities

  const factorOf = (units, months) => {
    if (units === 0) return 1 / months;
    const monthly = units / PER_MONTH;
    return monthly / -Math.expm1(-months * Math.log1p(monthly));
  };
  const reduced = (units) => {
    let [a, b] = [BigInt(PER_MONTH), BigInt(units)];
    while (b !== 0n) [a, b] = [b, a % b];
    return [BigInt(units) / a, BigInt(PER_MONTH) / a];
  };
  const levelInstalment = (principal, units, months, factor = factorOf(units, months)) => {
    if (units === 0) return scaled(principal, 1, months);
    const rounded = sure(principal * factor);
    if (rounded >= 0) return rounded;
    if (months === 1) return principal + monthInterest(principal, units);
    const [numerator, denominator] = reduced(units);
    const grown = (denominator + numerator) ** BigInt(months);
    return Number(quotient(
      BigInt(principal) * numerator * grown, denominator * (grown - denominator ** BigInt(months))));
  };

  /** Returns the instalment that is tested, as a function of the principal. */
  const instalment = (loan, rate, months, verified) => {
    const units = unitsOf(rate);
    const term = loan.kind === "REVOLVING" ? 36 : months;
    const factor = factorOf(units, term);
    const level = (financed) => levelInstalment(financed, units, term, factor);
    const part = {
      ANNUITY: level,
      EQUAL_PRINCIPAL: (financed) => scaled(financed, 1, term) + monthInterest(financed, units),
      INTEREST_ONLY: verified ? (financed) => monthInterest(financed, units) : level,
      REVOLVING: (financed) => Math.max(shareOf(loan.minimumShare, financed), level(financed)),
    }[loan.kind];
    const perUnit = {
      ANNUITY: factor,
      EQUAL_PRINCIPAL: 1 / term + units / PER_MONTH,
      INTEREST_ONLY: verified ? units / PER_MONTH : factor,
      REVOLVING: Math.max(loan.minimumShare / WHOLE, factor),
    }[loan.kind];
    const fee = ({ fixed, share }, principal) => fixed + shareOf(share, principal);
    const of = (principal) => part(principal + fee(loan.financed, principal))
      + fee(loan.perInstalment, principal) + fee(loan.insurance, principal);
    const near = (room) => (room - loan.perInstalment.fixed - loan.insurance.fixed - perUnit * loan.financed.fixed)
      / ((1 + loan.financed.share / WHOLE) * perUnit + (loan.perInstalment.share + loan.insurance.share) / WHOLE);
    return { near, of };
  };

  const between = (tested, room, fitting, unfit) => {
    let [low, high] = [fitting, unfit];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (tested.of(middle) <= room) low = middle;
      else high = middle;
    }
    return low;
  };

  /** Returns the largest principal whose rounded instalment fits the room. */
  const largestPrincipal = (tested, room) => {
    if (room <= 0) return 0;
    const start = tested.near(room + 0.5);
    const guess = Math.floor(Math.max(start < MOST ? start : MOST, 0));
    if (tested.of(guess) > room) {
      return tested.of(0) > room ? 0 : between(tested, room, 0, guess);
    }
    let [low, step] = [guess, 1];
    while (low < MOST) {
      const high = Math.min(low + step, MOST);
      if (tested.of(high) > room) return between(tested, room, low, high);
      low = high;
      step *= 2;
    }
    return low;
  };

  // ---- what a loan costs, in equal months

  const levelBalances = (financed, units, months) => {
    const balances = [];
    const [numerator, denominator] = reduced(units === 0 ? PER_MONTH : units);
    const grown = (k) => (denominator + numerator) ** BigInt(k) * denominator ** BigInt(months - k);
    for (let k = 1; k <= months; k++) {
      balances.push(units === 0
        ? scaled(financed, months - k, months)
        : Number(quotient(BigInt(financed) * (grown(months) - grown(k)), grown(months) - denominator ** BigInt(months))));
    }
    return balances;
  };

  /** Returns the instalments without fees, or null where the loan has no schedule. */
  const payments = (kind, financed, units, months) => {
    const last = months - 1;
    const first = kind === "INTEREST_ONLY" ? last : 0;
    const level = kind === "ANNUITY";
    let balance = financed;
    const regular = first === last ? balance : level ? levelInstalment(balance, units, months) : scaled(balance, 1, months);
    const paid = [];
    let sensible = true;
    for (let k = 0; k < last && sensible; k++) {
      const interest = monthInterest(balance, units);
      if (k >= first && level && regular < interest) return null;
      const principal = k < first ? 0 : level ? regular - interest : regular;
      balance -= principal;
      paid.push(interest + principal);
      sensible = balance > 0;
    }
    if (sensible) {
      const interest = monthInterest(balance, units);
      paid.push(interest + balance);
      if (first === last || balance + (level ? interest : 0) <= 2 * regular) return paid;
    }
    const balances = level
      ? levelBalances(financed, units, months)
      : Array.from({ length: months }, (none, k) => scaled(financed, months - 1 - k, months));
    balance = financed;
    const along = [];
    for (const closing of balances) {
      if (closing > balance) return null;
      along.push(monthInterest(balance, units) + balance - closing);
      balance = closing;
    }
    return along;
  };

  /** Returns the annual rate of a loan with all fees; infinite where it has none. */
  const allInRate = (loan, principal, rate, months, digits, kind) => {
    const term = loan.kind === "REVOLVING" ? 36 : months;
    const fee = ({ fixed, share }) => fixed + shareOf(share, principal);
    const financed = principal + fee(loan.financed);
    if (financed < term || fee(loan.upfront) >= principal) return Infinity;
    const paid = payments(loan.kind === "REVOLVING" ? "ANNUITY" : loan.kind, financed, unitsOf(rate), term);
    if (!paid) return Infinity;
    const monthly = fee(loan.perInstalment) + fee(loan.insurance);
    const minor = [fee(loan.upfront) - principal, ...paid.map((amount) => amount + monthly)];
    const total = minor.reduce((sum, amount) => sum + amount, 0);
    const amounts = minor.map((amount) => amount / 10 ** digits);
    if (amounts.slice(1).every((amount) => amount === 0)) return Infinity;
    const worth = (growth) => {
      const discount = Math.exp(-growth / 12);
      return amounts.reduceRight((sum, amount) => sum * discount + amount, 0);
    };
    let growth = 0;
    if (total !== 0) {
      let [low, high] = [Math.log1p(-0.99), Math.log1p(1e6)];
      const atLow = Math.sign(worth(low));
      if (atLow * Math.sign(worth(high)) >= 0) return Infinity;
      for (let k = 0; k < 64; k++) {
        const middle = low + (high - low) / 2;
        if (Math.sign(worth(middle)) === atLow) low = middle;
        else high = middle;
      }
      growth = low + (high - low) / 2;
    }
    return rateAs({ value: Math.expm1(growth), kind: "EFFECTIVE" }, kind);
  };

  /** Returns the nearest minor unit of a decimal amount, halves of its written form away from zero. */
  const minorOf = (amount, digits) => {
    const negative = amount < 0;
    const times = Math.abs(amount) * 10 ** digits;
    const fraction = times - Math.floor(times);
    let whole = Math.round(times);
    if (Math.abs(fraction - 0.5) < 1e-6) {
      const [mantissa, exponent = "0"] = String(Math.abs(amount)).split("e");
      const [integer, decimals = ""] = mantissa.split(".");
      const shift = Number(exponent) + digits - decimals.length;
      const all = BigInt(integer + decimals);
      whole = Number(shift >= 0 ? all * 10n ** BigInt(shift) : quotient(all, 10n ** BigInt(-shift)));
    }
    return negative ? -whole : whole;
  };

  probity.money = {
    LARGEST, WHOLE, allInRate, instalment, largestPrincipal, levelInstalment, minorOf, multipleOf, rateAs, shareOf, unitsOf,
  };
})();
