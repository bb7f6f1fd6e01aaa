package io.github.kalshi4j.engine.desk;

/** Where an order is in its life. */
public sealed interface OrderState {
  /** It left us and no answer has come. */
  record Sent() implements OrderState {}

  /** The venue took it, and it may still fill. */
  record Resting() implements OrderState {}

  /** All of it was filled. */
  record Executed() implements OrderState {}

  /** What was left of it is gone; earlier fills stand. */
  record Canceled(String reason) implements OrderState {}

  /** The venue did not take it. */
  record Refused(String reason) implements OrderState {}

  /** Returns whether it may still fill. */
  default boolean isOpen() {
    return switch (this) {
      case Sent sent -> true;
      case Resting resting -> true;
      case Executed executed -> false;
      case Canceled canceled -> false;
      case Refused refused -> false;
    };
  }
}
