package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.engine.tape.header.TapeFacts;
import io.github.kalshi4j.engine.tape.header.ToolVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes tapes from text files of recorded frames, plain or gzip, one frame a line, bare or with its
 * receive time. Equal recordings give equal tapes.
 *
 * <p>A bare frame counts as received at the exchange's time in it, or with the frame before if that
 * is later or it has none; the header says so. Facts of markets come from lifecycle frames, else
 * from the tickers of fifteen-minute markets. Every frame is decoded, and an error names file, line
 * and value. Either all tapes of an import appear or none.
 */
public final class FramesImporter {
  /** The name of the format. */
  public static final String FORMAT = "frames";

  private static final Pattern TEXT = Pattern.compile(".*\\.(jsonl|ndjson|frames|txt|log)(\\.gz)?");
  private static final Pattern ENDING = Pattern.compile("(\\.[A-Za-z]+)?(\\.gz)?$");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final List<String> TIMES =
      List.of("ts_ms", "last_updated_ts_ms", "created_ts_ms", "source_ts_ms", "received_at");
  private static final List<String> TIMES_IN_SECONDS = List.of("determination_ts", "settled_ts");
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;

  private final Path file;
  private final boolean useYesPrice;
  private final JsonMapper json = JsonMapper.shared();
  private final TapeFacts facts;
  private final Set<String> channels = new TreeSet<>();
  private final Set<Integer> subscribed = new HashSet<>();
  private long last = Long.MIN_VALUE;
  private long untimed;
  private long steppedBack;

  private FramesImporter(Path file, boolean useYesPrice) {
    this.file = file;
    this.useYesPrice = useYesPrice;
    this.facts = new TapeFacts(useYesPrice);
  }

  /**
   * Imports a file of frames, or every such file of a folder, subfolders excluded.
   *
   * @param source a file, or a folder of which every {@code *.jsonl}, {@code .ndjson}, {@code
   *     .frames}, {@code .txt} and {@code .log}, perhaps with {@code .gz}, is taken
   * @param out where the tapes go, each with its file's name; made if it is not there. Tapes of the
   *     same names are replaced
   * @param useYesPrice whether the subscriptions were made with {@code use_yes_price}, which frames
   *     do not tell
   * @return the tapes, by name
   * @throws TapeException if anything is missing or wrong; then no tape was written
   */
  public static List<Path> importAll(
      Path source, Path out, boolean useYesPrice, TapeProgress progress) {
    Map<String, Path> files = files(source);
    List<String> names = List.copyOf(files.keySet());
    try (var work = WorkFolder.in(out)) {
      for (int i = 0; i < names.size(); i++) {
        Path file = files.getOrDefault(names.get(i), source);
        progress.at(i, names.size(), String.valueOf(file.getFileName()));
        new FramesImporter(file, useYesPrice).run(work.resolve(names.get(i)), work);
      }
      List<Path> tapes = work.show(names);
      progress.at(names.size(), names.size(), "");
      return tapes;
    } catch (IOException e) {
      throw TapeException.at(out, "cannot be written: " + TapeException.reason(e), e);
    }
  }

