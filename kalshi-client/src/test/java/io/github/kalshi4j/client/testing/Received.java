package io.github.kalshi4j.client.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a client made of the JDK was told by a {@link FakeStream}. */
final class Received implements WebSocket.Listener {
  final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final CompletableFuture<Throwable> error = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();

  @Override
  public CompletionStage<?> onText(WebSocket client, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(text.toString());
      text.setLength(0);
    }
    client.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onPong(WebSocket client, ByteBuffer body) {
    messages.add("pong " + UTF_8.decode(body));
    client.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket client, int code, String reason) {
    messages.add("close " + code + ' ' + reason);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket client, Throwable e) {
    error.complete(e);
  }

  Received skip(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      next();
    }
    return this;
  }

  String next() throws InterruptedException {
    String message = messages.poll(10, TimeUnit.SECONDS);
    assertThat(message).as("a message within ten seconds").isNotNull();
    return message;
  }

  /** Signs an upgrade with a key over a text, which a test may choose wrongly. */
  static WebSocket.Builder sign(WebSocket.Builder builder, String text, PrivateKey key) {
    try {
      String timestamp = Long.toString(TimeSource.system().now().toEpochMilli());
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update((timestamp + text).getBytes(UTF_8));
      return builder
          .header("KALSHI-ACCESS-KEY", TestKeys.ID.value())
          .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
          .header("KALSHI-ACCESS-SIGNATURE", Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
