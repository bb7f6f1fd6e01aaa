package io.github.kalshi4j.client.stream;

/** What stands around a {@code msg}: the command answered, the subscription and its sequence. */
final class Envelope {
  /** Marks the component of a record that takes the command's id. */
  static final String COMMAND = "id";

  /** Marks the component of a record that takes the subscription. */
  static final String SUBSCRIPTION = "sid";

  /** Marks the component of a record that takes the sequence. */
  static final String SEQUENCE = "seq";

  long command;
  int subscription;
  long sequence;

  void clear() {
    command = 0;
    subscription = 0;
    sequence = 0;
  }

  /** Returns the sequence of a message that cannot do without. */
  long requireSequence() {
    if (sequence == 0) {
      throw new MessageBody.MissingFieldException("seq");
    }
    return sequence;
  }

  int requireSubscription() {
    if (subscription == 0) {
      throw new MessageBody.MissingFieldException("sid");
    }
    return subscription;
  }
}
