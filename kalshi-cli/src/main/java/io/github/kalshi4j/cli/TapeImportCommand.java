package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.L2CsvImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns recordings of another shape into tapes. */
@Command(
    name = "import",
    description = {
      "Makes tapes of recordings of another shape. Either all tapes appear or none.",
      "Equal recordings give equal tapes."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TapeImportCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "The shape of the recordings: l2-csv.")
  private String format = "";

  @Parameters(paramLabel = "SOURCE", description = "The folder of the recordings.")
  private Path source = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the tapes; made if it is not there.")
  private Path out = Path.of("");

  TapeImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!format.equals(L2CsvImporter.FORMAT)) {
      throw new UsageException(
          "--format '" + format + "' is not known; the formats are " + L2CsvImporter.FORMAT);
    }
    if (!Files.isDirectory(source)) {
      throw new UsageException(
          "SOURCE " + source + (Files.exists(source) ? " is no folder" : " does not exist"));
    }
    try (Stream<Path> files = Files.list(source)) {
      if (files.findAny().isEmpty()) {
        throw new UsageException("SOURCE " + source + " is an empty folder");
      }
    }
    Folders.checkWritable("--out", out);
    List<Path> tapes;
    try (Progress progress = console.progress()) {
      tapes =
          L2CsvImporter.importAll(
              source, out, (done, total, next) -> progress.at(done, total, "importing " + next));
    }
    console
        .out()
        .println(tapes.size() + (tapes.size() == 1 ? " tape" : " tapes") + " written to " + out);
    return Cli.SUCCESS;
  }
}
