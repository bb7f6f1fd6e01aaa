package io.github.kalshi4j.client.error;

/**
 * Why the exchange refused a command on the stream, or ended a subscription, and what to do.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
public enum StreamErrorCode {
  UNABLE_TO_PROCESS(1, "the exchange cannot read the command; report it as a bug"),
  PARAMS_REQUIRED(2, "the command lacks its parameters; report it as a bug"),
  CHANNELS_REQUIRED(3, "the command names no channel; report it as a bug"),
  SUBSCRIPTION_IDS_REQUIRED(4, "the command names no subscription; report it as a bug"),
  UNKNOWN_COMMAND(5, "the exchange does not know the command; is its address right?"),
  UNKNOWN_SUBSCRIPTION(7, "the exchange has lost the subscription; it is made again"),
  UNKNOWN_CHANNEL(8, "the exchange does not have this channel; use another or ask for access"),
  AUTHENTICATION_REQUIRED(9, "connect with credentials"),
  CHANNEL_ERROR(10, "the exchange ended the subscription; it is made again"),
  INVALID_PARAMETER(11, "correct the markets or other parameters of the request"),
  ONE_SUBSCRIPTION_REQUIRED(12, "the command must name one subscription; report it as a bug"),
  UNSUPPORTED_ACTION(13, "this channel cannot be changed so; subscribe anew"),
  MARKET_REQUIRED(14, "name at least one market"),
  ACTION_REQUIRED(15, "the command lacks its action; report it as a bug"),
  COMMAND_TIMEOUT(18, "the exchange was too slow; the command is repeated"),
  SHARD_FACTOR_NOT_POSITIVE(19, "give a shard factor of 1 to 100"),
  SHARD_FACTOR_REQUIRED(20, "give a shard factor with the shard key"),
  SHARD_KEY_OUT_OF_RANGE(21, "give a shard key of 0 to less than the shard factor"),
  SHARD_FACTOR_TOO_LARGE(22, "give a shard factor of 1 to 100"),
  MATCH_IDS_REQUIRED(23, "the command lacks ids; report it as a bug"),
  INDEX_IDS_REQUIRED(24, "name at least one index"),
  BUFFER_OVERFLOW(
      25, "we read too slowly, so the exchange ended the subscription; it is made again"),
  MARKET_LIMIT_EXCEEDED(26, "subscribe to fewer markets, or open another client for the rest"),
  TOO_MANY_REQUESTS(27, "change the subscription less often; the command is repeated later"),
  UNDERLYINGS_REQUIRED(28, "name at least one underlying"),
  /** A code that this version does not know. */
  UNRECOGNIZED(-1, "see the exchange's message");

  private final int number;
  private final String remedy;

  StreamErrorCode(int number, String remedy) {
    this.number = number;
    this.remedy = remedy;
  }

  /** Returns the code with a number, {@link #UNRECOGNIZED} if there is none. */
  public static StreamErrorCode of(int number) {
    for (StreamErrorCode code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    return UNRECOGNIZED;
  }

  /** Returns its number on the wire; −1 for {@link #UNRECOGNIZED}. */
  public int number() {
    return number;
  }

  /** Returns what to do, in words. */
  public String remedy() {
    return remedy;
  }

  /** Returns whether the subscription is gone with it, though nobody ended it. */
  public boolean isTerminal() {
    return this == CHANNEL_ERROR || this == BUFFER_OVERFLOW;
  }

  /** Returns whether the same command may succeed later. */
  public boolean mayPass() {
    return isTerminal()
        || this == UNKNOWN_SUBSCRIPTION
        || this == COMMAND_TIMEOUT
        || this == TOO_MANY_REQUESTS;
  }
}
