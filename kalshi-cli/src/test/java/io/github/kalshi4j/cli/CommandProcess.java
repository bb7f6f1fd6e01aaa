package io.github.kalshi4j.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, so that it can be told to end as a shell does. */
final class CommandProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private CommandProcess(Process process) {
    this.process = process;
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a command; what it says on standard error is said on ours.
   *
   * @param classes what is on its class path beside ours
   */
  static CommandProcess start(
      Map<String, String> environment, List<Path> classes, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", classPath(classes)));
    words.add(Main.class.getName());
    Stream.of(arguments).map(Object::toString).forEach(words::add);
    var builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new CommandProcess(builder.start());
  }

  private static String classPath(List<Path> more) {
    return String.join(
        File.pathSeparator,
        Stream.concat(
                Stream.of("java.class.path", "jdk.module.path")
                    .map(System::getProperty)
                    .filter(path -> path != null && !path.isEmpty()),
                more.stream().map(Path::toString))
            .toList());
  }

  /** Returns what it prints. */
  BufferedReader out() {
    return out;
  }

  /** Asks it to end, as SIGTERM does; the process's own method would close its output, too. */
  void ask() {
    process.toHandle().destroy();
  }

  /** Waits for its end and returns its exit code. */
  int code() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the command has not ended");
    }
    return process.exitValue();
  }

  /** Ends it, by force if it has not ended. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
  }
}
