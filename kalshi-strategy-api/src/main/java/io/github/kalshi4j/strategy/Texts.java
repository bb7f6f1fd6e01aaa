package io.github.kalshi4j.strategy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Small help for messages of one line. */
final class Texts {
  private Texts() {}

  /** Returns what a throwable says, in one line; its class where it says nothing. */
  static String oneLine(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Returns the name that a mistyped one probably meant, if one is near. */
  static Optional<String> closest(String typed, Collection<String> names) {
    String wanted = normal(typed);
    return names.stream()
        .filter(name -> distance(wanted, normal(name)) <= Math.max(1, wanted.length() / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(wanted, normal(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the part of a message that lists what could have been said. */
  static String known(String typed, Collection<String> names) {
    String list = names.isEmpty() ? "there are none" : "known: " + String.join(", ", names);
    return closest(typed, names).map(name -> "did you mean " + name + "? ").orElse("") + list;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** The edit distance of Levenshtein. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
