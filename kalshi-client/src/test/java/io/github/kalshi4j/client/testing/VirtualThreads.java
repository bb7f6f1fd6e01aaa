package io.github.kalshi4j.client.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts the virtual threads that begin after it. The JVM's flight recorder tells of them; a dump
 * of all threads would do so as well, but now and then ends a JVM of version 25.
 */
public final class VirtualThreads implements AutoCloseable {
  private static final String BEGINS = "jdk.VirtualThreadStart";
  private static final String ENDS = "jdk.VirtualThreadEnd";

  private final Recording recording = new Recording();

  private VirtualThreads() {
    recording.enable(BEGINS).withoutStackTrace();
    recording.enable(ENDS).withoutStackTrace();
    recording.start();
  }

  /** Begins to count. */
  public static VirtualThreads watch() {
    return new VirtualThreads();
  }

  /** Returns how many of them have not ended, of those whose name begins so. */
  public long alive(String prefix) {
    try {
      Path told = Files.createTempFile("threads", ".jfr");
      try {
        recording.dump(told);
        return count(told, prefix);
      } finally {
        Files.delete(told);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Path told, String prefix) throws IOException {
    long alive = 0;
    try (RecordingFile events = new RecordingFile(told)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        RecordedThread thread = event.getThread();
        if (thread != null && thread.getJavaName().startsWith(prefix)) {
          alive += event.getEventType().getName().equals(BEGINS) ? 1 : -1;
        }
      }
    }
    return alive;
  }

  @Override
  public void close() {
    recording.close();
  }
}
