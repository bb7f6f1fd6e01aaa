package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A terminal whose size is asked of {@code stty} every two seconds, as Java does not tell it. Used
 * by one thread.
 */
final class Terminal implements Screen {
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\\s*");
  private static final File DEVICE = new File("/dev/tty");
  private static final int PATIENCE_SECONDS = 2;

  private final TimeSource time;
  private final Map<String, String> environment;
  private @Nullable Size known;
  private long asked;

  private Terminal(TimeSource time, Map<String, String> environment) {
    this.time = time;
    this.environment = Map.copyOf(environment);
  }

  /** Returns the terminal, unless the environment says that it cannot be drawn on. */
  static Screen of(TimeSource time, Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    return type.isEmpty() || type.equals("dumb") ? Screen.NONE : new Terminal(time, environment);
  }

  @Override
  public Optional<Size> size() {
    long now = time.nanoTime();
    if (known == null || now - asked >= PERIOD.toNanos()) {
      asked = now;
      known = ask().or(this::named).orElse(Size.USUAL);
    }
    return Optional.of(known);
  }

  private static Optional<Size> ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(DEVICE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return Optional.empty();
      }
      return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return Optional.empty(); // there is no stty, or no terminal to ask
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Size> named() {
    return parse(
        environment.getOrDefault("LINES", "") + ' ' + environment.getOrDefault("COLUMNS", ""));
  }

  private static Optional<Size> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
