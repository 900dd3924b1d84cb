package app.clientele.customers;

import java.util.Arrays;

/**
 * Remembers rows already seen by what would make another row the same person. Keeps eight bytes for
 * each, so that a million rows fit.
 */
public final class SeenRows {
    private long[] slots = new long[1024];
    private int size;

    /** Whether some earlier row was the same person; remembers this one. */
    boolean anyOrAdd(CustomerBatch.Prepared row) {
        boolean any = false;
        for (String identity : Identity.identities(row.details())) {
            any |= !add(hash(identity));
        }
        return any;
    }

    private boolean add(long hash) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int place = place(slots, hash);
        if (slots[place] == hash) {
            return false;
        }
        slots[place] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(h -> h != 0).forEach(h -> larger[place(larger, h)] = h);
        slots = larger;
    }

    private static int place(long[] slots, long hash) {
        int place = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[place] != 0 && slots[place] != hash) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    /**
     * 64 bits (FNV-1a, mixed once more), never zero: two of a million rows collide once in 30
     * million files.
     */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
