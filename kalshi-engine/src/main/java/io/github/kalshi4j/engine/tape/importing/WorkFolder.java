package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.tape.format.TapeException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A hidden folder in which tapes are made before they are shown all at once. Closing it deletes
 * what is still in it, and the folders it had to make, if nothing was shown. When the program is
 * asked to end meanwhile (Ctrl-C), {@link #check()} throws, and the end waits a moment for the
 * closing. What a killed program left is deleted by the next one that works in the same place an
 * hour later.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = ".import-";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final long CLOSING_SECONDS = 5;

  private final Path out;
  private final Path folder;
  private final List<Path> made = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread onExit = new Thread(this::stop, "kalshi-import-exit");
  private volatile boolean stopped;
  private boolean shown;

  private WorkFolder(Path out) {
    this.out = out;
    this.folder = out.resolve(PREFIX + UUID.randomUUID());
  }

  /** Makes the folder, with those above it that are missing. */
  static WorkFolder in(Path out) throws IOException {
    WorkFolder work = new WorkFolder(out);
    try {
      work.make(work.folder);
    } catch (IOException e) {
      work.clear();
      throw e;
    }
    deleteAbandoned(out);
    Runtime.getRuntime().addShutdownHook(work.onExit);
    return work;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Throws if the program has been asked to end. */
  void check() {
    if (stopped) {
      throw TapeException.at(out, "interrupted; nothing was written");
    }
  }

  /**
   * Moves files out, replacing those of the same names.
   *
   * @throws IOException if one cannot be moved; then those that are new are gone again
   */
  List<Path> show(List<String> names) throws IOException {
    check();
    List<Path> files = new ArrayList<>();
    List<Path> added = new ArrayList<>();
    try {
      for (String name : names) {
        Path file = out.resolve(name);
        boolean isNew = !Files.exists(file);
        Files.move(
            folder.resolve(name),
            file,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        files.add(file);
        if (isNew) {
          added.add(file);
        }
      }
    } catch (IOException e) {
      added.forEach(WorkFolder::deleteQuietly);
      throw e;
    }
    shown = true;
    return List.copyOf(files);
  }

  @Override
  public void close() {
    clear();
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook has seen the folder closed.
    }
  }

  private void stop() {
    stopped = true;
    try {
      closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      make(parent);
    }
    Files.createDirectory(path);
    made.add(path);
  }

  private void clear() {
    deleteContents(folder);
    for (Path path : made.reversed()) {
      if (!shown || path.equals(folder)) {
        deleteQuietly(path);
      }
    }
  }

  private static void deleteAbandoned(Path out) {
    Instant limit = TimeSource.system().now().minus(ABANDONED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(out, PREFIX + "*")) {
      for (Path path : left) {
        if (Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
          deleteContents(path);
          deleteQuietly(path);
        }
      }
    } catch (IOException e) {
      // What cannot be cleaned up now does no harm.
    }
  }

  private static void deleteContents(Path path) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      files.forEach(WorkFolder::deleteQuietly);
    } catch (IOException e) {
      // It was never made, or cannot be read; then it cannot be deleted either.
    }
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // A leftover does no harm, and the failure that led here is the one to report.
    }
  }
}
