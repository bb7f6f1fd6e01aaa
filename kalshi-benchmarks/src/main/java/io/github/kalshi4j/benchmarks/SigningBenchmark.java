package io.github.kalshi4j.benchmarks;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.internal.auth.Authenticator;
import io.github.kalshi4j.client.internal.auth.ClockSkew;
import io.github.kalshi4j.client.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to authenticate one request that places an order: with RSA, with Ed25519 as we do
 * it and as the JDK does, and with a signature made ahead.
 *
 * <p>The last is measured in bursts with pauses between them, as orders come, since a loop without
 * end would only measure how fast the pool is refilled.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Djmh.arguments=Signing}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(1)
public class SigningBenchmark {
  private static final String METHOD = "POST";
  private static final String PATH = "/trade-api/v2/portfolio/events/orders";
  private static final int POOL = 64;
  private static final int BURST = 32;

  private final ApiKeyId id = ApiKeyId.of("7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11");
  private final KeyPair rsaKeys = keys("RSA", 2048);
  private final KeyPair edwardsKeys = keys("Ed25519", 255);
  private final RequestSigner rsa = Credentials.of(id, rsaKeys.getPrivate()).signer();
  private final RequestSigner edwards = Credentials.of(id, edwardsKeys.getPrivate()).signer();
  private long millis = 1_795_788_900_000L;

  private static KeyPair keys(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public List<Header> rsa2048() {
    return rsa.sign(millis++, METHOD, PATH);
  }

  @Benchmark
  public List<Header> ed25519() {
    return edwards.sign(millis++, METHOD, PATH);
  }

  /** The yardstick: the provider of the JDK, over the same text. */
  @Benchmark
  public byte[] ed25519OfTheJdk() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(edwardsKeys.getPrivate());
    signature.update((millis++ + METHOD + PATH).getBytes(StandardCharsets.UTF_8));
    return signature.sign();
  }

  /** A pool of ready RSA signatures, of which each shot takes one. */
  @State(Scope.Benchmark)
  public static class ReadyPool {
    private Authenticator authenticator =
        Authenticator.start(
            Credentials.of(
                ApiKeyId.of("7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11"),
                keys("RSA", 2048).getPrivate()),
            new ClockSkew(),
            TimeSource.system(),
            List.of(METHOD + ' ' + PATH),
            POOL);

    @Setup(Level.Iteration)
    public void letItFill() throws InterruptedException {
      TimeSource.system().sleep(Duration.ofMillis(150));
    }

    @TearDown
    public void close() {
      authenticator.close();
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @OperationsPerInvocation(BURST)
  @Warmup(iterations = 150)
  @Measurement(iterations = 50)
  public void readySignature(ReadyPool pool, Blackhole taken) {
    for (int i = 0; i < BURST; i++) {
      taken.consume(pool.authenticator.sign(METHOD, PATH));
    }
  }
}
