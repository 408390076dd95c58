package io.probity.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the chunks of a CSV are worked on. The result does not depend on it.
 *
 * @param executor where a chunk is worked on; a direct executor does it in the caller's thread
 * @param tasks how many chunks may be under way at once, at least 1: the threads of the executor
 */
public record CsvWork(Executor executor, int tasks) {

  /** Everything in the caller's thread. */
  public static final CsvWork ALONE = new CsvWork(Runnable::run, 1);

  /** Checks the number. */
  public CsvWork {
    if (tasks < 1) {
      throw new IllegalArgumentException("at least one task is needed, not " + tasks);
    }
  }

  /** Takes a result. */
  @FunctionalInterface
  public interface Sink<R> {
    /**
     * Takes the result of a chunk, in the order of the chunks and in the caller's thread.
     *
     * @throws IOException if writing what follows from it fails
     */
    void accept(R result) throws IOException;
  }

  /**
   * Works on every chunk and hands over the results in their order. The caller's thread reads ahead
   * while others work. If anything fails, what is under way is waited for, then the first failure in
   * the order of the chunks is thrown.
   *
   * @param work called for one chunk, by any thread
   * @param sink called with each result
   */
  public <R> void run(CsvInput input, Function<CsvChunk, R> work, Sink<R> sink) throws IOException {
    Deque<Under<R>> underWay = new ArrayDeque<>();
    try {
      CsvChunk chunk = next(input, underWay, sink);
      while (chunk != null) {
        CsvChunk own = chunk;
        underWay.add(
            new Under<>(own, CompletableFuture.supplyAsync(() -> work.apply(own), executor)));
        while (underWay.size() > tasks) {
          finish(input, underWay.remove(), sink);
        }
        chunk = next(input, underWay, sink);
      }
      while (!underWay.isEmpty()) {
        finish(input, underWay.remove(), sink);
      }
    } finally {
      underWay.forEach(task -> task.result().handle((done, failed) -> true).join());
    }
  }

  /** Reads the next chunk; if that fails, what was read before it is finished first. */
  private static <R> @Nullable CsvChunk next(CsvInput input, Deque<Under<R>> underWay, Sink<R> sink)
      throws IOException {
    try {
      return input.next();
    } catch (IOException | RuntimeException failed) {
      while (!underWay.isEmpty()) {
        finish(input, underWay.remove(), sink);
      }
      throw failed;
    }
  }

  private static <R> void finish(CsvInput input, Under<R> task, Sink<R> sink) throws IOException {
    R result;
    try {
      result = task.result().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failed;
    }
    sink.accept(result);
    input.release(task.chunk());
  }

  /** A chunk that is being worked on. */
  private record Under<R>(CsvChunk chunk, CompletableFuture<R> result) {}
}
