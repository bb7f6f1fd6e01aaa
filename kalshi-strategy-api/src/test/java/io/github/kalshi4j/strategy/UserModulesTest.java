package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies in a user's own jar, on the class path and as a module. */
class UserModulesTest {
  private static final String PROVIDER =
      """
      package user.bot;

      import io.github.kalshi4j.client.market.MarketFacts;
      import io.github.kalshi4j.strategy.Strategy;
      import io.github.kalshi4j.strategy.StrategyProvider;

      public final class BotProvider implements StrategyProvider<BotProvider.Config> {
        ACCESS record Config(int size) {}

        @Override public String name() { return "user-bot"; }
        @Override public String description() { return "A user's bot."; }
        @Override public Config defaults() { return new Config(5); }
        @Override public Strategy create(Config configuration, MarketFacts market) {
          return new Strategy() {};
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void findsAStrategyOnTheClassPath() throws IOException {
    Path classes = UserModules.compile(folder, sources("public", null));
    register(classes, "user.bot.BotProvider");
    StrategyCatalog catalog = StrategyCatalog.load(UserModules.classPath(classes));
    assertThat(Configuration.of(catalog.find("user-bot")).with("size", "7"))
        .hasToString("user-bot(size=7)");
  }

  @Test
  void findsAStrategyInAModuleThatExportsIt() {
    assumeModulePath();
    Path classes = UserModules.compile(folder, sources("public", "exports user.bot;"));
    StrategyCatalog catalog = StrategyCatalog.load(UserModules.module(classes, "user.bot"));
    assertThat(Configuration.of(catalog.find("user-bot")).with("size", "7"))
        .hasToString("user-bot(size=7)");
  }

  @Test
  void saysWhatToDoWhenTheModuleKeepsItsConfigurationToItself() {
    assumeModulePath();
    Path classes = UserModules.compile(folder, sources("public", ""));
    ClassLoader loader = UserModules.module(classes, "user.bot");
    assertThatThrownBy(() -> StrategyCatalog.load(loader))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessage(
            "strategy user-bot (user.bot.BotProvider) has the configuration"
                + " user.bot.BotProvider$Config, which cannot be read: make it public and export"
                + " user.bot");
  }

  @Test
  void saysWhatToDoWhenTheConfigurationIsNotPublic() {
    assumeModulePath();
    Path classes = UserModules.compile(folder, sources("", "exports user.bot;"));
    ClassLoader loader = UserModules.module(classes, "user.bot");
    assertThatThrownBy(() -> StrategyCatalog.load(loader))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessageContaining("make it public");
  }

  @Test
  void namesAProviderThatIsRegisteredButNotThere() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    register(classes, "user.bot.Gone");
    ClassLoader loader = UserModules.classPath(classes);
    assertThatThrownBy(() -> StrategyCatalog.load(loader))
        .isInstanceOf(InvalidStrategyException.class)
        .hasMessageContaining("cannot be loaded")
        .hasMessageContaining("user.bot.Gone");
  }

  private static Map<String, String> sources(String access, String directives) {
    Map<String, String> sources = new HashMap<>();
    sources.put("user/bot/BotProvider.java", PROVIDER.replace("ACCESS", access));
    if (directives != null) {
      sources.put(
          "module-info.java",
          "module user.bot { requires io.github.kalshi4j.strategy; "
              + directives
              + " provides io.github.kalshi4j.strategy.StrategyProvider with user.bot.BotProvider;"
              + " }");
    }
    return sources;
  }

  private static void register(Path classes, String provider) throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(StrategyProvider.class.getName()), provider + "\n");
  }

  private static void assumeModulePath() {
    assumeTrue(Strategy.class.getModule().isNamed(), "the tests do not run on the module path");
  }
}
