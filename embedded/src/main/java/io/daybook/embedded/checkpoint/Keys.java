package io.daybook.embedded.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.api.log.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * This server's pair of Ed25519 keys, made at the first start, and the public ones that it trusts. All files hold one line
 * of Base64: {@code checkpoint.key} the private key as PKCS #8, readable by its owner alone, {@code checkpoint.pub} and
 * {@code trusted/*.pub} the raw 32 bytes of public ones.
 */
final class Keys {

    private static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes in the X.509 form of a public key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW = 32;

    private final Path folder;
    private final PrivateKey own;
    private final String ownPublic;

    private Keys(Path folder, PrivateKey own, String ownPublic) {
        this.folder = folder;
        this.own = own;
        this.ownPublic = ownPublic;
    }

    static Keys in(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder.resolve("trusted"));
        Path key = folder.resolve("checkpoint.key");
        if (!Files.exists(key)) make(folder, key);
        byte[] encoded = Base64.getDecoder().decode(Files.readString(key).strip());
        PrivateKey own = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        String ownPublic = Files.readString(folder.resolve("checkpoint.pub")).strip();
        return new Keys(folder, own, ownPublic);
    }

    /** The public one first: a key that cannot be checked is of no use, and the file that is looked for comes last. */
    private static void make(Path folder, Path key) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
        write(folder.resolve("checkpoint.pub"), raw, "rw-r--r--");
        write(key, pair.getPrivate().getEncoded(), "rw-------");
    }

    private static void write(Path file, byte[] secret, String permissions) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        }
        String line = Base64.getEncoder().encodeToString(secret) + "\n";
        Files.writeString(fresh, line, US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    String ownPublic() {
        return ownPublic;
    }

    String sign(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(own);
        signature.update(text.getBytes(US_ASCII));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    /** All by which a signature counts, this server's first. */
    List<String> all() throws IOException {
        return Stream.concat(Stream.of(ownPublic), trusted().stream())
                .distinct()
                .toList();
    }

    /** Signatures by that key count from now on. */
    void trust(String publicKey) throws IOException {
        if (isKnown(publicKey)) return;
        byte[] raw = Base64.getDecoder().decode(publicKey);
        if (raw.length != RAW) throw new IllegalArgumentException("a public key has " + RAW + " bytes");
        String name = HexFormat.of().formatHex(raw, 0, RAW / 4) + ".pub";
        write(folder.resolve("trusted").resolve(name), raw, "rw-r--r--");
    }

    /** Whether the key is this server's, or one that it was told to trust. */
    boolean isKnown(String publicKey) throws IOException {
        return publicKey.equals(ownPublic) || trusted().contains(publicKey);
    }

    private Set<String> trusted() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("trusted"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pub")).toList()) {
                keys.add(Files.readString(file).strip());
            }
        }
        return keys;
    }

    /** Whether that key signed the checkpoint's text. */
    static boolean signed(Checkpoint checkpoint) {
        try {
            byte[] raw = Base64.getDecoder().decode(checkpoint.publicKey());
            byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
            System.arraycopy(raw, 0, encoded, X509.length, raw.length);
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(checkpoint.signed().getBytes(US_ASCII));
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return false;
        }
    }
}
