package io.probity.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that appears at its path whole or not at all. It is written beside its place under another
 * name and moved there by {@link #commit}; closing it without a commit removes it, and what stood at
 * the path before stays.
 *
 * <p>Not safe for use by several threads.
 */
public final class WholeFile implements Closeable {

  private static final AtomicLong COUNTER = new AtomicLong();

  private final Path target;
  private final Path part;
  private final OutputStream out;
  private boolean closed;

  private WholeFile(Path target, Path part, OutputStream out) {
    this.target = target;
    this.part = part;
    this.out = out;
  }

  /**
   * Opens a file for writing.
   *
   * @throws NoSuchFileException if its folder does not exist
   */
  public static WholeFile create(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          target.toString(), null, "the folder does not exist; create it first");
    }
    String partName = "." + name + "." + ProcessHandle.current().pid() + "-"
        + COUNTER.incrementAndGet() + ".part";
    Path part = folder.resolve(partName);
    OutputStream out = UnfinishedFiles.beforeTheEnd(() -> {
      UnfinishedFiles.add(part);
      return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
    });
    return new WholeFile(absolute, part, new BufferedOutputStream(out, 1 << 16));
  }

  /** Writes the bytes to the path, whole or not at all. */
  public static void write(Path target, byte[] bytes) throws IOException {
    try (WholeFile file = create(target)) {
      file.stream().write(bytes);
      file.commit();
    }
  }

  /** Returns the stream to write to; it is closed with this file. */
  public OutputStream stream() {
    return out;
  }

  /** Completes the file and moves it to its path, replacing what stood there. */
  public void commit() throws IOException {
    out.close();
    UnfinishedFiles.beforeTheEnd(this::move);
    closed = true;
    UnfinishedFiles.forget(part);
  }

  private Path move() throws IOException {
    try {
      return Files.move(
          part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException crossing) {
      return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes the file if it was not committed. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      out.close();
    } finally {
      Files.deleteIfExists(part);
      UnfinishedFiles.forget(part);
    }
  }
}
