package app.clientele.imports.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a text file is encoded: by its mark, else by whether its bytes are UTF-8, else
 * Windows-1252. The whole file is looked at, since the first accent may stand in its last row.
 */
final class Charsets {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;

    private long sequences;
    private long faults;
    private int pending;

    private Charsets() {}

    static Charset of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] block = in.readNBytes(BLOCK);
            Charset marked = byMark(block);
            if (marked != null) {
                return marked;
            }
            Charsets seen = new Charsets();
            for (int n = block.length; n > 0; n = in.readNBytes(block, 0, block.length)) {
                seen.count(block, n);
            }
            return seen.verdict();
        }
    }

    static @Nullable Charset byMark(byte[] head) {
        if (head.length >= 3
                && head[0] == (byte) 0xEF
                && head[1] == (byte) 0xBB
                && head[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** A few broken characters in a UTF-8 file must not turn all the good ones into gibberish. */
    private Charset verdict() {
        return faults + (pending > 0 ? 1 : 0) <= sequences / 10 ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private void count(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            int b = block[i];
            if (b >= 0 && pending == 0) {
                continue;
            }
            next(b & 0xFF);
        }
    }

    private void next(int b) {
        if (pending > 0) {
            boolean continues = (b & 0xC0) == 0x80;
            pending = continues ? pending - 1 : 0;
            if (continues) {
                sequences += pending == 0 ? 1 : 0;
                return;
            }
            faults++;
        }
        if (b >= 0x80) {
            start(b);
        }
    }

    private void start(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
        } else {
            faults++;
        }
    }
}
