package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server wrote since a moment, to say why it would not start. */
record ServerLog(Path file, long from) {
    private static final long LARGE = 5_000_000;
    private static final int TAIL = 16_000;

    /** The log from now on; a large one is put aside first, the one before it goes. */
    static ServerLog of(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size > LARGE) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        return new ServerLog(file, size);
    }

    boolean says(String text) throws IOException {
        return tail().contains(text);
    }

    DatabaseRefused refusal(String what) throws IOException {
        if (says("No space left on device")) {
            return new DatabaseRefused(
                    what + ", because the disk is full: free some space and start again.");
        }
        return new DatabaseRefused(
                "%s (%s): all it wrote is in %s.".formatted(what, lastWords(), file));
    }

    private String lastWords() throws IOException {
        List<String> lines = tail().lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst(".*(FATAL|PANIC):\\s*", ""))
                .orElse(lines.isEmpty() ? "it ended without a word" : lines.getLast());
    }

    private String tail() throws IOException {
        try (var channel = FileChannel.open(file)) {
            channel.position(Math.max(from, channel.size() - TAIL));
            var bytes = ByteBuffer.allocate(TAIL);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }
}
