package io.probity.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A zip of uncompressed entries that is the same bytes for the same entries, on every Java release
 * and machine, and readable by any unzip tool.
 *
 * <p>Reading takes only what writing gives: the entries are read and written again, and if the bytes
 * differ anywhere the file is refused. So a file that was cut short, changed in a single byte, or
 * packed by another tool never loads.
 */
final class StoredZip {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final short VERSION = 10;
  private static final short UTF8_NAMES = 1 << 11;
  private static final short NOON = 12 << 11;
  private static final short FIRST_OF_JANUARY_2000 = (20 << 9) | (1 << 5) | 1;

  private StoredZip() {}

  static byte[] write(Map<String, byte[]> entries) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    entries.forEach((name, content) -> {
      byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
      int offset = body.size();
      byte[] local = new byte[LOCAL_BYTES];
      putCommon(littleEndian(local).putInt(LOCAL_HEADER), nameBytes, content);
      body.writeBytes(local);
      body.writeBytes(nameBytes);
      body.writeBytes(content);
      byte[] central = new byte[CENTRAL_BYTES];
      ByteBuffer header = littleEndian(central).putInt(CENTRAL_HEADER).putShort(VERSION);
      putCommon(header, nameBytes, content);
      header.putInt(CENTRAL_BYTES - Integer.BYTES, offset);
      directory.writeBytes(central);
      directory.writeBytes(nameBytes);
    });
    int directoryOffset = body.size();
    body.writeBytes(directory.toByteArray());
    byte[] end = new byte[END_BYTES];
    littleEndian(end)
        .putInt(END_OF_DIRECTORY)
        .putInt(0)
        .putShort((short) entries.size())
        .putShort((short) entries.size())
        .putInt(directory.size())
        .putInt(directoryOffset);
    body.writeBytes(end);
    return body.toByteArray();
  }

  /** Writes what the local and the central header share, from the version to the extra field. */
  private static void putCommon(ByteBuffer header, byte[] name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    header.putShort(VERSION).putShort(UTF8_NAMES).putShort((short) 0);
    header.putShort(NOON).putShort(FIRST_OF_JANUARY_2000);
    header.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
    header.putShort((short) name.length).putShort((short) 0);
  }

  static Map<String, byte[]> read(byte[] file, ReadLimits limits) {
    if (file.length > limits.bytes()) {
      throw new ModelFormatException("a model file may have at most " + limits.bytes()
          + " bytes, this one has " + file.length);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= LOCAL_BYTES && in.getInt(in.position()) == LOCAL_HEADER) {
      int start = in.position();
      long contentLength = Integer.toUnsignedLong(in.getInt(start + 18));
      int nameLength = Short.toUnsignedInt(in.getShort(start + 26));
      if (contentLength + nameLength + LOCAL_BYTES > in.remaining()) {
        throw damaged();
      }
      byte[] name = new byte[nameLength];
      byte[] content = new byte[(int) contentLength];
      in.position(start + LOCAL_BYTES);
      in.get(name).get(content);
      if (entries.size() == limits.entries()) {
        throw new ModelFormatException(
            "a model file may have at most " + limits.entries() + " entries");
      }
      if (entries.put(new String(name, StandardCharsets.UTF_8), content) != null) {
        throw damaged();
      }
    }
    if (!Arrays.equals(write(entries), file)) {
      throw damaged();
    }
    return entries;
  }

  private static ModelFormatException damaged() {
    return new ModelFormatException(
        "this is not a .risk file as it was written: it was cut short, changed or packed by another"
            + " tool; fetch the original file again");
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
