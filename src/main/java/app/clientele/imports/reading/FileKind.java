package app.clientele.imports.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the first bytes of a file say it is. */
enum FileKind {
    TEXT,
    ZIP,
    OLD_EXCEL,
    ENCRYPTED,
    PDF,
    MARKUP,
    BINARY,
    EMPTY;

    private static final int SAMPLE = 64 << 10;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
    private static final List<String> MARKUP_STARTS =
            List.of("<!doctype", "<html", "<table", "<?xml", "<svg", "<body", "<meta", "{\\rtf");

    static FileKind of(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(SAMPLE);
        }
        if (startsWith(head, OLE)) {
            return isEncrypted(path) ? ENCRYPTED : OLD_EXCEL;
        }
        return startsWith(head, ZIP_ENTRY) ? ZIP : ofText(head);
    }

    private static FileKind ofText(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            return PDF;
        }
        if (Charsets.byMark(head) == null && looksBinary(head)) {
            return BINARY;
        }
        String text =
                start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || (head.length <= 3 && Charsets.byMark(head) != null)) {
            return EMPTY;
        }
        return MARKUP_STARTS.stream().anyMatch(text::startsWith) ? MARKUP : TEXT;
    }

    /** A stray control character is a fault of one row; many mean that this was never text. */
    private static boolean looksBinary(byte[] head) {
        int control = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                control++;
            }
        }
        return control > 8 + head.length / 50 || (head.length < 512 && control > head.length / 8);
    }

    /** An encrypted workbook is a compound file whose directory names the package it hides. */
    private static boolean isEncrypted(Path path) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] seen = new byte[0];
        try (InputStream in = Files.newInputStream(path)) {
            for (byte[] block = in.readNBytes(SAMPLE);
                    block.length > 0;
                    block = in.readNBytes(SAMPLE)) {
                byte[] window = Arrays.copyOf(seen, seen.length + block.length);
                System.arraycopy(block, 0, window, seen.length, block.length);
                if (contains(window, name)) {
                    return true;
                }
                seen =
                        Arrays.copyOfRange(
                                window, Math.max(0, window.length - name.length), window.length);
            }
        }
        return false;
    }

    private static boolean contains(byte[] all, byte[] part) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        return text.contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] all, byte[] start) {
        return all.length >= start.length
                && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }
}
