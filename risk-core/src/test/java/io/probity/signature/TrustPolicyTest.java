package io.probity.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.decision.CreditPolicy;
import io.probity.decision.TestPolicies;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustPolicyTest {

  private static final KeyPair LENDER = SigningKeys.generate();
  private static final TrustPolicy TRUST = TrustPolicy.signedBy(List.of(LENDER.getPublic()));

  @TempDir
  Path folder;

  private Path model;

  @BeforeEach
  void save() throws IOException {
    model = folder.resolve("M.risk");
    TestModels.scorecard().save(model);
  }

  private void sign(KeyPair keys) throws IOException {
    ArtifactSignature.sign(Files.readAllBytes(model), keys).save(ArtifactSignature.pathFor(model));
  }

  @Test
  void load_signedModel_isTaken() throws IOException {
    sign(LENDER);

    assertThat(RiskModel.load(model, TRUST).id())
        .isEqualTo(TestModels.scorecard().id());
  }

  @Test
  void load_unsignedModel_isRefusedOnlyWhenToldTo() throws IOException {
    assertThat(RiskModel.load(model, TrustPolicy.ANYTHING)).isNotNull();
    assertThatThrownBy(() -> RiskModel.load(model, TRUST))
        .isInstanceOf(UntrustedArtifactException.class)
        .hasMessageContaining("not signed");
  }

  @Test
  void load_otherKey_isRefused() throws IOException {
    sign(SigningKeys.generate());

    assertThatThrownBy(() -> RiskModel.load(model, TRUST)).hasMessageContaining("not trusted");
  }

  @Test
  void load_anotherModelUnderTheSignature_isRefused() throws IOException {
    sign(LENDER);
    byte[] altered = Files.readAllBytes(model);
    altered[altered.length / 2] ^= 1;
    Files.write(model, altered);

    assertThatThrownBy(() -> RiskModel.load(model, TRUST))
        .isInstanceOf(UntrustedArtifactException.class)
        .hasMessageContaining("altered");
  }

  @Test
  void load_policy_isHeldToTheSameTrust() throws IOException {
    Path policy = Files.writeString(folder.resolve("P.json"), TestPolicies.POLICY);

    assertThatThrownBy(() -> CreditPolicy.load(policy, TRUST)).hasMessageContaining("not signed");
    ArtifactSignature.sign(Files.readAllBytes(policy), LENDER)
        .save(ArtifactSignature.pathFor(policy));
    assertThat(CreditPolicy.load(policy, TRUST).header().id()).isEqualTo("T");
  }

  @Test
  void pem_keys_readBack() throws IOException {
    Path secret = Files.writeString(folder.resolve("k.key"), SigningKeys.pem(LENDER.getPrivate()));
    Path open = Files.writeString(folder.resolve("k.pub"), SigningKeys.pem(LENDER.getPublic()));

    assertThat(SigningKeys.readPrivate(secret)).isEqualTo(LENDER.getPrivate());
    assertThat(SigningKeys.readPublic(open)).isEqualTo(LENDER.getPublic());
    assertThatThrownBy(() -> SigningKeys.readPublic(secret)).hasMessageContaining("PUBLIC KEY");
  }

  @Test
  void save_newKeys_areReadBackAndNeverOverwritten() throws IOException {
    Path secret = folder.resolve("k.key");
    Path known = folder.resolve("k.pub");
    SigningKeys.save(LENDER, secret, known);

    assertThat(SigningKeys.readPrivate(secret)).isEqualTo(LENDER.getPrivate());
    assertThat(SigningKeys.readPublic(known)).isEqualTo(LENDER.getPublic());
    assertThatThrownBy(() -> SigningKeys.save(LENDER, folder.resolve("other.key"), known))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("other.key")).doesNotExist();
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(secret))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
