package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.Price;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles what a user might write, and loads it as the JVM would load a user's jar. */
final class UserModules {
  private UserModules() {}

  /** Compiles sources, by path, into a folder. */
  static Path compile(Path folder, Map<String, String> sources) {
    List<String> arguments = new ArrayList<>();
    Path classes = folder.resolve("classes");
    String path =
        String.join(
            System.getProperty("path.separator"),
            locationOf(Strategy.class),
            locationOf(Price.class),
            locationOf(Nullable.class));
    arguments.addAll(
        List.of(
            "-d",
            classes.toString(),
            sources.containsKey("module-info.java") ? "--module-path" : "--class-path",
            path));
    try {
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve("src").resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
        arguments.add(file.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(printer, printer, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("javac: " + output);
    }
    return classes;
  }

  /** Returns a loader of classes that are in no named module, as on a class path. */
  static ClassLoader classPath(Path classes) {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Strategy.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a loader of the classes of a named module. */
  static ClassLoader module(Path classes, String name) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of(name));
    return boot.defineModulesWithOneLoader(configuration, Strategy.class.getClassLoader())
        .findLoader(name);
  }

  static String locationOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
