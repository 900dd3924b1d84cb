package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.SearchKeys.Key;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers whom earlier rows were about, and what became of them: the rows of a trial are in no
 * table, those of one batch not yet. Of a trial's people it keeps where they lie in a file, so that
 * millions fit.
 */
public final class SeenPeople implements AutoCloseable {
    /** As many as are looked at among the customers, too. */
    private static final int MOST_ALIKE = 20;

    private final PeopleShelf shelf;

    /** Hashes of keys, each beside the person who has it; several may have the same. */
    private long[] hashes = new long[1024];

    private int[] persons = new int[1024];
    private int filled;

    /** Where on the shelf each person lies. */
    private long[] places = new long[256];

    private int seats;

    private SeenPeople(PeopleShelf shelf) {
        this.shelf = shelf;
    }

    public static SeenPeople inMemory() {
        return new SeenPeople(new PeopleShelf.Memory());
    }

    /**
     * @param file for them; gone when closed
     */
    static SeenPeople in(Path file, JsonMapper json) {
        return new SeenPeople(new PeopleShelf.Disk(file, json));
    }

    /** Whom of those seen a row is about. */
    @Nullable KnownPerson find(CustomerBatch.Prepared row) {
        for (char kind : Identity.KINDS) {
            for (Key key : row.keys()) {
                KnownPerson found =
                        key.kind() == kind
                                ? find(hash(key, row.details()), p -> isSame(key, row, p))
                                : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isSame(Key key, CustomerBatch.Prepared row, KnownPerson person) {
        return Identity.isSame(key.kind(), row.details(), person.details(), person.sameFile())
                && Identity.keys(person.details()).contains(key);
    }

    /** A customer as they are by now, if an earlier row changed them. */
    @Nullable KnownPerson of(UUID customer) {
        return find(hash(customer), p -> customer.equals(p.customer()));
    }

    private @Nullable KnownPerson find(long hash, Predicate<KnownPerson> wanted) {
        int alike = 0;
        for (int slot = start(hash); hashes[slot] != 0 && alike < MOST_ALIKE; slot = next(slot)) {
            if (hashes[slot] == hash) {
                alike++;
                KnownPerson person = shelf.get(places[persons[slot]]);
                if (wanted.test(person)) {
                    return person;
                }
            }
        }
        return null;
    }

    /** Remembers somebody, or what became of somebody remembered. */
    void put(KnownPerson person) {
        int seat = person.seat() < 0 ? seats++ : person.seat();
        if (seat == places.length) {
            places = Arrays.copyOf(places, 2 * seat);
        }
        places[seat] = shelf.add(person.at(seat));
        Identity.keys(person.details()).forEach(key -> put(hash(key, person.details()), seat));
        if (person.customer() != null) {
            put(hash(person.customer()), seat);
        }
    }

    private void put(long hash, int seat) {
        if (filled * 2 >= hashes.length) {
            grow();
        }
        int alike = 0;
        int slot = start(hash);
        for (; hashes[slot] != 0; slot = next(slot)) {
            if (hashes[slot] == hash && (persons[slot] == seat || ++alike == MOST_ALIKE)) {
                return;
            }
        }
        hashes[slot] = hash;
        persons[slot] = seat;
        filled++;
    }

    private void grow() {
        long[] smaller = hashes;
        int[] theirs = persons;
        hashes = new long[2 * smaller.length];
        persons = new int[hashes.length];
        filled = 0;
        for (int slot = 0; slot < smaller.length; slot++) {
            if (smaller[slot] != 0) {
                put(smaller[slot], theirs[slot]);
            }
        }
    }

    private int start(long hash) {
        return (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (hashes.length - 1);
    }

    /**
     * With what tells two apart who share a key: whole lists have the same address with different
     * first names, and the same name with different birthdays.
     */
    private static long hash(Key key, CustomerDetails details) {
        return hash(Identity.mark(key, details));
    }

    private static long hash(UUID customer) {
        return hash("#" + customer);
    }

    /** 64 bits (FNV-1a, mixed once more), never zero. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
