package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A member's own API keys. */
final class KeyResource {
  private static final String INVALID = "invalid_parameters";
  private static final int RSA_BITS = 2048;
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final Floor floor;
  private final Keys keys;
  private final AtomicLong made = new AtomicLong();

  KeyResource(Floor floor, Keys keys) {
    this.floor = floor;
    this.keys = keys;
  }

  void addTo(Routes routes) {
    routes.signed("GET", "/api_keys", this::list);
    routes.signed("POST", "/api_keys", this::create);
    routes.signed("POST", "/api_keys/generate", this::generate);
    routes.signed("DELETE", "/api_keys/{api_key}", this::delete);
  }

  private ApiAnswer list(ApiRequest request) {
    boolean none = request.query("fcm_subtrader_id") != null;
    ArrayNode array = Json.array();
    for (Keys.Registered key : none ? List.<Keys.Registered>of() : keys.of(request.member())) {
      ObjectNode node = array.addObject();
      node.put("api_key_id", key.id());
      node.put("name", key.name());
      ArrayNode scopes = node.putArray("scopes");
      key.scopes().stream().sorted().forEach(scope -> scopes.add(scope.wire()));
      if (key.subaccount() != null) {
        node.put("subaccount", key.subaccount());
      }
    }
    return ApiAnswer.ok(Json.object().set("api_keys", array));
  }

  private ApiAnswer create(ApiRequest request) {
    Fields fields = Fields.of(request);
    PublicKey key = fields.needParsed("public_key", INVALID, KeyResource::publicKey);
    ApiKeyId id = register(request.member(), fields, key);
    return ApiAnswer.created(Json.object().put("api_key_id", id.value()));
  }

  private ApiAnswer generate(ApiRequest request) {
    Fields fields = Fields.of(request);
    String asked = fields.text("key_type");
    String type = asked == null ? "rsa" : asked;
    if (!List.of("rsa", "ed25519").contains(type)) {
      throw ApiException.unreadable(INVALID, "key_type must be one of rsa, ed25519");
    }
    fields.needText("name");
    KeyPair pair = newPair(type);
    ApiKeyId id = register(request.member(), fields, pair.getPublic());
    ObjectNode body = Json.object();
    body.put("api_key_id", id.value());
    body.put("key_type", type);
    body.put("private_key", pem(pair.getPrivate()));
    return ApiAnswer.created(body);
  }

  private ApiKeyId register(UserId user, Fields fields, PublicKey key) {
    String name = fields.needText("name");
    if (fields.text("fcm_subtrader_id") != null) {
      throw ApiException.of(403, "forbidden", "fcm_subtrader_id needs an FCM member");
    }
    Set<ApiKeyScope> scopes = scopes(fields.texts("scopes"));
    Integer subaccount = fields.integer("subaccount", 0, 63);
    if (subaccount != null && !owns(user, subaccount)) {
      throw ApiException.notFound("subaccount " + subaccount);
    }
    byte[] seed = (user + " key " + made.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    ApiKeyId id = ApiKeyId.of(UUID.nameUUIDFromBytes(seed).toString());
    keys.put(id, name, key, user, scopes, subaccount);
    return id;
  }

  private boolean owns(UserId user, int subaccount) {
    return floor.call(engine ->
        engine.ledger().accounts().stream()
            .map(account -> account.id())
            .anyMatch((AccountId id) -> id.user().equals(user) && id.subaccount() == subaccount));
  }

  private static Set<ApiKeyScope> scopes(@Nullable List<String> words) {
    if (words == null) {
      return EnumSet.of(ApiKeyScope.READ, ApiKeyScope.WRITE);
    }
    Set<ApiKeyScope> scopes = EnumSet.noneOf(ApiKeyScope.class);
    for (String word : words) {
      scopes.add(
          Arrays.stream(ApiKeyScope.values())
              .filter(scope -> scope != ApiKeyScope.UNRECOGNIZED && scope.wire().equals(word))
              .findFirst()
              .orElseThrow(() -> ApiException.unreadable(INVALID, "unknown scope " + word)));
    }
    if (scopes.isEmpty()
        || (scopes.contains(ApiKeyScope.WRITE) && !scopes.contains(ApiKeyScope.READ))) {
      throw ApiException.unreadable(INVALID, "scope write needs scope read, and a key needs one");
    }
    return scopes;
  }

  private ApiAnswer delete(ApiRequest request) {
    String id = request.part("api_key");
    if (!keys.remove(id, request.member())) {
      throw ApiException.notFound("API key " + id);
    }
    return ApiAnswer.noContent();
  }

  private static PublicKey publicKey(String pem) {
    String text = pem.strip();
    String head = "-----BEGIN PUBLIC KEY-----";
    String foot = "-----END PUBLIC KEY-----";
    if (!text.startsWith(head) || !text.endsWith(foot)) {
      throw new IllegalArgumentException("no public key in PEM");
    }
    byte[] bytes =
        Base64.getMimeDecoder()
            .decode(text.substring(head.length(), text.length() - foot.length()));
    for (String algorithm : List.of("RSA", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
      } catch (GeneralSecurityException e) {
        // not of this kind
      }
    }
    throw new IllegalArgumentException("neither RSA nor Ed25519");
  }

  private static KeyPair newPair(String type) {
    try {
      if (type.equals("ed25519")) {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no keys of type " + type, e);
    }
  }

  /** Writes RSA keys as PKCS#1 and others as PKCS#8, as the exchange does. */
  private static String pem(PrivateKey key) {
    byte[] encoded = key.getEncoded();
    boolean rsa = key.getAlgorithm().equals("RSA");
    String label = rsa ? "RSA PRIVATE KEY" : "PRIVATE KEY";
    byte[] bytes = rsa ? Arrays.copyOfRange(encoded, pkcs1Start(encoded), encoded.length) : encoded;
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** PKCS#8 is an outer sequence, version, algorithm, and the PKCS#1 key in an octet string. */
  private static int pkcs1Start(byte[] pkcs8) {
    int at = headLength(pkcs8, 0); // into the sequence
    at += wholeLength(pkcs8, at); // past the version
    at += wholeLength(pkcs8, at); // past the algorithm
    return at + headLength(pkcs8, at);
  }

  private static int headLength(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return first < 0x80 ? 2 : 2 + (first & 0x7f);
  }

  private static int wholeLength(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) {
      return 2 + first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xff);
    }
    return headLength(der, at) + length;
  }
}
