package io.probity.training.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Runs independent tasks by the caller's executor and returns their results in order, so that the
 * result does not depend on how many threads there are. The library starts no thread of its own.
 */
public final class Tasks {

  private Tasks() {}

  /**
   * Computes one value for each number from 0 to {@code count} - 1.
   *
   * @return the values in the order of the numbers
   * @throws RuntimeException the first exception, by number, that a task threw
   */
  public static <T> List<T> each(int count, Executor executor, IntFunction<T> task) {
    List<CompletableFuture<T>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      Supplier<T> work = () -> task.apply(number);
      running.add(CompletableFuture.supplyAsync(work, executor));
    }
    List<T> results = new ArrayList<>();
    for (CompletableFuture<T> one : running) {
      results.add(result(one));
    }
    return results;
  }

  /**
   * Starts one task beside the caller's own work; by a direct executor it is done at once.
   *
   * @return waits for the task and gives its value, or throws the exception that it threw
   */
  public static <T> Supplier<T> start(Executor executor, Supplier<T> task) {
    CompletableFuture<T> running = CompletableFuture.supplyAsync(task, executor);
    return () -> result(running);
  }

  private static <T> T result(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
