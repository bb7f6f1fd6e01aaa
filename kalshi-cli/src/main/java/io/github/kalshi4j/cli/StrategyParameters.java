package io.github.kalshi4j.cli;

import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.InvalidParameterException;
import io.github.kalshi4j.strategy.ParameterInfo;
import io.github.kalshi4j.strategy.StrategyProvider;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code --config} and {@code --set} say about a strategy's parameters. */
final class StrategyParameters {
  private StrategyParameters() {}

  /**
   * Returns a strategy's defaults, changed by a file and then by settings.
   *
   * @throws UsageException if the file cannot be read, or a setting is not {@code name=value}
   * @throws InvalidParameterException if the strategy refuses a name or a value
   */
  static <C extends Record> Configuration<C> configure(
      StrategyProvider<C> provider, @Nullable Path file, List<String> settings) {
    Configuration<C> defaults = Configuration.of(provider);
    Map<String, String> values = new LinkedHashMap<>();
    if (file != null) {
      values.putAll(read(file));
      refuseUnknown(defaults, values.keySet(), file);
    }
    values.putAll(parse(settings));
    return defaults.withAll(values);
  }

  private static Map<String, String> parse(List<String> settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--set '" + setting + "' is not NAME=VALUE");
      }
      String name = setting.substring(0, equals).strip();
      if (values.put(name, setting.substring(equals + 1).strip()) != null) {
        throw new UsageException("--set " + name + " is given twice");
      }
    }
    return values;
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      new OnceEach(file, values).load(reader);
    } catch (CharacterCodingException e) {
      throw new UsageException("--config " + file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new UsageException(
          "--config " + (Files.isDirectory(file) ? file + " is a folder" : Failures.describe(e)),
          e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--config " + file + " is no properties file: " + Failures.oneLine(e.getMessage()), e);
    }
    return values;
  }

  /** Names the file, which the strategy's own refusal does not know. */
  private static void refuseUnknown(Configuration<?> defaults, Set<String> names, Path file) {
    List<String> known = defaults.parameters().stream().map(ParameterInfo::name).toList();
    String unknown =
        names.stream().filter(n -> !known.contains(n)).sorted().collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "--config "
              + file
              + ": "
              + defaults.provider().name()
              + " has no parameter "
              + unknown
              + "; known: "
              + String.join(", ", known));
    }
  }

  /** A properties file in which no name may come twice. */
  private static final class OnceEach extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient Map<String, String> values;

    OnceEach(Path file, Map<String, String> values) {
      this.file = file;
      this.values = values;
    }

    @Override
    public synchronized @Nullable Object put(Object name, Object value) {
      String before = values.put((String) name, ((String) value).strip());
      if (before != null) {
        throw new UsageException("--config " + file + ": " + name + " is given twice");
      }
      return null;
    }
  }
}
