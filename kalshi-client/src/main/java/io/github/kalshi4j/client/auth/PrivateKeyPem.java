package io.github.kalshi4j.client.auth;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The PEM of a private key, as the exchange gives it out once. It is shown to whoever asks for it
 * by {@link #reveal()}, and to nobody else: neither its text nor that of anything that holds it
 * contains the key, and it is not written as JSON.
 */
public final class PrivateKeyPem {
  private final String pem;

  private PrivateKeyPem(String pem) {
    this.pem = pem;
  }

  /**
   * Returns a key without looking into it.
   *
   * @throws IllegalArgumentException if there is no text at all
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PrivateKeyPem of(String pem) {
    if (pem.isBlank()) {
      throw new IllegalArgumentException("private key is empty");
    }
    return new PrivateKeyPem(pem);
  }

  /** Returns the PEM itself, to be stored where only its owner can read it. */
  public String reveal() {
    return pem;
  }

  /** Returns nothing but the name of the type, so that it can be logged by mistake. */
  @Override
  public String toString() {
    return "PrivateKeyPem(hidden)";
  }
}
