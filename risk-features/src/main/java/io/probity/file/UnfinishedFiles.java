package io.probity.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Files and folders that mean nothing unless their work ends, such as the parts of a {@link WholeFile}.
 * Work registers them, removes them itself when it ends or fails, and forgets them. A program that may
 * be stopped from outside calls {@link #end} on its way out; a library does not decide that, so nothing
 * is removed unless it is called. Safe for use by several threads.
 */
public final class UnfinishedFiles {

  private static final Set<Path> PATHS = ConcurrentHashMap.newKeySet();

  /** Shared by those who make or finish a file, held alone by the end. */
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();

  private UnfinishedFiles() {}

  /** Registers a file or a folder. */
  public static void add(Path path) {
    PATHS.add(path.toAbsolutePath());
  }

  /** Forgets a file or a folder that is finished or gone. */
  public static void forget(Path path) {
    PATHS.remove(path.toAbsolutePath());
  }

  /** Makes or finishes a file; if the program's end has begun, it waits for it and never returns. */
  static <T> T beforeTheEnd(FileStep<T> step) throws IOException {
    LOCK.readLock().lock();
    try {
      return step.take();
    } finally {
      LOCK.readLock().unlock();
    }
  }

  /**
   * Removes what is registered, as {@link #removeAll} does, and lets no thread make or finish a {@link
   * WholeFile} any more: such threads wait. Only for a program's last moment, such as a shutdown hook.
   */
  public static void end() {
    LOCK.writeLock().lock();
    removeAll();
  }

  /**
   * Removes what is registered, folders with all that is in them.
   *
   * @return what could not be removed
   */
  public static List<Path> removeAll() {
    return PATHS.stream().filter(path -> !isRemoved(path)).sorted().toList();
  }

  private static boolean isRemoved(Path path) {
    try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      forget(path);
      return true;
    } catch (IOException stillWritten) {
      return false;
    }
  }

  /** A step with a file. */
  @FunctionalInterface
  interface FileStep<T> {

    T take() throws IOException;
  }
}
