package io.probity.limit;

/**
 * The figures of {@link LimitInputs} in scratch space, overwritten by the next applicant: the rules read
 * them here, so that the inputs need not outlive the call that makes them.
 */
final class InputFigures {

  long mean;
  double variation;
  double months;
  double zeroMonths;
  int source;
  long stated;
  long meanOfThree;
  long meanOfTwelve;
  long lowerQuartile;
  long livingCosts;
  int dependants;
  long savings;
  long requested;
  long payoff;
  long service;
  long refinancedService;
  long revolvingBalance;
  long revolvingLimit;
  long revolvingMinimum;
  long variableBalance;
  int variableMonths;
  double variableRate;

  static InputFigures of(IncomeInputs in) {
    InputFigures figures = new InputFigures();
    figures.set(in);
    return figures;
  }

  void set(LimitInputs in) {
    set(in.income());
    set(in.debts());
    livingCosts = in.livingCosts();
    dependants = in.dependants();
    savings = in.savings();
    requested = in.requested();
    payoff = in.payoff();
  }

  void set(IncomeInputs in) {
    mean = in.mean();
    variation = in.variation();
    months = in.months();
    zeroMonths = in.zeroMonths();
    source = in.source();
    stated = in.stated();
    meanOfThree = in.meanOfThree();
    meanOfTwelve = in.meanOfTwelve();
    lowerQuartile = in.lowerQuartile();
  }

  void set(DebtInputs in) {
    service = in.service();
    refinancedService = in.refinancedService();
    revolvingBalance = in.revolvingBalance();
    revolvingLimit = in.revolvingLimit();
    revolvingMinimum = in.revolvingMinimum();
    variableBalance = in.variableBalance();
    variableMonths = in.variableMonths();
    variableRate = in.variableRate();
  }
}
