package io.github.kalshi4j.client.auth;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.MiscPEMGenerator;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys as PEM in every form in which OpenSSL and the exchange write them. */
final class PemTexts {
  static final ASN1ObjectIdentifier AES_256_CBC = PKCS8Generator.AES_256_CBC;
  static final ASN1ObjectIdentifier SHA1_3DES = PKCS8Generator.PBE_SHA1_3DES;

  private PemTexts() {}

  /** Returns the form whose heading names the algorithm; that of RSA is PKCS#1. */
  static String traditional(PrivateKey key) {
    return write(() -> new MiscPEMGenerator(info(key)));
  }

  /** Returns that form, encrypted as OpenSSL used to, with a {@code DEK-Info}. */
  static String traditional(PrivateKey key, String passphrase, String cipher) {
    return write(() ->
        new MiscPEMGenerator(
            info(key),
            new JcePEMEncryptorBuilder(cipher)
                .setProvider(new BouncyCastleProvider())
                .build(passphrase.toCharArray())));
  }

  static String pkcs8(PrivateKey key) {
    return write(() -> new PKCS8Generator(info(key), null));
  }

  static String pkcs8(PrivateKey key, String passphrase, ASN1ObjectIdentifier cipher) {
    return write(() ->
        new PKCS8Generator(
            info(key),
            new JceOpenSSLPKCS8EncryptorBuilder(cipher)
                .setProvider(new BouncyCastleProvider())
                .setPassword(passphrase.toCharArray())
                .build()));
  }

  /** Returns the Base64 between the headings, on one line. */
  static String body(String pem) {
    return pem.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
  }

  static String of(String type, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), type);
  }

  private static PrivateKeyInfo info(PrivateKey key) {
    return PrivateKeyInfo.getInstance(key.getEncoded());
  }

  private interface Form {
    PemObjectGenerator make() throws IOException, OperatorCreationException;
  }

  private static String write(Form form) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(form.make());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
