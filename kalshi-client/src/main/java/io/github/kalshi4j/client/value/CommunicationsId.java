package io.github.kalshi4j.client.value;

/** The public name under which a member asks for quotes and gives them, which hides who it is. */
public record CommunicationsId(String value) implements Comparable<CommunicationsId> {
  /** Stands for everybody who asked not to be named; the SHA-256 of nothing. */
  public static final CommunicationsId OBSCURED =
      of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  public CommunicationsId {
    Identifiers.check("CommunicationsId", value);
  }

  public static CommunicationsId of(String value) {
    return new CommunicationsId(value);
  }

  /** Returns whether it is the one that all share who asked not to be named. */
  public boolean isObscured() {
    return equals(OBSCURED);
  }

  @Override
  public int compareTo(CommunicationsId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
