package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.TapeVerification;
import io.github.kalshi4j.engine.tape.Tapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether what is on tapes is true. */
@Command(
    name = "verify",
    description = {
      "Rebuilds the books of tapes and says whether they hold together: sequence gaps, impossible",
      "levels, crossed books, and how far the exchange's own tickers agree."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TapeVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TAPE", arity = "1..*", description = "A tape, or a folder of tapes.")
  private List<Path> places = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  TapeVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TapePaths.check("TAPE", places);
    TapeVerification verification;
    try (Progress progress = console.progress()) {
      verification =
          TapeVerification.of(
              Tapes.find(places),
              (done, total, next) -> progress.at(done, total, "reading " + next));
    }
    if (json) {
      Json.print(verification, console.out());
    } else {
      console.out().print(verification.toText());
    }
    return Cli.SUCCESS;
  }
}
