package app.clientele.imports.reading;

import static app.clientele.imports.reading.ReadCustomer.PhoneKind.DAY;
import static app.clientele.imports.reading.ReadCustomer.PhoneKind.MOBILE;
import static app.clientele.imports.reading.ReadCustomer.PhoneKind.NIGHT;
import static app.clientele.imports.reading.ReadCustomer.PhoneKind.UNKNOWN;
import static app.clientele.imports.reading.TestFiles.customers;
import static app.clientele.imports.reading.TestFiles.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.clientele.imports.reading.ReadCustomer.Address;
import app.clientele.imports.reading.ReadCustomer.Note;
import app.clientele.imports.reading.ReadCustomer.NoteKind;
import app.clientele.imports.reading.ReadCustomer.Phone;
import app.clientele.shared.Birthday;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file of every product, of people who don't exist. */
class FormatTests {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "fresha.csv, FRESHA, 6",
        "fresha-it.csv, FRESHA, 2",
        "fresha-sv.csv, FRESHA, 2",
        "square.csv, SQUARE, 4",
        "mindbody-report.csv, MINDBODY, 3",
        "mindbody-api.csv, MINDBODY, 2",
        "acuity.csv, ACUITY, 3",
        "phorest.csv, PHOREST, 2",
        "phorest-exercise.csv, GENERIC, 2",
        "booksy.csv, BOOKSY, 3",
        "german.csv, GENERIC, 2",
        "dutch.csv, GENERIC, 2",
        "spanish.csv, GENERIC, 2",
        "japanese.csv, GENERIC, 2",
    })
    void recognisesTheProduct(String file, Format format, int rows) {
        Survey survey = Survey.of(TestFiles.open(fixture(file)));

        assertThat(survey.format()).isEqualTo(format);
        assertThat(survey.rows()).isEqualTo(rows);
        assertThat(customers(fixture(file))).hasSize(rows);
    }

    @Test
    void readsFresha() {
        List<ReadCustomer> read = customers(fixture("fresha.csv"));

        ReadCustomer mia = read.getFirst();
        assertThat(mia.externalId()).isEqualTo("100001");
        assertThat(mia.phones()).containsExactly(new Phone("447700900101", MOBILE, true));
        assertThat(mia.address())
                .isEqualTo(
                        new Address(
                                "12 Larch Road",
                                "Flat 3",
                                "Hackney",
                                "London",
                                "Greater London",
                                "E8 1AA",
                                null));
        assertThat(mia.notes())
                .containsExactly(
                        new Note(NoteKind.GENERAL, "Prefers mornings.\nLikes tea, no sugar."));
        assertThat(mia.marketingEmail()).isTrue();
        assertThat(mia.marketingSms()).isFalse();
        assertThat(mia.blocked()).isFalse();
        assertThat(mia.extras()).isEmpty();
        ReadCustomer jose = read.get(1);
        assertThat(jose.blocked()).isTrue();
        assertThat(jose.blockReason()).isEqualTo("Three no-shows");
        assertThat(jose.marketingSms()).as("a blank is no consent and no refusal").isNull();
        assertThat(read.get(4).birthday()).isEqualTo(new Birthday(1992, 2, 29));
        assertThat(read.get(5).lastName()).isNull();
    }

    @Test
    void readsFreshaInLanguagesItKnowsAndInOthersByTheOrderOfColumns() {
        ReadCustomer giulia = customers(fixture("fresha-it.csv")).getFirst();
        ReadCustomer nils = customers(fixture("fresha-sv.csv")).getLast();

        assertThat(giulia.lastName()).isEqualTo("De Santis");
        assertThat(giulia.gender()).isEqualTo("female");
        assertThat(giulia.marketingEmail()).isTrue();
        assertThat(giulia.address()).extracting(Address::line2).isEqualTo("Interno 2");
        assertThat(nils.firstName()).isEqualTo("Nils");
        assertThat(nils.blocked()).isTrue();
        assertThat(nils.blockReason()).isEqualTo("Uteblev");
        assertThat(nils.customerSince()).isEqualTo(LocalDate.of(2021, 6, 6));
    }

    @Test
    void readsSquare() {
        List<ReadCustomer> read = customers(fixture("square.csv"));

        ReadCustomer ana = read.getFirst();
        assertThat(ana.phones()).containsExactly(new Phone("+15550100401", UNKNOWN, false));
        assertThat(ana.birthday()).isEqualTo(new Birthday(null, 2, 29));
        assertThat(ana.displayName()).isEqualTo("Annie");
        assertThat(ana.externalId()).isEqualTo("SQX0000000000000000000401");
        assertThat(ana.marketingEmail()).isTrue();
        assertThat(ana.onlineBooking()).isEqualTo("allow");
        assertThat(ana.extras())
                .contains(entry("Reference ID", "R-17"), entry("Lifetime Spend", "$2,481.50"));
        assertThat(read.get(1).marketingEmail()).isFalse();
        assertThat(read.get(1).onlineBooking()).isEqualTo("block");
        assertThat(read.get(2).firstName()).isNull();
        assertThat(read.get(3).marketingEmail()).isNull();
    }

    @Test
    void readsVagaroBelowItsTitleAndAboveItsSums() {
        Path list = Workbooks.vagaro(folder);
        Survey survey = Survey.of(TestFiles.open(list));
        List<ReadCustomer> read = customers(list);

        assertThat(survey.format()).isEqualTo(Format.VAGARO);
        assertThat(survey.header().row()).isEqualTo(4);
        assertThat(survey.summaryRows()).isEqualTo(1);
        assertThat(read).extracting(ReadCustomer::firstName).containsExactly("Mia", "Ζωή");
        ReadCustomer mia = read.getFirst();
        assertThat(mia.birthday()).isEqualTo(new Birthday(1990, 3, 14));
        assertThat(mia.customerSince()).isEqualTo(LocalDate.of(2019, 5, 2));
        assertThat(mia.tags()).containsExactly("VIP", "Sensitive skin");
        assertThat(mia.referredBy()).isEqualTo("Tom Baker");
        assertThat(mia.onlineBooking()).isEqualTo("allow");
        assertThat(mia.address()).extracting(Address::postcode).isEqualTo("83702");
        assertThat(mia.extras())
                .doesNotContainKey("Last Visited")
                .containsEntry("No Shows/Cancellations", "($20.00)");
        ReadCustomer zoe = read.getLast();
        assertThat(zoe.phones())
                .containsExactly(
                        new Phone("5550100102", MOBILE, false),
                        new Phone("(555) 010-0103", DAY, false));
        assertThat(zoe.birthday()).isEqualTo(new Birthday(1992, 2, 29));
        assertThat(zoe.customerSince()).isEqualTo(LocalDate.of(2020, 11, 30));
        assertThat(zoe.tags()).isEmpty();
        assertThat(zoe.emails()).isEmpty();
    }

    @Test
    void readsMindbody() {
        ReadCustomer noor = customers(fixture("mindbody-api.csv")).getFirst();
        ReadCustomer priya = customers(fixture("mindbody-report.csv")).getFirst();

        assertThat(noor.middleName()).isEqualTo("Amira");
        assertThat(noor.phones()).extracting(Phone::kind).containsExactly(MOBILE, NIGHT, DAY);
        assertThat(noor.notes())
                .containsExactly(
                        new Note(NoteKind.GENERAL, "Prefers Ewa"),
                        new Note(NoteKind.RED_ALERT, "Epilepsy"),
                        new Note(NoteKind.YELLOW_ALERT, "Asks for the quiet room"));
        assertThat(noor.active()).isTrue();
        assertThat(noor.status()).isEqualTo("Active");
        assertThat(noor.extras())
                .containsExactly(entry("UniqueId", "17"), entry("LockerNumber", "B12"));
        assertThat(priya.birthday())
                .as("12/31/1969 in another row settles the order")
                .isEqualTo(new Birthday(1991, 3, 4));
        assertThat(priya.extras()).containsEntry("Emergency Contact Name", "Arun Raman");
    }

    @Test
    void readsAcuity() {
        List<ReadCustomer> read = customers(fixture("acuity.csv"));

        assertThat(read.getFirst().emails())
                .containsExactly("olga@example.com", "olga.work@example.org");
        assertThat(read.getFirst().extras())
                .containsExactly(
                        entry("Days Since Last Appointment", "12"),
                        entry("Last Appointment", "2026-03-02"));
        assertThat(read.get(1).firstName()).isEqualTo("John");
        assertThat(read.get(1).lastName()).isEqualTo("Smith");
        assertThat(read.get(1).emails()).containsExactly("john@example.com");
    }

    @Test
    void readsPhorest() {
        ReadCustomer aoife = customers(fixture("phorest.csv")).getFirst();

        assertThat(aoife.phones()).extracting(Phone::kind).containsExactly(MOBILE, DAY);
        assertThat(aoife.birthday()).isEqualTo(new Birthday(1987, 12, 25));
        assertThat(aoife.marketingEmail()).isTrue();
        assertThat(aoife.marketingSms()).isFalse();
        assertThat(aoife.referralMethod()).isEqualTo("Google");
        assertThat(aoife.tags()).containsExactly("VIP");
        assertThat(aoife.extras()).containsEntry("Reminder Consent (Email)", "Yes");
        assertThat(customers(fixture("phorest-exercise.csv")).getLast().blocked()).isTrue();
    }

    @Test
    void readsBooksy() {
        List<ReadCustomer> read = customers(fixture("booksy.csv"));

        assertThat(read.getFirst().firstName()).isEqualTo("Anna");
        assertThat(read.getFirst().lastName()).isEqualTo("van der Berg");
        assertThat(read.getFirst().tags()).containsExactly("VIP", "colour");
        assertThat(read.getFirst().extras()).containsEntry("Total Spent", "1 234,50 zł");
        assertThat(read.get(1).firstName()).isEqualTo("Prince");
        assertThat(read.get(2).lastName()).isEqualTo("김");
    }

    @Test
    void readsOtherListsByTheirHeadersInManyLanguages() {
        ReadCustomer jurgen = customers(fixture("german.csv")).getFirst();
        ReadCustomer sjoerd = customers(fixture("dutch.csv")).getFirst();
        ReadCustomer hanako = customers(fixture("japanese.csv")).getFirst();
        ReadCustomer maria = customers(fixture("spanish.csv")).getFirst();

        assertThat(jurgen.lastName()).isEqualTo("Müßig");
        assertThat(jurgen.address()).extracting(Address::line1).isEqualTo("Lindenallee 12a");
        assertThat(jurgen.marketingEmail()).isTrue();
        assertThat(jurgen.extras())
                .containsExactly(entry("Anrede Text", "Frau"), entry("Lieblingstee", "Fenchel"));
        assertThat(customers(fixture("german.csv")).getLast().birthday())
                .isEqualTo(new Birthday(1955, 12, 31));
        assertThat(sjoerd.lastName()).isEqualTo("'t Hart");
        assertThat(sjoerd.birthday()).isEqualTo(new Birthday(1991, 8, 7));
        assertThat(hanako.lastName()).isEqualTo("山田");
        assertThat(hanako.birthday()).isEqualTo(new Birthday(1990, 3, 14));
        assertThat(maria.gender()).as("m may be mujer beside h for hombre").isEqualTo("M");
    }
}
