package io.github.kalshi4j.cli;

/** Tells a command that runs until it is told to end, as Ctrl-C and SIGTERM do. */
@FunctionalInterface
interface Interrupts {
  /** Never interrupts. */
  Interrupts NONE = end -> () -> {};

  /**
   * Runs something once the process is to end; until what is returned is closed.
   *
   * @param end called on another thread; it must return soon
   */
  Watch onInterrupt(Runnable end);

  /** Interrupts the calling thread once the process is to end; until what is returned is closed. */
  default Watch interruptThisThread() {
    return onInterrupt(Thread.currentThread()::interrupt);
  }

  /** Until it is closed, an interrupt is a request. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
