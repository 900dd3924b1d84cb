package app.clientele.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.demo.DemoNotes.Note;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoNotesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Stream<DemoBusiness> businesses() {
        return DemoBusiness.all().stream();
    }

    private static List<Note> notes(DemoBusiness business) {
        DemoNotes notes = business.notes(5);
        return DemoPeople.of(5, business.mix(TODAY))
                .limit(400)
                .flatMap(person -> notes.about(person.details()).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void notesAreOfEveryKindAndByTheStaff(DemoBusiness business) {
        List<Note> notes = notes(business);

        assertThat(notes.stream().map(Note::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.of("general", "allergy", "medical", "preference", "billing"));
        assertThat(notes.stream().map(Note::author).distinct()).hasSize(business.staff().size());
        assertThat(notes)
                .noneMatch(note -> note.body().contains("{") || note.body().contains("\\"));
        assertThat(notes).anyMatch(Note::pinned);
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void theSameSeedWritesTheSameNotes(DemoBusiness business) {
        assertThat(notes(business)).isEqualTo(notes(business));
    }

    @Test
    void someAreInTheLanguageOfTheCustomer() {
        assertThat(notes(DemoBusiness.of("lumen")))
                .anyMatch(note -> note.body().contains("kleinkinderen"));
    }

    @Test
    void weighingsFollowEachOtherAndEndBeforeToday() {
        DemoWeights weights = new DemoWeights(5, TODAY);
        List<List<Weight>> histories =
                Stream.generate(weights::next).limit(400).filter(h -> !h.isEmpty()).toList();

        assertThat(histories).hasSizeGreaterThan(50);
        for (List<Weight> history : histories) {
            assertThat(history)
                    .extracting(Weight::date)
                    .isSorted()
                    .allMatch(d -> d.isBefore(TODAY));
        }
    }
}
