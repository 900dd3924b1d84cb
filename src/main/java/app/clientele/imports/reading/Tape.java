package app.clientele.imports.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * A text that can be wound back to the start of the row being read. It keeps no more than that row
 * and what was read ahead.
 */
final class Tape extends Reader {
    private static final int SHOWN = 1_000;

    private final Reader text;
    private final LongSupplier wantedLine;
    private char[] kept = new char[1 << 15];
    private int from;
    private int played;
    private int to;
    private long line = 1;
    private boolean afterReturn;
    private long skipped;

    /**
     * @param wantedLine the line to be able to wind back to, counted from the last {@link
     *     #skipLine}
     */
    Tape(Reader text, LongSupplier wantedLine) {
        this.text = text;
        this.wantedLine = wantedLine;
    }

    @Override
    public int read(char[] buf, int off, int len) throws IOException {
        if (played == to && !readMore()) {
            return -1;
        }
        int n = Math.min(len, to - played);
        System.arraycopy(kept, played, buf, off, n);
        played += n;
        return n;
    }

    /**
     * Winds back to the start of the current row and leaves its first line out; answers that line's
     * beginning.
     */
    String skipLine() throws IOException {
        forget();
        StringBuilder shown = new StringBuilder();
        played = from;
        skipped = 0;
        while (played < to || readMore()) {
            char c = kept[played++];
            if (c == '\n' || c == '\r') {
                break;
            }
            if (skipped++ < SHOWN) {
                shown.append(c);
            }
            from = played;
        }
        afterReturn = false;
        if (played > 0
                && kept[played - 1] == '\r'
                && (played < to || readMore())
                && kept[played] == '\n') {
            played++;
        }
        from = played;
        line = 1;
        return shown.toString();
    }

    /** Characters in the line last left out, of which only the beginning was answered. */
    long skipped() {
        return skipped;
    }

    private boolean readMore() throws IOException {
        forget();
        if (from > 0) {
            System.arraycopy(kept, from, kept, 0, to - from);
            played -= from;
            to -= from;
            from = 0;
        }
        if (to > kept.length / 2) {
            kept = Arrays.copyOf(kept, kept.length * 2);
        }
        int n = text.read(kept, to, kept.length - to);
        to += Math.max(n, 0);
        return n > 0;
    }

    /**
     * Moves the start of what is kept to the wanted line; a return with a line feed is one end of
     * line.
     */
    private void forget() {
        long wanted = wantedLine.getAsLong();
        while (from < played && (line < wanted || (afterReturn && kept[from] == '\n'))) {
            char c = kept[from++];
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = c == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
