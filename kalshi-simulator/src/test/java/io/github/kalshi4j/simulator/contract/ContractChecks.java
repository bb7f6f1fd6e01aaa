package io.github.kalshi4j.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.simulator.internal.rest.AnswerObserver;
import io.github.kalshi4j.simulator.internal.rest.ApiAnswer;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Holds all that an exchange answers and sends against its specifications. Where they are absent it
 * checks nothing. Safe for threads.
 */
public final class ContractChecks implements AnswerObserver {
  private static final @Nullable RestContract REST = rest();
  private static final @Nullable StreamContract STREAM = stream();

  private final Set<String> wrong = new ConcurrentSkipListSet<>();
  private final Set<String> used = new ConcurrentSkipListSet<>();

  private static @Nullable RestContract rest() {
    try {
      return new RestContract();
    } catch (TestAbortedException e) {
      return null;
    }
  }

  private static @Nullable StreamContract stream() {
    try {
      return new StreamContract();
    } catch (TestAbortedException e) {
      return null;
    }
  }

  @Override
  public void answered(String method, String path, ApiAnswer answer) {
    if (REST == null || !path.startsWith(HttpFront.ROOT + '/')) {
      return;
    }
    String below = path.substring(HttpFront.ROOT.length());
    for (String error : REST.errors(method, below, answer.status(), answer.body())) {
      if (!Departures.ANSWERS.contains(error)) {
        wrong.add(error);
      }
    }
    String name = REST.name(method, below);
    if (name != null && answer.status() < 300) {
      used.add(name);
    }
  }

  /** Checks a frame that a client got. */
  public void frame(String text) {
    if (STREAM != null) {
      for (String error : STREAM.errors(text)) {
        if (!Departures.FRAMES.contains(error)) {
          wrong.add(error);
        }
      }
    }
  }

  /** Returns the operations that were answered with success, in the specification's words. */
  public Set<String> used() {
    return Set.copyOf(used);
  }

  /** Asserts that nothing was wrong so far. */
  public void verify() {
    assertThat(wrong).as("what differs from the specification").isEmpty();
  }
}
