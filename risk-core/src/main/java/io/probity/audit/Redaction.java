package io.probity.audit;

import io.probity.application.LoanApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left out of the inputs that are recorded. The cells that model and policy read are kept, in
 * the part of a record that can be erased, so that the decision can be replayed from them.
 *
 * @param names fields of the lender's own, or the parts {@code applicant}, {@code request}, {@code
 *     income}, {@code borrowing} and {@code macro}
 */
public record Redaction(Set<String> names) {

  /** Leaves nothing out. */
  public static final Redaction NONE = new Redaction(Set.of());

  /** Copies the names. */
  public Redaction {
    names = Set.copyOf(names);
  }

  /** Returns the names that an application holds and that are left out, in order. */
  List<String> hits(LoanApplication application) {
    if (names.isEmpty()) {
      return List.of();
    }
    Set<String> hits = new TreeSet<>(application.fields().keySet());
    if (application.isTyped()) {
      hits.addAll(List.of("applicant", "request", "income", "borrowing", "macro"));
    }
    hits.retainAll(names);
    return new ArrayList<>(hits);
  }

  /** Returns the application without what is left out. */
  LoanApplication apply(LoanApplication application) {
    LoanApplication.Builder kept = LoanApplication.builder(application.id())
        .currency(application.currency().getCurrencyCode());
    if (application.asOf() != null) {
      kept.asOf(application.asOf());
    }
    if (!names.contains("applicant")) {
      kept.applicant(application.applicant());
    }
    if (!names.contains("request")) {
      kept.request(application.request());
    }
    if (!names.contains("income")) {
      kept.income(application.income());
    }
    if (!names.contains("borrowing")) {
      kept.borrowing(application.borrowing());
    }
    if (!names.contains("macro")) {
      kept.macro(application.macro());
    }
    application.fields().forEach((name, value) -> {
      if (!names.contains(name)) {
        kept.field(name, value);
      }
    });
    return kept.build();
  }
}
