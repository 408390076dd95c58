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

  /** One value of a chain. */
  @FunctionalInterface
  public interface Link<T> {
    /** Computes the value at a place of the chain with a number. */
    T make(int number, int place);
  }

  /**
   * Computes chains of values, one for each number from 0 to {@code count} - 1. A value is begun when the
   * one before it in its chain is done, whatever the other chains do, so that few chains keep all threads
   * busy.
   *
   * @return the values of each place, in the order of the numbers
   * @throws RuntimeException the first exception, by place and number, that a task threw
   */
  public static <T> List<List<T>> chains(int count, int length, Executor executor, Link<T> task) {
    List<List<CompletableFuture<T>>> running = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      List<CompletableFuture<T>> begun = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        int place = i;
        int number = j;
        begun.add(
            place == 0
                ? CompletableFuture.supplyAsync(() -> task.make(number, 0), executor)
                : running
                    .get(place - 1)
                    .get(number)
                    .thenApplyAsync(before -> task.make(number, place), executor));
      }
      running.add(begun);
    }
    return running.stream()
        .map(place -> place.stream().map(Tasks::result).toList())
        .toList();
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
