package io.github.kalshi4j.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Turns exceptions into one line for a person. */
final class Failures {
  private Failures() {}

  /**
   * Returns what went wrong with a file; the JDK's own messages are often the file's name alone.
   */
  static String describe(IOException failure) {
    String message = oneLine(failure.getMessage());
    return switch (failure) {
      case NoSuchFileException missing -> message + " does not exist";
      case FileNotFoundException missing -> message;
      case AccessDeniedException denied -> message + " may not be accessed";
      case FileAlreadyExistsException existing -> message + " exists and is no folder";
      case NotDirectoryException file -> message + " is no folder";
      case FileSystemException other -> message;
      default -> message.isEmpty() ? failure.getClass().getSimpleName() : message;
    };
  }

  /** Returns the text on one line, without what would steer a terminal; empty for null. */
  static String oneLine(@Nullable String text) {
    return text == null ? "" : printable(text.strip());
  }

  /** Returns the text on one line, without what would steer a terminal. */
  static String printable(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ")
        .replace('\t', ' ')
        .replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "");
  }
}
