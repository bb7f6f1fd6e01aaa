package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.StreamErrorCode;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.stream.Acknowledged;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.HotFrame;
import io.github.kalshi4j.client.stream.IndexList;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamError;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamStatistics;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.SubscriptionList;
import io.github.kalshi4j.client.stream.UnderlyingList;
import io.github.kalshi4j.client.stream.Unsubscribed;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the exchange: sends commands and matches their answers, keeps each channel as it is
 * wanted, counts sequences, and hands what arrives to those who want it. Everything is called under
 * the stream's lock.
 */
final class Exchange implements Link.Host {
  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  /** How often at most a channel is told, and logged, that a message could not be read. */
  private static final long UNREADABLE_PAUSE = Duration.ofSeconds(5).toNanos();

  private final TimeSource time;
  private final WireJson json;
  private final Duration commandTimeout;
  private final StreamDecoder decoder = new StreamDecoder(true);
  private final BookKeeper books = new BookKeeper();
  private final Map<Channel, WireChannel> channels = new EnumMap<>(Channel.class);
  private @Nullable Link link;
  private @Nullable Commands commands;
  private @Nullable KalshiException lastProblem;
  private long duplicates;
  private long gaps;
  private @Nullable Long unreadableTold;
  private long refused;

  Exchange(TimeSource time, WireJson json, Duration commandTimeout) {
    this.time = time;
    this.json = json;
    this.commandTimeout = commandTimeout;
    for (Channel channel : Channel.values()) {
      channels.put(channel, new WireChannel(channel));
    }
  }

  void use(Link value) {
    link = value;
    commands = new Commands(time, json, commandTimeout, value);
  }

  private Commands commands() {
    Commands value = commands;
    if (value == null) {
      throw new IllegalStateException("no link");
    }
    return value;
  }

  private Link link() {
    Link value = link;
    if (value == null) {
      throw new IllegalStateException("no link");
    }
    return value;
  }

  WireChannel channel(Channel channel) {
    WireChannel wire = channels.get(channel);
    if (wire == null) {
      throw new IllegalStateException("no channel " + channel);
    }
    return wire;
  }

  BookKeeper books() {
    return books;
  }

