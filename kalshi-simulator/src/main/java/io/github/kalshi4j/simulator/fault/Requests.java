package io.github.kalshi4j.simulator.fault;

import io.github.kalshi4j.client.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault may strike. One that is refused for its signature is never among them.
 *
 * @param method null for any
 * @param path below {@code /trade-api/v2}, as the exchange's documents write it; a part in braces
 *     and {@code *} stand for any one part, and {@code **} at the end for any number of them; null
 *     for any path
 * @param member who signed; null for anybody, and for nobody
 */
public record Requests(@Nullable String method, @Nullable String path, @Nullable UserId member) {
  public static final Requests ALL = new Requests(null, null, null);

  public Requests {
    if (path != null && !path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + path);
    }
  }

  /** Returns whether a request is among them. */
  public boolean include(String requestMethod, String requestPath, @Nullable UserId user) {
    return (method == null || method.equals(requestMethod))
        && (member == null || member.equals(user))
        && (path == null || fits(path.split("/", -1), requestPath.split("/", -1)));
  }

  private static boolean fits(String[] pattern, String[] parts) {
    for (int i = 0; i < pattern.length; i++) {
      String part = pattern[i];
      if (part.equals("**") && i == pattern.length - 1) {
        return parts.length >= i;
      }
      if (i >= parts.length || !(isAny(part) || part.equals(parts[i]))) {
        return false;
      }
    }
    return parts.length == pattern.length;
  }

  private static boolean isAny(String part) {
    return part.equals("*") || (part.startsWith("{") && part.endsWith("}"));
  }
}
