package io.probity.signature;

import io.probity.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ed25519 keys in PEM files, as other tools write and read them (PKCS 8 and X.509). */
public final class SigningKeys {

  static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int LINE = 64;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private SigningKeys() {}

  /** Returns a new pair of keys, made with the platform's secure randomness. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  /** Returns the PEM form of a private key, to be kept secret. */
  public static String pem(PrivateKey key) {
    return pem(PRIVATE, key.getEncoded());
  }

  /** Returns the PEM form of a public key. */
  public static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  /**
   * Writes both keys to new files. The private one may be read and written by its owner only, where the
   * file system knows such permissions; elsewhere it has those of its folder.
   *
   * @throws FileAlreadyExistsException if a file exists: a key is never overwritten
   */
  public static void save(KeyPair keys, Path privatePem, Path publicPem) throws IOException {
    for (Path file : List.of(privatePem, publicPem)) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(
            file.toString(), null, "a key is never overwritten; choose another name");
      }
    }
    boolean hasOwners = privatePem.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        hasOwners ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
    byte[] secret = pem(keys.getPrivate()).getBytes(StandardCharsets.US_ASCII);
    try (SeekableByteChannel file = Files.newByteChannel(
        privatePem, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      ByteBuffer rest = ByteBuffer.wrap(secret);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
    Files.writeString(publicPem, pem(keys.getPublic()), StandardOpenOption.CREATE_NEW);
  }

  private static String pem(String kind, byte[] der) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }

  /**
   * Reads a private key.
   *
   * @throws IllegalArgumentException if the file holds none
   */
  public static PrivateKey readPrivate(Path pem) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(der(pem, PRIVATE)));
    } catch (GeneralSecurityException broken) {
      throw noKey(pem, PRIVATE, broken);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws IllegalArgumentException if the file holds none
   */
  public static PublicKey readPublic(Path pem) throws IOException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(der(pem, PUBLIC)));
    } catch (GeneralSecurityException broken) {
      throw noKey(pem, PUBLIC, broken);
    }
  }

  private static byte[] der(Path pem, String kind) throws IOException {
    String text = Files.readString(pem, StandardCharsets.US_ASCII).strip();
    String begin = "-----BEGIN " + kind + "-----";
    String end = "-----END " + kind + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw noKey(pem, kind, null);
    }
    String body = text.substring(begin.length(), text.length() - end.length());
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException broken) {
      throw noKey(pem, kind, broken);
    }
  }

  private static IllegalArgumentException noKey(Path pem, String kind, @Nullable Exception cause) {
    return new IllegalArgumentException(
        pem.getFileName() + " holds no Ed25519 " + kind + " in PEM form; make keys with"
            + " \"risk sign --new-key\"",
        cause);
  }

  /** Returns the id of a key: the SHA-256 of its X.509 form. */
  public static String id(PublicKey key) {
    return Sha256.of(key.getEncoded());
  }
}
