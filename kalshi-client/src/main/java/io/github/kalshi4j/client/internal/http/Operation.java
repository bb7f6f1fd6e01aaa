package io.github.kalshi4j.client.internal.http;

/**
 * One operation of the exchange.
 *
 * @param method upper case
 * @param path below the base URL, with its parameters in braces: {@code /markets/{ticker}}
 * @param access whether it is signed
 */
public record Operation(String method, String path, Access access) {
  /** Whether a request is signed. */
  public enum Access {
    /** Never; anybody may ask. */
    PUBLIC,
    /** Where there are credentials; the answer may depend on who asks. */
    OPTIONAL,
    /** Always. */
    SIGNED
  }

  /** Returns an operation that anybody may call: {@code open("GET /markets")}. */
  public static Operation open(String methodAndPath) {
    return of(methodAndPath, Access.PUBLIC);
  }

  /** Returns an operation that is signed where there are credentials. */
  public static Operation optional(String methodAndPath) {
    return of(methodAndPath, Access.OPTIONAL);
  }

  /** Returns an operation that needs credentials. */
  public static Operation signed(String methodAndPath) {
    return of(methodAndPath, Access.SIGNED);
  }

  private static Operation of(String methodAndPath, Access access) {
    int space = methodAndPath.indexOf(' ');
    return new Operation(
        methodAndPath.substring(0, space), methodAndPath.substring(space + 1), access);
  }

  /** Returns whether it only reads, and so may be repeated. */
  public boolean isRead() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
