package io.daybook.testkit.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * What a server of this machine shows to clients that want TLS, and signs itself.
 *
 * @param chain the file that clients trust
 * @param key the server's own
 */
public record Certificate(Path chain, Path key) {

    private static final String PASSWORD = "of no secret";
    private static final int SECONDS = 60;

    /** For 127.0.0.1 and localhost, and a day. */
    public static Certificate make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("tls.p12");
        keytool(store);
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        Path chain = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        Files.writeString(chain, pem("CERTIFICATE", made.getCertificate("tls").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", made.getKey("tls", PASSWORD.toCharArray()).getEncoded()));
        return new Certificate(chain, key);
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        program,
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0)
            throw new IllegalStateException("keytool made no key");
    }

    private static String pem(String what, byte[] bytes) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        String text = Base64.getMimeEncoder(64, lineEnd).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
