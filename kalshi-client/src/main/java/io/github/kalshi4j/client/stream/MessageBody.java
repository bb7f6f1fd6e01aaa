package io.github.kalshi4j.client.stream;

import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of one type's {@code msg}, in whatever order they come. Reused from message
 * to message; {@link #clear} begins one.
 */
abstract class MessageBody {
  /** Stands for an integer that the message did not have. */
  static final long ABSENT = Long.MIN_VALUE;

  abstract void clear();

  /** Reads the value of a field, or returns false if the field, or its value, is not known. */
  abstract boolean read(String field, ValueReader in);

  /** Returns whether a field is an object whose fields are read as if they stood beside it. */
  boolean isPart(String field) {
    return false;
  }

  /** Returns the event, or throws {@link MissingFieldException}. */
  abstract StreamEvent toEvent(Envelope envelope);

  static <T> T require(@Nullable T value, String field) {
    if (value == null) {
      throw new MissingFieldException(field);
    }
    return value;
  }

  static long require(long value, String field) {
    if (value == ABSENT) {
      throw new MissingFieldException(field);
    }
    return value;
  }

  /** A message lacks a field that it must have. */
  static final class MissingFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    MissingFieldException(String field) {
      super("missing");
      this.field = field;
    }

    String field() {
      return field;
    }
  }
}
