package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.notes.Notes.NoteDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a row is about, as they are by then.
 *
 * @param seat where {@link SeenPeople} keeps them; negative while it doesn't
 * @param customer their record; absent while they stand in an earlier row only
 * @param notes the texts of their notes
 * @param sameFile whether they came with the file of the row
 */
record KnownPerson(
        int seat,
        @Nullable UUID customer,
        CustomerDetails details,
        Set<String> notes,
        boolean sameFile) {
    /** Whom a row makes that is about nobody known. */
    static KnownPerson of(CustomerBatch.Incoming row) {
        return new KnownPerson(-1, null, row.details(), texts(row.notes()), true);
    }

    static Set<String> texts(List<NoteDetails> notes) {
        return notes.stream()
                .map(NoteDetails::body)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Those of these notes that nobody has written about them yet. */
    List<NoteDetails> missing(List<NoteDetails> said) {
        return said.stream().filter(n -> !notes.contains(n.body())).toList();
    }

    KnownPerson with(CustomerDetails changed) {
        return new KnownPerson(seat, customer, changed, notes, sameFile);
    }

    KnownPerson withNotes(Set<String> further) {
        Set<String> all = new HashSet<>(notes);
        all.addAll(further);
        return new KnownPerson(seat, customer, details, all, sameFile);
    }

    KnownPerson at(int place) {
        return new KnownPerson(place, customer, details, notes, sameFile);
    }
}
