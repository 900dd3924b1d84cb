package app.clientele.bench;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.CustomerKeys;
import app.clientele.demo.DemoNotes;
import app.clientele.demo.DemoWeights;
import app.clientele.shared.Birthday;
import app.clientele.shared.Ids;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes people into the tables that hold them, one business at a time. */
final class CustomerTables {
    /** What the one fat customer has, who is the first of a business. */
    private static final int FAT_NOTES = 2_000;

    private static final int FAT_WEIGHINGS = 5_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CopyText customers =
            new CopyText(
                    """
                    customer (business_id, id, number, first_name, middle_name, last_name, display_name, sort_name, emails, phones,
                        birth_year, birth_month, birth_day, gender, pronouns, language, status_id, customer_since, referred_by_name,
                        external_id, created_via, created_at, updated_at)\
                    """);
    private final CopyText keys =
            new CopyText("customer_key (business_id, key, kind, customer_id)");
    private final CopyText texts = new CopyText("customer_text (business_id, customer_id, text)");
    private final CopyText addresses =
            new CopyText(
                    "customer_address (business_id, id, customer_id, label, street, line2, postcode, city, region, country, is_primary)");
    private final CopyText tags =
            new CopyText("customer_tag (business_id, id, customer_id, tag_id)");
    private final CopyText weights =
            new CopyText("customer_weight (business_id, id, customer_id, on_date, grams, unit)");
    private final CopyText notes =
            new CopyText(
                    "note (business_id, id, customer_id, body, kind, pinned, position, created_via, created_at, updated_at)");

    private final String business;
    private final Map<String, UUID> statuses;
    private final List<UUID> tagIds;
    private final Set<String> words;
    private final DemoNotes writer;
    private final DemoWeights scale;
    private final SplittableRandom random;

    /**
     * @param words where the words of names are gathered for the business
     */
    CustomerTables(
            String business,
            Map<String, UUID> statuses,
            List<UUID> tagIds,
            Set<String> words,
            DemoNotes writer,
            DemoWeights scale,
            long seed) {
        this.business = business;
        this.statuses = statuses;
        this.tagIds = tagIds;
        this.words = words;
        this.writer = writer;
        this.scale = scale;
        this.random = new SplittableRandom(seed);
    }

    void add(CustomerDetails details, String id, long number, LocalDate today) {
        String created = instant(details.customerSince(), today);
        Birthday birthday = details.birthday();
        Referrer referrer = details.referredBy();
        customers.row(
                business,
                id,
                number,
                details.firstName(),
                details.middleName(),
                details.lastName(),
                details.displayName(),
                CustomerKeys.sortName(details),
                JSON.writeValueAsString(details.emails()),
                JSON.writeValueAsString(details.phones()),
                birthday == null ? null : birthday.year(),
                birthday == null ? null : birthday.month(),
                birthday == null ? null : birthday.day(),
                details.gender(),
                details.pronouns(),
                details.language(),
                statuses.get(String.valueOf(details.status())),
                details.customerSince(),
                referrer == null ? null : referrer.name(),
                random.nextInt(3) == 0 ? "ext-" + number : null,
                random.nextInt(4) == 0 ? "page" : "import",
                created,
                created);
        CustomerKeys.each(details, (kind, key) -> keys.row(business, key, kind, id));
        texts.row(business, id, CustomerKeys.text(details, number));
        words.addAll(CustomerKeys.words(details));
        addAround(details, id, created);
    }

    private void addAround(CustomerDetails details, String id, String created) {
        details.addresses().forEach(address -> add(address, id));
        for (UUID tag : tagIds) {
            if (random.nextInt(20) == 0) {
                tags.row(business, Ids.next(), id, tag);
            }
        }
        int place = 0;
        for (DemoNotes.Note note : writer.about(details)) {
            note(id, note.body(), note.kind(), note.pinned(), place++, created);
        }
        for (CustomerDetails.Weight weight : scale.next()) {
            int grams = weight.value() == null ? 0 : weight.value().movePointRight(3).intValue();
            weights.row(business, Ids.next(), id, weight.date(), grams, "kg");
        }
    }

    private void add(Address a, String id) {
        addresses.row(
                business,
                Ids.next(),
                id,
                a.label(),
                a.street(),
                a.line2(),
                a.postcode(),
                a.city(),
                a.region(),
                a.country(),
                a.primary());
    }

    private void note(
            String id, String body, String kind, boolean pinned, int place, String created) {
        notes.row(business, Ids.next(), id, body, kind, pinned, place, "page", created, created);
    }

    /** Gives somebody far more than anybody has. */
    void fatten(String id, LocalDate today) {
        for (int i = 0; i < FAT_NOTES; i++) {
            LocalDate day = today.minusDays(i % 1_500);
            note(
                    id,
                    "Visit no. " + i + ", nothing special.",
                    "general",
                    i % 500 == 0,
                    i,
                    day + "T10:00Z");
        }
        for (int i = 0; i < FAT_WEIGHINGS; i++) {
            weights.row(business, Ids.next(), id, today.minusDays(i), 60_000 + i % 9_000, "kg");
        }
    }

    private String instant(@Nullable LocalDate day, LocalDate today) {
        LocalDate date = day == null ? today.minusDays(1) : day;
        return date.atStartOfDay(ZoneOffset.UTC)
                .plusSeconds(random.nextInt(80_000))
                .toInstant()
                .toString();
    }

    void flush(Connection connection) throws SQLException, IOException {
        for (CopyText table : List.of(customers, keys, texts, addresses, tags, weights, notes)) {
            table.flush(connection);
        }
    }
}
