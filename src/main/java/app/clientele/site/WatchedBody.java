package app.clientele.site;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request, of which somebody sees each part as it is read. */
final class WatchedBody extends ServletInputStream {
    /** Sees what was read, and may refuse it. */
    interface Watcher {
        void read(byte[] bytes, int offset, int length);
    }

    private final ServletInputStream from;
    private final Watcher watcher;

    WatchedBody(ServletInputStream from, Watcher watcher) {
        this.from = from;
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        int one = from.read();
        if (one >= 0) {
            watcher.read(new byte[] {(byte) one}, 0, 1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = from.read(into, offset, length);
        if (count > 0) {
            watcher.read(into, offset, count);
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        return from.isFinished();
    }

    @Override
    public boolean isReady() {
        return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        from.setReadListener(listener);
    }
}
