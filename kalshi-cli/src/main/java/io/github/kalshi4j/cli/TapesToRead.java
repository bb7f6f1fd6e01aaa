package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tapes that a command reads from end to end to say something about them. */
final class TapesToRead {
  private final Console console;

  @Parameters(paramLabel = "TAPE", arity = "1..*", description = "A tape, or a folder of tapes.")
  private List<Path> places = List.of();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  TapesToRead(Console console) {
    this.console = console;
  }

  /**
   * Reads them, showing progress, and prints what is to be said.
   *
   * @param read returns it as a record, whose components are the keys of the JSON
   * @throws UsageException if a place is not there or holds no tape
   */
  <T> void tell(BiFunction<List<TapeFile>, TapeProgress, T> read, Function<T, String> text)
      throws IOException {
    TapePaths.check("TAPE", places);
    T answer;
    try (Progress progress = console.progress()) {
      answer =
          read.apply(
              Tapes.find(places),
              (done, total, next) -> progress.at(done, total, "reading " + next));
    }
    if (json) {
      Json.print(answer, console.out());
    } else {
      console.out().print(text.apply(answer));
    }
  }
}
