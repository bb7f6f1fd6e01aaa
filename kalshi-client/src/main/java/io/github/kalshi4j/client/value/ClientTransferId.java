package io.github.kalshi4j.client.value;

import java.util.UUID;
import java.util.regex.Pattern;

/** Our own name for a transfer, a UUID, by which the exchange tells a repeat from another one. */
public record ClientTransferId(String value) implements Comparable<ClientTransferId> {
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  public ClientTransferId {
    if (!UUID_FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("ClientTransferId must be a UUID: " + value);
    }
  }

  public static ClientTransferId of(String value) {
    return new ClientTransferId(value);
  }

  /** Returns one that was never used before. */
  public static ClientTransferId random() {
    return new ClientTransferId(UUID.randomUUID().toString());
  }

  @Override
  public int compareTo(ClientTransferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
