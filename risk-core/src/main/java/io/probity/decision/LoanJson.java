package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.explain.RuleSource;
import io.probity.input.JsonObject;
import io.probity.lending.AnnualRate;
import io.probity.lending.Fee;
import io.probity.lending.LatePayment;
import io.probity.lending.LoanFees;
import io.probity.lending.LoanKind;
import io.probity.lending.Money;
import io.probity.lending.Share;
import io.probity.limit.RateJson;
import java.util.Currency;
import java.util.Optional;

/** Reads the loan part of a policy. */
final class LoanJson {

  private final Currency currency;

  private LoanJson(Currency currency) {
    this.currency = currency;
  }

  static LoanOffer read(JsonObject loan, ConditionScope scope, Currency currency) {
    LoanJson json = new LoanJson(currency);
    LoanKind kind = loan.choice("kind", LoanKind.class);
    AnnualRate rate = RateJson.read(loan.object("annualRate"));
    boolean variable = loan.flag("variableRate", false);
    Share minimumShare = share(loan, "minimumShare");
    Optional<JsonObject> fees = loan.optionalObject("fees");
    LoanFees loanFees = fees.map(json::fees).orElse(LoanFees.none(currency));
    Optional<LatePayment> late = loan.optionalObject("latePayment").map(json::late);
    Optional<LoanOffer.Terms> terms = loan.optionalObject("terms").map(LoanJson::terms);
    Optional<Condition> verified = loan.optionalObject("repaymentVerifiedWhen")
        .map(condition -> Condition.read(condition, scope));
    RuleSource.readNotes(loan);
    loan.finish();
    return loan.build(() -> new LoanOffer(
        kind, rate, variable, minimumShare, loanFees, fees.isPresent(), late, terms, verified));
  }

  private LoanFees fees(JsonObject json) {
    LoanFees fees = new LoanFees(
        fee(json, "financed"),
        fee(json, "upfront"),
        fee(json, "perInstalment"),
        fee(json, "insurance"));
    json.finish();
    return fees;
  }

  private Fee fee(JsonObject parent, String key) {
    Optional<JsonObject> json = parent.optionalObject(key);
    if (json.isEmpty()) {
      return Fee.none(currency);
    }
    Fee fee = new Fee(money(json.get(), "fixed"), share(json.get(), "share"));
    json.get().finish();
    return fee;
  }

  private LatePayment late(JsonObject json) {
    AnnualRate penalty = RateJson.read(json.object("penaltyRate"));
    Fee fee = fee(json, "fee");
    Optional<Money> cap = json.has("cap") ? Optional.of(money(json, "cap")) : Optional.empty();
    json.finish();
    return json.build(() -> new LatePayment(penalty, fee, cap));
  }

  private Money money(JsonObject json, String key) {
    return json.optionalValue(key)
        .map(value -> value.build(() -> {
          Money money = Money.of(value.decimal(), currency);
          if (money.minorUnits() < 0) {
            throw new IllegalArgumentException("an amount must be at least 0");
          }
          return money;
        }))
        .orElse(Money.zero(currency));
  }

  private static LoanOffer.Terms terms(JsonObject json) {
    int from = json.whole("from");
    int to = json.whole("to");
    int step = json.whole("step", 1);
    json.finish();
    return json.build(() -> new LoanOffer.Terms(from, to, step));
  }

  private static Share share(JsonObject json, String key) {
    return json.nullableValue(key)
        .map(value -> value.build(() -> Share.of(value.decimal())))
        .orElse(Share.NONE);
  }
}