  /**
   * Returns what completes when a member's interest is granted, or fails when that is refused or
   * takes too long.
   *
   * @param withdraw lets go of the interest, in the second case
   */
  CompletableFuture<@Nullable Void> await(
      Subscription member, Interest interest, Runnable withdraw) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    long deadline = time.nanoTime() + commandTimeout.toNanos();
    member.wire.waiters().add(new WireChannel.Waiter(member, interest, deadline, withdraw, done));
    link().need();
    link().hurry();
    advance(member.wire);
    return done;
  }

  /** Fails the calls that wait for a member which is there no more. */
  void abandon(Subscription member) {
    for (WireChannel.Waiter waiter : List.copyOf(member.wire.waiters())) {
      if (waiter.member() == member) {
        member.wire.waiters().remove(waiter);
        waiter.done().completeExceptionally(new IllegalStateException(member + " was closed"));
      }
    }
  }

  /** Brings a channel nearer to what is wanted of it. */
  void advance(WireChannel wire) {
    wire.settle();
    if (link().isConnected()) {
      Command next = wire.next(time.nanoTime());
      if (next != null) {
        commands().send(next);
      }
    } else if (!wire.wanted().isNothing()) {
      link().need();
    }
  }

  /** Sends a question, whose answer completes the command. */
  void ask(Command question) {
    if (!link().isConnected()) {
      question.answer.completeExceptionally(
          new KalshiTransportException(question + " needs a connection, and there is none"));
      return;
    }
    commands().send(question);
  }

  /** Asks for fresh snapshots of these books, as far as they are granted. */
  void refresh(Set<String> markets) {
    WireChannel wire = channel(Channel.ORDERBOOK_DELTA);
    if (link().isConnected() && wire.isGranted()) {
      askForBooks(wire, markets);
    }
  }

  private void askForBooks(WireChannel wire, Collection<String> markets) {
    List<String> granted = markets.stream().filter(wire::grants).toList();
    for (int i = 0; i < granted.size(); i += WireChannel.MAX_KEYS) {
      int end = Math.min(i + WireChannel.MAX_KEYS, granted.size());
      commands().send(Command.snapshot(wire, Set.copyOf(granted.subList(i, end))));
    }
  }

  // The link.

  @Override
  public boolean isNeeded() {
    return channels.values().stream().anyMatch(wire -> !wire.wanted().isNothing());
  }

  @Override
  public void connected() {
    lastProblem = null;
    channels.values().forEach(this::advance);
  }

  @Override
  public void disconnected() {
    for (WireChannel wire : channels.values()) {
      wire.disconnected();
    }
    books.ended();
    lastProblem = new KalshiTransportException("the connection to the stream was lost");
    commands().fail(lastProblem);
  }

  @Override
  public void unreachable(KalshiException problem, boolean forGood) {
    lastProblem = problem;
    if (forGood) {
      channels.values().forEach(wire -> failWaiters(wire, problem));
    }
    boolean first = true;
    for (WireChannel wire : channels.values()) {
      for (Member member : List.copyOf(wire.members())) {
        if (forGood && member.hasBegun()) {
          member.refused(problem);
          if (first) {
            first = false;
            LOG.log(System.Logger.Level.ERROR, problem.getMessage());
          }
        }
      }
    }
  }

  private void failWaiters(WireChannel wire, KalshiException reason) {
    List<WireChannel.Waiter> failed = List.copyOf(wire.waiters());
    wire.waiters().clear();
    failed.forEach(waiter -> waiter.fail(reason));
  }

  /** Takes that the stream is closed. */
  void closed() {
    IllegalStateException reason = new IllegalStateException("the stream was closed");
    for (WireChannel wire : channels.values()) {
      List<WireChannel.Waiter> failed = List.copyOf(wire.waiters());
      wire.waiters().clear();
      failed.forEach(waiter -> waiter.done().completeExceptionally(reason));
    }
    commands().fail(reason);
  }

  @Override
  public void tick(long now) {
    for (WireChannel wire : channels.values()) {
      expire(wire, now);
    }
    commands().expire(now);
    repair(now);
    for (WireChannel wire : channels.values()) {
      if (wire.isUnreadableDue(now, UNREADABLE_PAUSE)) {
        wire.tellHole(Hole.Cause.UNREADABLE);
      }
      advance(wire);
    }
  }

  private void expire(WireChannel wire, long now) {
    for (WireChannel.Waiter waiter : List.copyOf(wire.waiters())) {
      if (now - waiter.deadline() >= 0) {
        wire.waiters().remove(waiter);
        KalshiException problem = lastProblem;
        if (problem instanceof KalshiApiException refusal) {
          waiter.fail(refusal);
          continue;
        }
        String late = wire.channel.wire() + " was not confirmed within " + commandTimeout;
        waiter.fail(
            problem == null
                ? new KalshiTransportException(late)
                : new KalshiTransportException(late + ": " + problem.getMessage(), problem));
      }
    }
  }

  private void repair(long now) {
    WireChannel wire = channel(Channel.ORDERBOOK_DELTA);
    if (!link().isConnected() || !wire.isGranted()) {
      return;
    }
    switch (books.remedy(now)) {
      case NOTHING -> {}
      case SNAPSHOT -> askForBooks(wire, books.ask(now));
      case RESUBSCRIBE -> wire.restart();
    }
  }

  @Override
  public void frame(byte[] bytes, int length, long receivedNanos) {
    StreamEvent event;
    try {
      event = decoder.read(bytes, 0, length);
    } catch (KalshiDecodingException e) {
      tellUnreadable(e);
      unreadable(decoder.failedSubscription());
      return;
    }
    long now = time.nanoTime();
    if (event == null) {
      HotFrame hot = decoder.hot();
      if (isOnlyForBooks(hot)) {
        books.apply(hot, receivedNanos, now);
        repair(now);
        return;
      }
      event = hot.toEvent();
    }
    switch (event) {
      case Subscribed subscribed -> subscribed(subscribed);
      case Acknowledged ok -> acknowledged(ok, receivedNanos, now);
      case Unsubscribed end -> unsubscribed(end);
      case StreamError error -> failed(error, receivedNanos, now);
      case IndexList list -> listed(list, list.command());
      case UnderlyingList list -> listed(list, list.command());
      case SubscriptionList list -> listed(list, list.command());
      default -> data(event, receivedNanos, now);
    }
  }

  /** Logs that a message cannot be read, but not each of very many. */
  private void tellUnreadable(KalshiDecodingException problem) {
    long now = time.nanoTime();
    Long before = unreadableTold;
    if (before == null || now - before >= UNREADABLE_PAUSE) {
      unreadableTold = now;
      LOG.log(
          System.Logger.Level.WARNING,
          "a message cannot be read, the {0}. of this stream: {1}",
          decoder.statistics().failures(),
          problem.getMessage());
    }
  }

  /** Returns whether a message changes a book, and nobody wants it as an event. */
  private boolean isOnlyForBooks(HotFrame frame) {
    return frame.kind() == HotFrame.Kind.DELTA
        && frame.subscription() == channel(Channel.ORDERBOOK_DELTA).subscription()
        && !books.wantsEvents(frame.market());
  }

  private @Nullable WireChannel bySubscription(int subscription) {
    if (subscription != 0) {
      for (WireChannel wire : channels.values()) {
        if (wire.subscription() == subscription) {
          return wire;
        }
      }
    }
    return null;
  }

  private void subscribed(Subscribed subscribed) {
    Command command = commands().answered(subscribed.command());
    WireChannel wire = command == null ? null : command.channel;
    if (wire == null
        || command == null
        || command.kind != Command.Kind.SUBSCRIBE
        || wire.pending() != command) {
      LOG.log(System.Logger.Level.WARNING, "not asked for: {0}", subscribed);
      return;
    }
    if (wire.isBooks()) {
      books.apply(subscribed, 0, 0);
    }
    wire.subscribed(subscribed.subscription(), 0, command, time.nanoTime());
    advance(wire);
  }

  private void acknowledged(Acknowledged ok, long receivedNanos, long now) {
    WireChannel wire = bySubscription(ok.subscription());
    if (wire != null) {
      count(wire, ok, receivedNanos, now);
    }
    Command command = commands().answered(ok.command());
    if (command == null) {
      return;
    }
    WireChannel asked = command.channel;
    switch (command.kind) {
      case SUBSCRIBE -> { // the exchange had it already, and merged the two
        if (asked != null && asked.pending() == command) {
          asked.subscribed(ok.subscription(), ok.sequence(), command, now);
          if (asked.isBooks()) {
            books.merged(); // snapshots come for markets that are new to it only
          }
          advance(asked);
          repair(now);
        }
      }
      case ADD, DELETE -> {
        if (asked != null && asked.pending() == command) {
          asked.done(command);
          advance(asked);
        }
      }
      case LIST -> command.answer.complete(ok);
      case UNSUBSCRIBE, SNAPSHOT -> {}
    }
  }

  private void unsubscribed(Unsubscribed end) {
    var unused = commands().answered(end.command());
    WireChannel wire = bySubscription(end.subscription());
    if (wire != null) {
      lost(wire);
      advance(wire);
    }
  }

  private void lost(WireChannel wire) {
    wire.lost(Hole.Cause.RESUBSCRIBED);
    if (wire.isBooks()) {
      books.ended();
    }
  }

  private void listed(StreamEvent answer, long id) {
    WireChannel wire = bySubscription(answer.subscription());
    if (wire != null) {
      var unused = wire.count(answer.sequence());
    }
    Command command = commands().answered(id);
    if (command != null) {
      command.answer.complete(answer);
    }
  }

  private void failed(StreamError error, long receivedNanos, long now) {
    WireChannel wire = bySubscription(error.subscription());
    StreamErrorCode code = StreamErrorCode.of(error.code());
    if (wire != null && !code.isTerminal()) {
      count(wire, error, receivedNanos, now);
    }
    Command command = commands().answered(error.command());
    if (code.isTerminal() || (code == StreamErrorCode.UNKNOWN_SUBSCRIPTION && command != null)) {
      WireChannel gone = wire != null || command == null ? wire : command.channel;
      boolean known = gone != null && (wire != null || isCurrent(command, gone));
      if (gone != null && known) {
        LOG.log(
            System.Logger.Level.WARNING,
            "the exchange ended {0}: {1} {2}",
            gone,
            error.code(),
            error.message());
        int endings = gone.ended(now);
        lost(gone);
        gone.failed(now, endings == 0 ? 0 : link().pause(endings).toNanos());
        advance(gone);
      }
      return;
    }
    refused++;
    if (command == null) {
      LOG.log(System.Logger.Level.WARNING, "an error that answers nothing: {0}", error);
      return;
    }
    refused(
        command, new KalshiStreamException(command.toString(), error.code(), error.message()), now);
  }

  private void refused(Command command, KalshiStreamException reason, long now) {
    WireChannel wire = command.channel;
    if (command.kind == Command.Kind.LIST || wire == null) {
      command.answer.completeExceptionally(reason);
      return;
    }
    if (command.kind == Command.Kind.SNAPSHOT) {
      LOG.log(System.Logger.Level.WARNING, reason.getMessage());
      if (reason.code() == StreamErrorCode.TOO_MANY_REQUESTS) {
        books.refused(now); // to subscribe anew would be one more
      }
      return; // else the books stay stale, so the channel is subscribed to anew
    }
    if (wire.pending() != command) {
      return;
    }
    boolean somebodyWaits = false;
    if (!reason.code().mayPass()
        && (command.kind == Command.Kind.SUBSCRIBE || command.kind == Command.Kind.ADD)) {
      for (WireChannel.Waiter waiter : List.copyOf(wire.waiters())) {
        if (concerns(command, waiter.interest())) {
          somebodyWaits = true;
          wire.waiters().remove(waiter);
          waiter.fail(reason);
        }
      }
    }
    if (somebodyWaits) {
      wire.failed(now, 0);
    } else {
      wire.failed(now, link().pause(wire.failures() + 1).toNanos());
      if (!reason.code().mayPass()) {
        LOG.log(System.Logger.Level.ERROR, reason.getMessage());
        wire.members().forEach(member -> member.refused(reason));
        wire.settleInPart();
      }
    }
    advance(wire);
  }

  /** Returns whether a command was about the subscription that a channel has now. */
  private static boolean isCurrent(@Nullable Command command, WireChannel wire) {
    return command != null && command.subscription == wire.subscription();
  }

  private static boolean concerns(Command command, Interest interest) {
    return command.keys.isEmpty()
        || interest.everything()
        || interest.keys().stream().anyMatch(command.keys::contains);
  }

  /** Takes the number of something that came on a channel, and what follows from it. */
  private boolean count(WireChannel wire, StreamEvent event, long receivedNanos, long now) {
    if (wire.isBooks()) {
      boolean news = books.apply(event, receivedNanos, now);
      repair(now);
      return news;
    }
    switch (wire.count(event.sequence())) {
      case NEXT -> {
        return true;
      }
      case PASSED -> {
        duplicates++;
        return false;
      }
      case GAP -> {
        gaps++;
        wire.tellHole(Hole.Cause.GAP);
        return true;
      }
    }
    return true;
  }

  private void data(StreamEvent event, long receivedNanos, long now) {
    WireChannel wire = bySubscription(event.subscription());
    Channel known = Events.channel(event);
    if (wire == null && event.subscription() == 0 && known != null) {
      wire = channel(known);
    }
    if (wire == null) {
      return; // of a subscription just ended; its last messages may still come
    }
    if (!count(wire, event, receivedNanos, now) || known == null) {
      return;
    }
    if (event instanceof BookSnapshot snapshot && snapshot.command() != 0) {
      var unused = commands().answered(snapshot.command());
    }
    String key = Events.key(event);
    List<Member> members = wire.members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) instanceof EventSubscription<?> subscription) {
        subscription.offer(event, key);
      }
    }
  }

  /** Takes that a message of a subscription, or of who knows which, could not be read. */
  private void unreadable(int subscription) {
    WireChannel known = bySubscription(subscription);
    for (WireChannel wire : known == null ? channels.values() : List.of(known)) {
      if (wire.subscription() == 0) {
        continue;
      }
      if (wire.isBooks()) {
        books.allStale();
        repair(time.nanoTime());
      } else {
        if (known != null && wire.count(decoder.failedSequence()) == WireChannel.Number.GAP) {
          gaps++;
        }
        wire.unreadable(); // and so is what was missing before it
      }
    }
  }

  StreamStatistics statistics() {
    return new StreamStatistics(
        link().connections(),
        link().frames(),
        link().bytes(),
        link().lastReceived(),
        gaps + books.gaps(),
        duplicates + books.duplicates(),
        books.faults(),
        books.repairs(),
        commands().unanswered(),
        refused,
        decoder.statistics());
  }
}
