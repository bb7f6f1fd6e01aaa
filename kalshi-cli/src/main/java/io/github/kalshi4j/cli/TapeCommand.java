package io.github.kalshi4j.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with tapes. */
@Command(
    name = "tape",
    description = "Imports recordings as tapes, and says what is on tapes and whether it is true.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TapeImportCommand.class, TapeInfoCommand.class, TapeVerifyCommand.class})
final class TapeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command given; commands are import, info and verify (--help)");
  }
}
