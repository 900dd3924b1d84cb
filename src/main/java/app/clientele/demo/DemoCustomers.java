package app.clientele.demo;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.business.Feature;
import app.clientele.business.Staff;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.StaffPreferences;
import app.clientele.customers.Weights;
import app.clientele.customers.batch.CustomerBatch;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.notes.Notes;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an invented business its customers, the notes its staff wrote about them and some changes
 * they made.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoCustomers {
    private static final int MANY = 400;
    private static final long SEED = 2026;

    private final Businesses businesses;
    private final Staff staff;
    private final Choices choices;
    private final CustomerBatch batch;
    private final Customers customers;
    private final Notes notes;
    private final Weights weights;
    private final DemoWarnings warnings;
    private final DemoFields fields;
    private final DemoTwins twins;
    private final StaffPreferences preferences;
    private final DemoFamilies families;
    private final Clock clock;

    DemoCustomers(
            Businesses businesses,
            Staff staff,
            Choices choices,
            CustomerBatch batch,
            Customers customers,
            Notes notes,
            Weights weights,
            DemoWarnings warnings,
            DemoFields fields,
            DemoTwins twins,
            StaffPreferences preferences,
            DemoFamilies families,
            Clock clock) {
        this.businesses = businesses;
        this.staff = staff;
        this.choices = choices;
        this.batch = batch;
        this.customers = customers;
        this.notes = notes;
        this.weights = weights;
        this.warnings = warnings;
        this.fields = fields;
        this.twins = twins;
        this.preferences = preferences;
        this.families = families;
        this.clock = clock;
    }

    /** Makes them, and tells who they are. */
    @Transactional
    public List<UUID> fill(DemoBusiness demo) {
        Business business = businesses.current();
        LocalDate today = LocalDate.now(clock.withZone(business.zone()));
        addChoices(demo);
        DemoFields.Filled filled = fields.define(demo, today);
        Random random = new Random(SEED);
        List<Person> persons =
                DemoPeople.of(SEED + demo.slug().hashCode(), demo.mix(today)).limit(MANY).toList();
        List<CustomerDetails> known =
                persons.stream().map(person -> filled.fill(person.details(), random)).toList();
        DemoTaxes taxes = new DemoTaxes(demo);
        DemoTastes tastes = new DemoTastes(demo, preferences.team(), new Random(SEED));
        List<CustomerDetails> people =
                IntStream.range(0, known.size())
                        .mapToObj(i -> tastes.fill(taxes.fill(known.get(i), i)))
                        .toList();
        Map<Integer, UUID> ids = insert(people, filled.fields());
        Map<String, UUID> colleagues =
                staff.all().stream()
                        .collect(Collectors.toMap(Staff.Member::name, Staff.Member::id));
        DemoNotes written = demo.notes(SEED);
        ids.forEach(
                (row, id) -> written.about(people.get(row)).forEach(n -> write(id, n, colleagues)));
        weigh(business, ids, today);
        change(List.copyOf(ids.values()), List.copyOf(colleagues.values()));
        Caller somebody = as(colleagues.values().iterator().next());
        somebody.run(() -> families.link(persons, ids, today));
        warnings.add(demo, List.copyOf(ids.values()), List.copyOf(colleagues.values()));
        somebody.run(() -> twins.add(people));
        return List.copyOf(ids.values());
    }

    private void addChoices(DemoBusiness demo) {
        demo.tags()
                .forEach(t ->
                        choices.add(Choices.Kind.TAG, new ChoiceDetails(t.name(), t.colour())));
        List<String> known =
                choices.all(Choices.Kind.REFERRAL_METHOD, false).stream()
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toList();
        demo.referralMethods().stream()
                .filter(m -> !known.contains(m.toLowerCase(Locale.ROOT)))
                .forEach(m ->
                        choices.add(Choices.Kind.REFERRAL_METHOD, new ChoiceDetails(m, "grey")));
    }

    private Map<Integer, UUID> insert(List<CustomerDetails> people, List<CustomField> own) {
        List<CustomerBatch.Prepared> prepared =
                IntStream.range(0, people.size())
                        .mapToObj(
                                i -> batch.prepare(new Incoming(i, people.get(i), List.of()), own))
                        .toList();
        return batch.take(prepared, OnDuplicate.SKIP, null, null).stream()
                .filter(o -> o.verdict() == CustomerBatch.Verdict.CREATE)
                .collect(Collectors.toMap(Outcome::row, o -> Objects.requireNonNull(o.customer())));
    }

    private void write(UUID customer, DemoNotes.Note note, Map<String, UUID> colleagues) {
        as(colleagues.get(note.author()))
                .run(() ->
                        notes.add(
                                customer,
                                new Notes.NoteDetails(note.body(), note.kind(), note.pinned())));
    }

    private static Caller as(@Nullable UUID colleague) {
        return new Caller(
                Caller.current().business(), colleague, Caller.Door.PAGE, null, Permission.all());
    }

    private void weigh(Business business, Map<Integer, UUID> ids, LocalDate today) {
        if (!business.has(Feature.WEIGHT)) {
            return;
        }
        DemoWeights all = new DemoWeights(SEED, today);
        ids.forEach((row, id) -> {
            if (row % 3 == 0) {
                all.next().forEach(w -> weights.add(id, w));
            }
        });
    }

    /** A few corrections by different people, so that the history has something to tell. */
    private void change(List<UUID> ids, List<UUID> colleagues) {
        Random random = new Random(SEED);
        for (int i = 0; i < ids.size(); i += 7) {
            UUID id = ids.get(i);
            as(colleagues.get(random.nextInt(colleagues.size()))).run(() -> correct(id, random));
        }
    }

    private void correct(UUID id, Random random) {
        customers.change(id, present -> present.with(d -> correct(d, random)));
    }

    private void correct(CustomerDetails.Draft d, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> d.status = choices.all(Choices.Kind.STATUS, false).getLast().name();
            case 1 -> d.pronouns = random.nextBoolean() ? "she/her" : "they/them";
            default -> d.customerSince = LocalDate.now(clock).minusDays(random.nextLong(30, 700));
        }
    }
}