  /** Returns the files to import by the names of their tapes. */
  private static Map<String, Path> files(Path source) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path file : Files.isDirectory(source) ? inFolder(source) : List.of(source)) {
      String name = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
      if (!NAME.matcher(name).matches()) {
        throw TapeException.at(file, "not a name for a tape");
      }
      Path other = files.put(name + TapeWriter.EXTENSION, file);
      if (other != null) {
        throw TapeException.at(file, "its tape would have the name of that of " + other);
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .filter(file -> TEXT.matcher(String.valueOf(file.getFileName())).matches())
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw TapeException.at(folder, "no file *.jsonl, .ndjson, .frames, .txt or .log to import");
      }
      return files;
    } catch (IOException e) {
      throw TapeException.at(folder, "cannot be read: " + TapeException.reason(e), e);
    }
  }

  private void run(Path target, WorkFolder work) {
    last = firstTime();
    try (var frames = new FrameLines(file);
        var writer = TapeWriter.create(target)) {
      while (frames.next()) {
        work.check();
        write(frames, writer);
      }
      Long first = writer.firstNanos();
      writer.finish(
          new TapeHeader(
              TapeHeader.Kind.IMPORTED,
              "Frames of " + file.getFileName(),
              List.of(String.valueOf(file.getFileName())),
              EpochNanos.toInstant(first == null ? last : first),
              EpochNanos.toInstant(last),
              ToolVersion.TOOL,
              ToolVersion.get(),
              FORMAT,
              channels.stream()
                  .map(c ->
                      new TapeSubscription(
                          TapeSource.KALSHI, c, useYesPrice && c.equals("orderbook_delta")))
                  .toList(),
              facts.synthesised(synthesised(frames)),
              facts.clockOffsetNanos(),
              facts.markets()));
    }
  }

  /** Returns the first time that any line tells: those before it count as received then. */
  private long firstTime() {
    boolean any = false;
    try (var frames = new FrameLines(file)) {
      while (frames.next()) {
        any = true;
        Long time = frames.receiveNanos();
        if (time == null) {
          time = exchangeNanos(decode(frames), frames);
        }
        if (time != null) {
          return time;
        }
      }
    }
    throw TapeException.at(
        file, any ? "no frame with a time, or one from which to make it" : "no frames");
  }

  private void write(FrameLines frames, TapeWriter writer) {
    for (TapeMarket market = frames.known(); market != null; market = frames.known()) {
      facts.know(market);
    }
    StreamEvent event = decode(frames);
    receive(event, frames);
    boolean reconnected = frames.connected();
    if (reconnected) {
      subscribed.clear();
    }
    if (event instanceof Subscribed begins) {
      channels.add(begins.channel());
      if (!subscribed.add(begins.subscription())) {
        reconnected = true;
        subscribed.clear();
        subscribed.add(begins.subscription());
      }
    }
    if (reconnected && writer.firstNanos() != null) {
      writer.gap(
          new TapeGap(TapeSource.KALSHI, writer.lastNanos(), last, "the recorder reconnected"));
    }
    channel(event).ifPresent(channels::add);
    facts.take(event, last, frames.bytes(), frames.offset(), frames.length());
    writer.frame(last, TapeSource.KALSHI, frames.bytes(), frames.offset(), frames.length());
  }

  private void receive(StreamEvent event, FrameLines frames) {
    Long received = frames.receiveNanos();
    if (received == null) {
      untimed++;
      received = exchangeNanos(event, frames);
    } else {
      steppedBack += received < last ? 1 : 0;
    }
    last = received == null ? last : Math.max(last, received);
  }

  private StreamEvent decode(FrameLines frames) {
    try {
      return facts.decode(frames.bytes(), frames.offset(), frames.length());
    } catch (KalshiDecodingException e) {
      throw frames.bad(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the channel of data that name no other; empty for all else. */
  private static Optional<String> channel(StreamEvent event) {
    return switch (event) {
      case BookEvent book -> Optional.of("orderbook_delta");
      case Ticker ticker -> Optional.of("ticker");
      case PublicTrade trade -> Optional.of("trade");
      case StreamEvent other -> Optional.empty();
    };
  }

  /** Returns the exchange's time in a frame, nanoseconds since 1970; null if it has none. */
  private @Nullable Long exchangeNanos(StreamEvent event, FrameLines frames) {
    return switch (event) {
      case BookDelta delta when delta.exchangeMicros() > 0 -> delta.exchangeMicros() * 1000;
      case Ticker ticker when ticker.exchangeMillis() > 0 -> ticker.exchangeMillis() * MILLI;
      case PublicTrade trade when trade.exchangeMillis() > 0 -> trade.exchangeMillis() * MILLI;
      case StreamEvent other -> exchangeNanos(frames);
    };
  }

  private @Nullable Long exchangeNanos(FrameLines frames) {
    JsonNode frame = json.readTree(frames.bytes(), frames.offset(), frames.length());
    JsonNode body = frame.path("msg");
    for (String key : TIMES) {
      Long time = FrameLines.whole(body.path(key), MILLI);
      if (time != null) {
        return time;
      }
    }
    for (String key : TIMES_IN_SECONDS) {
      Long time = FrameLines.whole(body.path(key), SECOND);
      if (time != null) {
        return time;
      }
    }
    return FrameLines.whole(frame.path("sending_ts_ms"), MILLI);
  }

  private List<String> synthesised(FrameLines frames) {
    var text = new ArrayList<>(frames.synthesised());
    if (untimed > 0) {
      text.add(
          "receive times of "
              + untimed
              + " frames: the exchange's time in the frame, or that of the frame before if it is"
              + " later or there is none");
    }
    if (steppedBack > 0) {
      text.add(
          "receive times of "
              + steppedBack
              + " frames: the recorder's clock was set back, so they have that of the frame"
              + " before");
    }
    if (channels.contains("orderbook_delta")) {
      text.add("use_yes_price: " + useYesPrice + ", as it was said at the import");
    }
    return text;
  }
}
