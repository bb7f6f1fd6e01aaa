package io.github.kalshi4j.client.error;

/** The exchange refused a command on the stream; nothing is subscribed to by it. */
public final class KalshiStreamException extends KalshiException {
  private static final long serialVersionUID = 1L;

  private final StreamErrorCode code;
  private final int number;

  /**
   * Creates an exception.
   *
   * @param command what was asked, in words
   * @param number the exchange's code
   * @param text the exchange's message
   */
  public KalshiStreamException(String command, int number, String text) {
    super(
        command
            + " was refused with code "
            + number
            + ": "
            + text
            + "; "
            + StreamErrorCode.of(number).remedy());
    code = StreamErrorCode.of(number);
    this.number = number;
  }

  public StreamErrorCode code() {
    return code;
  }

  /** Returns the exchange's code, also where it is not known. */
  public int number() {
    return number;
  }
}
