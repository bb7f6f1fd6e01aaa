package io.github.kalshi4j.cli;

import picocli.CommandLine.Command;

/** What can be done with tapes. */
@Command(
    name = "tape",
    description =
        "Records the stream as tapes, imports recordings, and says what is on tapes and whether it is true.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TapeImportCommand.class,
      TapeRecordCommand.class,
      TapeInfoCommand.class,
      TapeVerifyCommand.class
    })
final class TapeCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageException(
        "no tape command given; commands are import, record, info and verify (--help)");
  }
}
