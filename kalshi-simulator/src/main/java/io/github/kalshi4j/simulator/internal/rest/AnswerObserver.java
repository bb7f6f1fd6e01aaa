package io.github.kalshi4j.simulator.internal.rest;

/** Sees each answer before it is written, on the thread that answers. */
@FunctionalInterface
public interface AnswerObserver {
  AnswerObserver NONE = (method, path, answer) -> {};

  void answered(String method, String path, ApiAnswer answer);
}
