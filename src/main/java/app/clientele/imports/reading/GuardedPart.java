package app.clientele.imports.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One part of a workbook, refused while it is unpacked when it grows out of proportion. */
final class GuardedPart extends FilterInputStream {
    private static final int BYTES_PER_CHARACTER = 6; // an escape such as &amp; or &#960;

    private final Limits limits;
    private final long packed;
    private final boolean heldInMemory;
    private final boolean markup;
    private final long unpackedBefore;
    private long size;
    private long run;

    /**
     * @param markup whether no text or tag may be longer than a cell
     * @param unpackedBefore bytes of the parts before
     */
    GuardedPart(
            InputStream in,
            Limits limits,
            long packed,
            boolean heldInMemory,
            boolean markup,
            long unpackedBefore) {
        super(in);
        this.limits = limits;
        this.packed = Math.max(1, packed);
        this.heldInMemory = heldInMemory;
        this.markup = markup;
        this.unpackedBefore = unpackedBefore;
    }

    long size() {
        return size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int off, int len) throws IOException {
        int n = super.read(block, off, len);
        size += Math.max(n, 0);
        checkSize();
        for (int i = off; markup && i < off + n; i++) {
            run = block[i] == '<' || block[i] == '>' ? 0 : run + 1;
            if (run > (long) BYTES_PER_CHARACTER * limits.maxCellLength() + BYTES_PER_CHARACTER) {
                throw new UnreadableFile("bomb");
            }
        }
        return n;
    }

    private void checkSize() {
        if (unpackedBefore + size > limits.maxUnpackedBytes()
                || (size > Limits.RATIO_FREE_BYTES && size / packed > limits.maxRatio())) {
            throw new UnreadableFile("bomb");
        }
        if (heldInMemory && size > limits.maxSharedStringBytes()) {
            throw new UnreadableFile("too_much_text");
        }
    }
}
