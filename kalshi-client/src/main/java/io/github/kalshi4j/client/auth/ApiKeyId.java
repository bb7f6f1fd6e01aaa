package io.github.kalshi4j.client.auth;

/** The id of an API key, a UUID. It says which key signed; it is not itself secret. */
public record ApiKeyId(String value) {
  public ApiKeyId {
    if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("API key id must be printable ASCII without spaces");
    }
  }

  public static ApiKeyId of(String value) {
    return new ApiKeyId(value.strip());
  }

  @Override
  public String toString() {
    return value;
  }
}
