package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.importing.FramesImporter;
import io.github.kalshi4j.engine.tape.importing.L2CsvImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      description = "The shape of the recordings: l2-csv or frames.")
  private String format = "";

  @Parameters(
      paramLabel = "SOURCE",
      description = "The folder of the recordings; for frames also a single file.")
  private Path source = Path.of("");

  @Mixin private final TapesFolder out = new TapesFolder();

  @Option(
      names = "--use-yes-price",
      description = "The recorded frames came with use_yes_price: NO levels in YES prices.")
  private boolean useYesPrice;

  TapeImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean frames = format.equals(FramesImporter.FORMAT);
    if (!frames && !format.equals(L2CsvImporter.FORMAT)) {
      throw new UsageException(
          "--format '"
              + format
              + "' is not known; the formats are "
              + L2CsvImporter.FORMAT
              + " and "
              + FramesImporter.FORMAT);
    }
    if (useYesPrice && !frames) {
      throw new UsageException(
          "--use-yes-price is for --format " + FramesImporter.FORMAT + " only");
    }
    checkSource(frames);
    out.check();
    List<Path> tapes;
    try (Progress progress = console.progress()) {
      TapeProgress told = (done, total, next) -> progress.at(done, total, "importing " + next);
      tapes =
          frames
              ? FramesImporter.importAll(source, out.path(), useYesPrice, told)
              : L2CsvImporter.importAll(source, out.path(), told);
    }
    console.out().println(Shown.count(tapes.size(), "tape") + " written to " + out.path());
    return Cli.SUCCESS;
  }

  private void checkSource(boolean mayBeFile) throws IOException {
    if (!Files.exists(source)) {
      throw new UsageException("SOURCE " + source + " does not exist");
    }
    if (!Files.isDirectory(source)) {
      if (!mayBeFile) {
        throw new UsageException("SOURCE " + source + " is no folder");
      }
      return;
    }
    try (Stream<Path> files = Files.list(source)) {
      if (files.findAny().isEmpty()) {
        throw new UsageException("SOURCE " + source + " is an empty folder");
      }
    }
  }
}
