package io.github.kalshi4j.client.apikey;

import io.github.kalshi4j.client.value.WireEnum;

/** How a key signs. */
public enum ApiKeyType implements WireEnum {
  /** RSA with PSS padding. */
  RSA("rsa"),
  /** Ed25519, whose signatures take far less time to make. */
  ED25519("ed25519"),
  /** One that this version does not know; no key can be made with it. */
  UNRECOGNIZED("");

  private final String wire;

  ApiKeyType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
