package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.TapeInfo;
import io.github.kalshi4j.engine.tape.Tapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is on tapes. */
@Command(
    name = "info",
    description = "Says what is on tapes: frames by type, their time, gaps and markets.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TapeInfoCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TAPE", arity = "1..*", description = "A tape, or a folder of tapes.")
  private List<Path> places = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  TapeInfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TapePaths.check("TAPE", places);
    TapeInfo info;
    try (Progress progress = console.progress()) {
      info =
          TapeInfo.of(
              Tapes.find(places),
              (done, total, next) -> progress.at(done, total, "reading " + next));
    }
    if (json) {
      Json.print(info, console.out());
    } else {
      console.out().print(info.toText());
    }
    return Cli.SUCCESS;
  }
}
