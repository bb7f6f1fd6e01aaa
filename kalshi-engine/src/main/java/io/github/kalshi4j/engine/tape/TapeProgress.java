package io.github.kalshi4j.engine.tape;

/** Hears how far work on several tapes is; called on the thread that works, between two tapes. */
@FunctionalInterface
public interface TapeProgress {
  /** Hears nothing. */
  TapeProgress NONE = (done, total, next) -> {};

  /**
   * Called before each tape and once at the end.
   *
   * @param done tapes that are finished
   * @param total tapes there are
   * @param next the tape that comes now; empty at the end
   */
  void at(int done, int total, String next);
}
