package io.probity.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipInputTest {

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('0' + random.nextInt(10));
    }
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] read(byte[] bytes) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  @Test
  void read_oneMemberOrMore_givesTheContentInOrder() throws IOException {
    byte[] first = random(200_000, 1);
    byte[] second = random(70_000, 2);

    assertThat(read(gzip(first))).isEqualTo(first);
    assertThat(read(gzip(new byte[0]))).isEmpty();
    assertThat(read(joined(gzip(first), gzip(new byte[0]), gzip(second))))
        .isEqualTo(joined(first, second));
    assertThat(read(joined(gzip(first), new byte[37]))).isEqualTo(first);
  }

  @Test
  void read_headerWithNameCommentAndExtra_isSkipped() throws IOException {
    byte[] plain = gzip(random(100, 3));
    byte[] flagged = plain.clone();
    flagged[3] = 4 | 8 | 16 | 2;
    byte[] optional = {2, 0, 'x', 'y', 'n', 0, 'c', 'c', 0, 1, 2};
    byte[] bytes =
        joined(Arrays.copyOf(flagged, 10), optional, Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(read(bytes)).isEqualTo(random(100, 3));
  }

  @Test
  void read_cutAnywhere_isNeverTakenForTheWhole() throws IOException {
    byte[] bytes = gzip(random(300, 4));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void read_changedData_isNeverTakenForGood() throws IOException {
    byte[] bytes = gzip(random(300, 5));

    for (int at = 10; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      assertThatThrownBy(() -> read(changed)).as("byte %d", at).isInstanceOf(IOException.class);
    }
  }

  @Test
  void read_otherBytesAfterAMember_areNotDroppedInSilence() throws IOException {
    byte[] bytes = joined(gzip(random(300, 6)), new byte[] {'a', 'b', 'c'});

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
  }
}
