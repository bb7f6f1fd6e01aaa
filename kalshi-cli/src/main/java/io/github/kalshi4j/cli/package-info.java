/**
 * The {@code kalshi} command. {@link io.github.kalshi4j.cli.Main} parses the arguments, runs one
 * command and turns whatever goes wrong into one line and an exit code.
 */
package io.github.kalshi4j.cli;
