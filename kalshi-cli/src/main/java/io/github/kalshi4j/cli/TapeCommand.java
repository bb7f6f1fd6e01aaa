package io.github.kalshi4j.cli;

import picocli.CommandLine.Command;

/** What can be done with tapes. */
@Command(
    name = "tape",
    description = "Imports recordings as tapes, and says what is on tapes and whether it is true.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TapeImportCommand.class, TapeInfoCommand.class, TapeVerifyCommand.class})
final class TapeCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageException(
        "no tape command given; commands are import, info and verify (--help)");
  }
}
