package app.clientele.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what has to be used again, such as the key of a gateway, so that a copy of the database
 * tells nobody. The key is {@code clientele.secret-key} (32 bytes, Base64), the same for all nodes;
 * without it, one is made in the data folder.
 */
@Component
public class Vault {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String set;
    private final Path file;

    Vault(
            @Value("${clientele.secret-key:}") String set,
            @Value("${clientele.home:data}") Path home) {
        this.set = set.strip();
        this.file = home.resolve("secret.key");
    }

    /** Only for this business it can be opened again. */
    public byte[] seal(UUID business, String secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, business, nonce, secret.getBytes(UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * @throws IllegalStateException when it was sealed with another key, or for another business
     */
    public String open(UUID business, byte[] sealed) {
        byte[] nonce = new byte[NONCE];
        ByteBuffer both = ByteBuffer.wrap(sealed).get(nonce);
        byte[] rest = new byte[both.remaining()];
        both.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, business, nonce, rest), UTF_8);
    }

    private byte[] run(int mode, UUID business, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(business.toString().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed secret does not open: see secret-key", e);
        }
    }

    private synchronized SecretKey key() {
        byte[] bytes = Base64.getDecoder().decode(set.isEmpty() ? kept() : set);
        if (bytes.length != KEY) {
            throw new IllegalStateException("clientele.secret-key must be 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private String kept() {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : made();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and readable by nobody else. */
    private String made() throws IOException {
        byte[] bytes = new byte[KEY];
        RANDOM.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var own = PosixFilePermissions.fromString("rw-------");
        Path fresh =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(own));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was first
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return Files.readString(file).strip();
    }
}
