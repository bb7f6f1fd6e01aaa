package io.github.kalshi4j.simulator.exchange;

/** Carries a refusal from where it is found to where it is answered; never leaves the engine. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  RefusedException(Refusal.Reason reason, String details) {
    super(details, null, false, false); // no stack trace: refusing is no exception
    refusal = new Refusal(reason, details);
  }

  Refusal refusal() {
    return refusal;
  }
}
