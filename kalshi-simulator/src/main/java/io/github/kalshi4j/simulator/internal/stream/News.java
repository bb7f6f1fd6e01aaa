package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A message whose text is made when it is first asked for. Safe for threads. */
final class News implements Message {
  /** Makes the text for one kind of reader. */
  @FunctionalInterface
  interface Body {
    String text(boolean useYesPrice, boolean owner);
  }

  private final Channel channel;
  private final String type;
  private final @Nullable String topic;
  private final @Nullable AccountId only;
  private final @Nullable AccountId owner;
  private final boolean differsByPrice;
  private final Body body;

  /** By kind of reader. Two threads may make the same text, which does no harm. */
  private final @Nullable String[] texts = new String[4];

  private News(
      Channel channel,
      String type,
      @Nullable String topic,
      @Nullable AccountId only,
      @Nullable AccountId owner,
      boolean differsByPrice,
      Body body) {
    this.channel = channel;
    this.type = type;
    this.topic = topic;
    this.only = only;
    this.owner = owner;
    this.differsByPrice = differsByPrice;
    this.body = body;
  }

  /** Says the same to everybody. */
  static News toAll(Channel channel, String type, @Nullable String topic, Supplier<String> body) {
    return new News(channel, type, topic, null, null, false, (yes, owner) -> body.get());
  }

  /** Says something to the owner of one account alone. */
  static News toMember(
      AccountId account,
      Channel channel,
      String type,
      @Nullable String topic,
      Supplier<String> body) {
    return new News(channel, type, topic, account, null, false, (yes, owner) -> body.get());
  }

  /**
   * Says something to everybody, and more to one of them.
   *
   * @param differsByPrice whether those who want YES prices are told other ones
   */
  static News toAllAndOwner(
      AccountId owner,
      Channel channel,
      String type,
      String topic,
      boolean differsByPrice,
      Body body) {
    return new News(channel, type, topic, null, owner, differsByPrice, body);
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public @Nullable String topic() {
    return topic;
  }

  @Override
  public @Nullable AccountId only() {
    return only;
  }

  @Override
  public String body(Reader reader) {
    boolean yes = differsByPrice && reader.useYesPrice();
    boolean own = owner != null && reader.holder().owns(owner);
    int kind = (yes ? 1 : 0) + (own ? 2 : 0);
    String text = texts[kind];
    if (text == null) {
      text = body.text(yes, own);
      texts[kind] = text;
    }
    return text;
  }
}
