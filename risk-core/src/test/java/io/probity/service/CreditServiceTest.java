package io.probity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.audit.AuditEntry;
import io.probity.audit.AuditFixture;
import io.probity.audit.AuditSink;
import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.TestPolicies;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.signature.ArtifactSignature;
import io.probity.signature.SigningKeys;
import io.probity.signature.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditServiceTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final AuditSink NOWHERE = entry -> {};
  private static final CreditEngine OLD = AuditFixture.ENGINE;
  private static final CreditEngine NEW = AuditFixture.engine(-1.0);

  /** How many decisions are made while engines are swapped: a million with the property set so. */
  private static final int DECISIONS = Integer.getInteger("probity.decisions", 40_000);

  @TempDir
  Path folder;

  private static CallerContract contract(Field... instead) {
    List<Field> fields = new ArrayList<>(OLD.extractor().inputNames().stream()
        .map(OLD.extractor().schema()::field)
        .toList());
    for (Field field : instead) {
      fields.removeIf(known -> known.name().equals(field.name()));
      fields.add(field);
    }
    return new CallerContract(Schema.of(Optional.empty(), Set.of(), fields), false);
  }

  private static CreditService service(AuditSink sink) {
    return CreditService.builder(contract(), sink, CLOCK)
        .rehearsing(Rehearsal.NONE)
        .start(OLD);
  }

  private static double[] pds(CreditEngine engine, LoanApplication[] applications) {
    return Arrays.stream(applications)
        .mapToDouble(application -> engine.decide(application).pd())
        .toArray();
  }

  @Test
  void swap_underEightThreads_neverTearsADecision() throws Exception {
    CreditService service = service(NOWHERE);
    LoanApplication[] applications = Stream.iterate(0L, i -> i + 1)
        .limit(64)
        .map(AuditFixture::application)
        .toArray(LoanApplication[]::new);
    Map<String, double[]> expected =
        Map.of(OLD.model().id(), pds(OLD, applications), NEW.model().id(), pds(NEW, applications));
    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Future<Integer>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      tasks.add(executor.submit(() -> {
        int byNew = 0;
        for (int i = 0; i < DECISIONS / 8; i++) {
          int at = i % applications.length;
          Decision decision = service.decide(applications[at]);
          assertThat(decision.pd()).isEqualTo(expected.get(decision.modelId())[at]);
          byNew += decision.modelId().equals(NEW.model().id()) ? 1 : 0;
        }
        return byNew;
      }));
    }
    int swaps = 0;
    while (tasks.stream().anyMatch(task -> !task.isDone())) {
      service.swap(swaps++ % 2 == 0 ? NEW : OLD);
    }
    int byNew = 0;
    for (Future<Integer> task : tasks) {
      byNew += task.get(5, TimeUnit.MINUTES);
    }
    executor.shutdown();

    assertThat(swaps).isGreaterThan(2);
    assertThat(byNew).isBetween(1, DECISIONS - 1);
  }

  @Test
  void swap_engineThatNeedsAnotherField_isRefusedSayingWhich() {
    Field age = Field.of("age", FieldKind.NUMBER, FieldRole.FEATURE);
    CreditEngine needy = CreditEngine.of(
        TestModels.scorecard(age),
        TestPolicies.policy(TestPolicies.POLICY.replace(
            "\"field\":\"overdue\",\"above\":0", "\"field\":\"age\",\"below\":18")));
    CreditService service = service(NOWHERE);

    assertThatThrownBy(() -> service.swap(needy))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            broken ->
                assertThat(broken.violations()).extracting(Violation::place).contains("age"));
    assertThat(service.current()).isSameAs(OLD);
  }

  @Test
  void start_callersWhoSendOtherKindsAndLevels_isRefusedWithAllViolations() {
    Field text = Field.of("dsti", FieldKind.CATEGORY, FieldRole.FEATURE);
    Field levels = Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withLevels(List.of("car", "boat")));
    Field unknown = Field.of("unheard", FieldKind.NUMBER, FieldRole.FEATURE);

    assertThatThrownBy(() -> CreditService.builder(contract(text, levels, unknown), NOWHERE, CLOCK)
            .start(OLD))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            broken -> assertThat(broken.violations())
                .extracting(Violation::received)
                .containsExactlyInAnyOrder("CATEGORY is sent, NUMBER is read", "boat", "NUMBER"));
  }

  @Test
  void swap_engineThatFailsTheRehearsal_isRefused() {
    LoanApplication broken = LoanApplication.builder("broken").currency("EUR").build();
    CreditServiceBuilder builder = CreditService.builder(contract(), NOWHERE, CLOCK)
        .rehearsing(Rehearsal.of(List.of(AuditFixture.application(1), broken), 2));

    assertThatThrownBy(() -> builder.start(OLD))
        .hasMessageContaining("broken")
        .hasMessageContaining("currency");
  }

  @Test
  void decide_fields_isTheSameAsAnApplication() {
    CreditService service = service(NOWHERE);
    LoanApplication application = AuditFixture.application(3);

    assertThat(service.decide(application.id(), null, application.fields()).toJson())
        .isEqualTo(OLD.decide(application).toJson());
  }

  @Test
  void decide_shadow_recordsBothAndLetsTheChampionDecide() {
    List<AuditEntry> entries = new ArrayList<>();
    CreditService service = service(entries::add);
    service.challenge(NEW, Experiment.shadow("spring"));

    Decision decision = service.decide(AuditFixture.application(1));

    assertThat(decision.modelId()).isEqualTo(OLD.model().id());
    assertThat(entries)
        .extracting(entry -> ((AuditEntry.Decided) entry).decides())
        .containsExactly(false, true);
    service.endExperiment();
    service.decide(AuditFixture.application(2));
    assertThat(entries).hasSize(3);
  }

  @Test
  void decide_challengerThatFails_isRecordedAndTheChampionDecides() {
    List<AuditEntry> entries = new ArrayList<>();
    ServiceMetrics metrics = new ServiceMetrics();
    CreditService service = CreditService.builder(contract(), entries::add, CLOCK)
        .heardBy(metrics, () -> 0L)
        .start(OLD);
    CreditEngine yen = CreditEngine.of(
        NEW.model(), TestPolicies.policy(TestPolicies.POLICY.replace("USD", "EUR")));
    service.challenge(yen, new Experiment("spring", "salt", 1.0));

    Decision decision = service.decide(AuditFixture.application(1));

    assertThat(decision.modelId()).isEqualTo(OLD.model().id());
    assertThat(entries.get(0)).isInstanceOf(AuditEntry.Failed.class);
    assertThat(((AuditEntry.Decided) entries.get(1)).decides()).isTrue();
    assertThat(metrics.counts()).containsEntry("challenger.failures", 1L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.1, 0.5, 1.0})
  void isChallenged_manyApplicants_isTheShareAndStaysWhenItGrows(double share) {
    Experiment small = new Experiment("e", "salt", share);
    Experiment larger = new Experiment("e", "salt", Math.min(1.0, share + 0.1));
    int challenged = 0;
    for (int i = 0; i < 20_000; i++) {
      boolean now = small.isChallenged("applicant-" + i);
      challenged += now ? 1 : 0;
      assertThat(!now || larger.isChallenged("applicant-" + i)).isTrue();
    }

    // the standard error of a share of one half of 20,000 is 0.0035
    assertThat(challenged / 20_000.0).isBetween(share - 0.014, share + 0.014);
  }

  @Test
  void reloadIfChanged_corruptModel_leavesTheOldOneServing() throws IOException {
    Path model = folder.resolve("M.risk");
    Path policy = folder.resolve("P.json");
    OLD.model().save(model);
    Files.writeString(policy, TestPolicies.POLICY);
    ServiceMetrics metrics = new ServiceMetrics();
    CreditService service = CreditService.builder(contract(), NOWHERE, CLOCK)
        .heardBy(metrics, () -> 0L)
        .start(EngineSource.ofFiles(model, policy, TrustPolicy.ANYTHING));
    assertThat(service.reloadIfChanged().outcome()).isEqualTo(Reload.Outcome.UNCHANGED);

    byte[] cut = java.util.Arrays.copyOf(NEW.model().toBytes(), 1000);
    Files.write(model, cut);
    Reload refused = service.reloadIfChanged();

    assertThat(refused.outcome()).isEqualTo(Reload.Outcome.REFUSED);
    assertThat(refused.why()).contains("M.risk", "cut short");
    assertThat(service.reloadIfChanged()).isEqualTo(refused);
    assertThat(metrics.counts()).containsEntry("engine.refusals", 1L);
    assertThat(service.current().model().id()).isEqualTo(OLD.model().id());
    NEW.model().save(model);
    assertThat(service.reloadIfChanged())
        .isEqualTo(new Reload(Reload.Outcome.SWAPPED, NEW.model().id(), ""));
  }

  @Test
  void reloadIfChanged_unsignedModel_isRefusedUntilItIsSigned() throws IOException {
    KeyPair lender = SigningKeys.generate();
    Path model = folder.resolve("M.risk");
    Path policy = Files.writeString(folder.resolve("P.json"), TestPolicies.POLICY);
    OLD.model().save(model);
    sign(model, lender);
    sign(policy, lender);
    CreditService service = CreditService.builder(contract(), NOWHERE, CLOCK)
        .start(
            EngineSource.ofFiles(model, policy, TrustPolicy.signedBy(List.of(lender.getPublic()))));

    NEW.model().save(model);
    Reload refused = service.reloadIfChanged();

    assertThat(refused.outcome()).isEqualTo(Reload.Outcome.REFUSED);
    assertThat(refused.why()).contains("does not fit its signature");
    assertThat(service.current().model().id()).isEqualTo(OLD.model().id());
    sign(model, lender);
    assertThat(service.reloadIfChanged().outcome()).isEqualTo(Reload.Outcome.SWAPPED);
  }

  private static void sign(Path file, KeyPair keys) throws IOException {
    ArtifactSignature.sign(Files.readAllBytes(file), keys).save(ArtifactSignature.pathFor(file));
  }

  @Test
  void reloadIfChanged_folder_takesTheLastName() throws IOException {
    OLD.model().save(folder.resolve("1.risk"));
    Files.writeString(folder.resolve("P.json"), TestPolicies.POLICY);
    CreditService service = CreditService.builder(contract(), NOWHERE, CLOCK)
        .rehearsing(Rehearsal.NONE)
        .start(EngineSource.ofFolder(folder, TrustPolicy.ANYTHING));

    NEW.model().save(folder.resolve("2.risk"));

    assertThat(service.reloadIfChanged().outcome()).isEqualTo(Reload.Outcome.SWAPPED);
    RiskModel now = service.current().model();
    assertThat(now.id()).isEqualTo(NEW.model().id());
  }

  @Test
  void decide_countsWhatWasMissingOrUnseen() {
    ServiceMetrics metrics = new ServiceMetrics();
    long[] now = {0};
    CreditService service = CreditService.builder(contract(), NOWHERE, CLOCK)
        .heardBy(metrics, () -> now[0] += 1000)
        .start(OLD);
    Map<String, Object> fields =
        new java.util.HashMap<>(AuditFixture.application(1).fields());
    fields.remove("dsti");
    fields.put("purpose", "boat");

    service.decide("1", null, fields);

    assertThat(metrics.counts())
        .containsEntry("cells.missing", 1L)
        .containsEntry("cells.unseen", 1L);
    assertThat(metrics.latency(0.99)).isBetween(1000L, 1250L);
  }
}
