package app.clientele.customers.erasing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.TestDatabase;
import app.clientele.calendar.Diary;
import app.clientele.calendar.classes.Studio;
import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.OnErase;
import app.clientele.customers.Pictures;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.ledger.gifts.Delivering;
import app.clientele.shared.Permission;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;

/**
 * A canary in every column of the map that can hold words, and in files, put there as people and
 * programs do where they can; then the erasure, and a search through every column of every table,
 * every file and all that was logged (X5, E1). A module that joins later joins here by the map: its
 * table has to have a row of the one who goes.
 */
@ClienteleTest
@ExtendWith(OutputCaptureExtension.class)
class ErasedForGoodTests {
    /** Columns that take one of a few words only, and so tell nothing a canary could. */
    private static final List<String> FEW_WORDS =
            List.of(
                    "alert.level",
                    "card_link.state",
                    "customer_card.gateway",
                    "customer_card.last_four",
                    "customer_address.country",
                    "customer_fee.currency",
                    "customer_fee.kind",
                    "customer_weight.unit",
                    "message.channel",
                    "message.enclosed_kind",
                    "message.enclosed_name",
                    "message.masked",
                    "message.state",
                    "note.kind",
                    "pass.state",
                    "customer_price.currency",
                    "online_booking.rule",
                    "online_request.device",
                    "online_request.outcome",
                    "suggested_change.field",
                    "suggested_change.decision",
                    "time_proposal.decision",
                    "waitlist_entry.status",
                    "waitlist_offer.decision",
                    "relationship.agreement",
                    "relationship.answered_how",
                    "relationship.counterpart",
                    "relationship.relation");

    /** Issued to somebody by name, and kept so. */
    private static final List<String> LEGAL_REST = List.of("invoice");

    /** Tables without a row of somebody who may be erased. */
    private static final List<String> WITHOUT_ROWS = List.of("customer_pair", "staff_preference");

    @Autowired private List<PersonalData> map;

    @Value("${clientele.home}")
    private Path home;

    private final String canary =
            "qzx" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("kwy");
    private final String digits =
            String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    private final ApiClient api = Cast.api(Permission.values());
    private final PageClient desk = Cast.mia().pages();

    private String word(String what) {
        return canary + what;
    }

    @Test
    void nothingOfThePersonIsLeft(CapturedOutput output) throws IOException {
        UUID customer = planted();
        String others = others(customer);
        everyTableHasARow(customer);
        everyColumnHasACanary(customer);
        assertThat(hits()).as("the search finds what is there").hasSizeGreaterThan(12);
        assertThat(files(customer)).isNotEmpty();

        Cast.mia()
                .run(() -> {
                    Erasure asked =
                            Cast.bean(Erasures.class)
                                    .begin(customer, new Erasures.ErasureDetails(word("reason")));
                    ErasureJob.pass(asked.id());
                    ErasureJob.run();
                });
        Wallet.check(); // the gateway forgets the card, too

        assertThat(api.get("/customers/" + customer).status()).isEqualTo(410);
        assertThat(hits()).isEmpty();
        assertThat(files(customer)).isEmpty();
        assertThat(output.getAll().toLowerCase(Locale.ROOT)).doesNotContain(canary, digits);
        assertThat(others(customer)).as("nobody else lost anything").isEqualTo(others);
    }

    private UUID planted() throws IOException {
        String field =
                id(
                        api.post(
                                "/custom-fields",
                                Map.of("label", "Tea " + UUID.randomUUID(), "type", "text")));
        String key = api.get("/custom-fields/" + field).json().get("key").asString();
        var details = new java.util.HashMap<String, Object>();
        details.put("firstName", word("first"));
        details.put("middleName", word("middle"));
        details.put("lastName", word("last"));
        details.put("displayName", word("shown"));
        details.put("pronouns", word("pro"));
        details.put("externalId", word("ext"));
        details.put("emails", List.of(Map.of("address", word("mail") + "@example.org")));
        details.put("phones", List.of(Map.of("number", "+467" + digits)));
        details.put("referredBy", Map.of("name", word("ref")));
        details.put("customFields", Map.of(key, word("tea")));
        String id = id(api.post("/customers", details, "Idempotency-Key", word("key")));
        String path = "/customers/" + id;
        change(path, Map.of("firstName", word("second")));
        change(path, Map.of("displayName", word("other")));
        about(path);
        booked(id);
        merged(id);
        elsewhere(id);
        return UUID.fromString(id);
    }

    private void change(String path, Map<String, ?> patch) {
        assertThat(api.patch(path, api.get(path).etag(), patch).status()).isEqualTo(200);
    }

    /** What hangs on the record, come and gone. */
    private void about(String path) {
        String note =
                path + "/notes/" + id(api.post(path + "/notes", Map.of("body", word("note"))));
        change(note, Map.of("body", word("noted")));
        api.delete(path + "/notes/" + id(api.post(path + "/notes", Map.of("body", word("gone")))));
        String alert =
                id(api.post(path + "/alerts", Map.of("text", word("alert"), "level", "red")));
        api.put(path + "/alerts/" + alert + "/acknowledgement", Map.of());
        api.post(path + "/addresses", Map.of("street", word("street"), "city", word("city")));
        api.post(path + "/weights", Map.of("value", 61, "unit", "kg"));
        String tag = id(api.post("/tags", Map.of("name", "Tag " + UUID.randomUUID())));
        api.put(path + "/tags/" + tag, Map.of());
        byte[] picture = Pictures.plain("png", 40, 40, Color.RED);
        assertThat(
                        api.upload("PUT", path + "/photo", "photo", word("file") + ".png", picture)
                                .status())
                .isLessThan(300);
        api.put(path + "/lock", Map.of("reason", word("lock")));
        api.delete(path + "/lock");
    }

    /** A package that was handed on to them and ended, and a visit they were given and used. */
    private void packages(String id, String service) {
        Map<String, String> price = Map.of("amount", "5.00", "currency", "SEK");
        var items = List.of(Map.of("serviceId", service, "visits", 2));
        String sold =
                id(api.post("/packages", Map.of("name", "Two", "price", price, "items", items)));
        String giver = id(api.post("/customers", Map.of("firstName", "Noor")));
        var lines = List.of(Map.of("packageId", sold));
        String order =
                id(
                        api.post(
                                "/orders",
                                Map.of(
                                        "customerId",
                                        giver,
                                        "branchId",
                                        Cast.branch(),
                                        "lines",
                                        lines)));
        var cash = List.of(Map.of("tender", "cash", "amount", price));
        id(api.post("/orders/" + order + "/payments", Map.of("payments", cash)));
        String bought =
                api.get("/customers/" + giver + "/packages").json().at("/items/0/id").asString();
        String path = "/bought-packages/" + bought;
        id(api.post(path + "/transfer", Map.of("customerId", id, "reason", word("handed"))));
        id(api.post(path + "/ending", Map.of("reason", word("enough"))));
        id(
                api.post(
                        "/customers/" + id + "/credits",
                        Map.of("serviceId", service, "visits", 1, "reason", word("sorry"))));
        var visit = Map.of("serviceId", service);
        Map<String, ?> used =
                Map.of("customerId", id, "branchId", Cast.branch(), "lines", List.of(visit));
        id(
                api.post(
                        "/orders/" + id(api.post("/orders", used)) + "/payments",
                        Map.of("payments", List.of())));
    }

    /** What was booked and called off, and what they may be booked for. */
    private void booked(String id) {
        Diary diary = Diary.plain();
        var wish = diary.wish(id, Cast.paul(), Diary.ago(2000));
        wish.put("guestName", word("guest"));
        wish.put("note", word("wish"));
        wish.put("overlapReason", word("both"));
        String visit = "/appointments/" + id(api.post("/appointments", wish));
        String plan =
                id(
                        api.post(
                                "/membership-plans",
                                Map.of(
                                        "name",
                                        "Gold",
                                        "price",
                                        Map.of("amount", "5.00", "currency", "SEK"),
                                        "joiningFee",
                                        Map.of("amount", "5.00", "currency", "SEK"),
                                        "interval",
                                        Map.of("every", 1, "unit", "month"))));
        String joined =
                id(
                        api.post(
                                "/customers/" + id + "/memberships",
                                Map.of(
                                        "planId",
                                        plan,
                                        "branchId",
                                        Cast.branch(),
                                        "note",
                                        word("member"))));
        id(api.post("/memberships/" + joined + "/pause", Map.of("reason", word("holiday"))));
        id(
                api.post(
                        "/memberships/" + joined + "/cancellation",
                        Map.of("how", "waived", "reason", word("moving"))));
        packages(id, diary.service());
        Map<String, Object> agreed =
                Map.of(
                        "kind",
                        "late_cancel",
                        "amount",
                        Map.of("amount", "5.00", "currency", "SEK"),
                        "reason",
                        word("often"));
        id(api.post("/customers/" + id + "/own-fees", agreed));
        id(api.post(visit + "/cancellation", Map.of("reason", word("ill"), "late", true)));
        String fee = api.get("/customers/" + id + "/fees").json().at("/items/0/id").asString();
        id(api.post("/fees/" + fee + "/waiving", Map.of("reason", word("storm"))));
        online(id);
        inClass(id);
        bought(id);
        String path = "/customers/" + id;
        id(
                api.post(
                        path + "/prices",
                        Map.of("serviceId", diary.service(), "minutes", 20, "note", word("deal"))));
        id(
                api.post(
                        path + "/disliked-services",
                        Map.of("serviceId", diary.service(), "comment", word("itch"))));
        id(api.post("/calendar-feeds", Map.of("customerId", id)));
        Map<String, String> card = Map.of("code", word("card"), "label", word("ring"));
        String pass = id(api.post(path + "/passes", card));
        api.post(path + "/passes/" + pass + "/loss", Map.of("note", word("bag")));
        Wallet.use("sandbox", 5);
        Wallet wallet = new Wallet(api);
        wallet.keep(id, TestCard.VISA);
        String gone = wallet.keep(id, TestCard.AMEX);
        api.delete(path + "/cards/" + gone + "?reason=" + word("stolen"));
        id(api.post(path + "/card-links", "{}"));
        assertThat(
                        api.put(
                                        path + "/online-booking",
                                        Map.of("rule", "block", "reason", word("late")))
                                .status())
                .isLessThan(300);
    }

    /** What they bought, paid, owed and got back; invoices stay as the law has it. */
    private void bought(String customer) {
        var money = Map.of("amount", "20.00", "currency", "SEK");
        String product =
                id(
                        api.post(
                                "/products",
                                Map.of("name", "Oil " + UUID.randomUUID(), "price", money)));
        var cheaper =
                Map.of(
                        "productId",
                        product,
                        "discount",
                        Map.of("percent", 5, "reason", word("loyal")));
        var dearer =
                Map.of(
                        "productId",
                        product,
                        "price",
                        Map.of("amount", "25.00", "currency", "SEK"),
                        "priceReason",
                        word("large"));
        String order =
                id(
                        api.post(
                                "/orders",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "branchId",
                                        Cast.branch(),
                                        "note",
                                        word("gift"),
                                        "lines",
                                        List.of(cheaper, dearer))));
        var half = Map.of("tender", "cash", "amount", money, "reference", word("slip"));
        String invoice =
                id(
                        api.post(
                                "/orders/" + order + "/payments",
                                Map.of(
                                        "payments",
                                        List.of(half),
                                        "iou",
                                        Map.of("comment", word("purse")))));
        api.get("/customers/" + customer + "/payments")
                .json()
                .path("items")
                .valueStream()
                .filter(p -> p.path("invoiceId").asString().equals(invoice))
                .forEach(p ->
                        id(
                                api.post(
                                        "/payments/" + p.path("id").asString() + "/refunds",
                                        Map.of("reason", word("rash")))));
        String iou =
                api.get("/customers/" + customer + "/ious").json().at("/items/0/id").asString();
        id(api.post("/ious/" + iou + "/voiding", Map.of("reason", word("kind"))));
        gift(customer, money);
        String credit =
                id(
                        api.post(
                                "/customers/" + customer + "/account-credit",
                                Map.of("amount", money, "reason", word("friend"))));
        id(api.post("/account-credit/" + credit + "/taking-back", Map.of("reason", word("wrong"))));
    }

    /** A card they bought for themselves with words about somebody, and one they were given. */
    private void gift(String customer, Map<String, String> money) {
        Map<String, Object> wish =
                Map.of(
                        "value",
                        money,
                        "recipientName",
                        word("aunt"),
                        "recipientEmail",
                        word("aunt") + "@example.net",
                        "message",
                        word("cheers"));
        String order =
                id(
                        api.post(
                                "/orders",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "branchId",
                                        Cast.branch(),
                                        "lines",
                                        List.of(Map.of("gift", wish)))));
        id(
                api.post(
                        "/orders/" + order + "/payments",
                        Map.of("payments", List.of(Map.of("tender", "cash", "amount", money)))));
        Delivering.run();
        var theirs = Map.of("value", money, "customerId", customer, "message", word("sorry"));
        String given = id(api.post("/gift-cards", Map.of("gift", theirs, "reason", word("wait"))));
        id(api.post("/gift-cards/" + given + "/voiding", Map.of("reason", word("twice"))));
    }

    /** What they typed when booking online; in places where a booking would put it. */
    private void online(String customer) {
        Diary diary = Diary.plain();
        var wish = diary.wish(customer, Cast.paul(), Diary.ago(2100));
        wish.put("status", "requested");
        String asked = id(api.post("/appointments", wish));
        TestDatabase.ownerClient()
                .sql(
                        """
                        with a as (select * from appointment where id = :asked::uuid),
                        three as (insert into waitlist_entry (business_id, id, customer_id, branch_id, service_id, from_day, until_day,
                                weekdays, from_minute, until_minute, note, status, first_at, first_reason, end_reason, first_name, email,
                                language, secret_hash, submission_hash, created_via)
                            select a.business_id, a.id, a.customer_id, a.branch_id, a.service_id, current_date, current_date, '{1}', 0, 1440,
                                :word || 'wish', 'ended', now(), :word || 'dear', :word || 'well', :word || 'noor', :word || '@example.net',
                                :word || 'sv', convert_to(:word, 'UTF8'), convert_to(:word, 'UTF8'), 'booking' || :word from a),
                        four as (insert into waitlist_offer (business_id, id, customer_id, entry_id, appointment_id, staff_id, starts_at,
                                ends_at, offer_until, automatic, decision, created_via)
                            select a.business_id, a.id, a.customer_id, a.id, a.id, a.staff_id, a.starts_at, a.ends_at, a.starts_at, true,
                                'lapsed', 'job' || :word from a),
                        one as (insert into suggested_change (business_id, id, customer_id, field, value, created_via)
                            select a.business_id, a.id, a.customer_id, 'firstName', :word || 'nick', 'booking' || :word from a),
                        two as (insert into time_proposal (business_id, id, customer_id, appointment_id, staff_id, starts_at, ends_at,
                                message, created_via)
                            select a.business_id, a.id, a.customer_id, a.id, a.staff_id, a.starts_at, a.ends_at, :word || 'later',
                                'page' || :word from a)
                        insert into online_request (business_id, id, customer_id, appointment_id, branch_id, service_id, starts_at,
                            ends_at, outcome, first_name, last_name, email, phone, device, browser, submission_hash, created_via)
                        select a.business_id, a.id, a.customer_id, a.id, a.branch_id, a.service_id, a.starts_at, a.ends_at, 'requested',
                            :word || 'typed', :word || 'family', :word || 'typed@example.org', '+467' || :word, 'phone',
                            :word || 'browser', convert_to(:word, 'UTF8'), 'booking' || :word from a
                        """)
                .param("asked", asked)
                .param("word", canary)
                .update();
    }

    private void inClass(String id) {
        String session = Studio.of(3).session(Diary.ago(2000), null);
        String booking =
                id(
                        api.post(
                                session + "/bookings",
                                Map.of("customerId", id, "note", word("mat"), "overlap", true)));
        id(api.post("/class-bookings/" + booking + "/cancellation", Map.of("reason", word("flu"))));
    }

    private void merged(String id) {
        for (boolean back : List.of(true, false)) {
            String twin =
                    id(
                            api.post(
                                    "/customers",
                                    Map.of(
                                            "firstName",
                                            word("twin"),
                                            "externalId",
                                            word("twinext" + back),
                                            "emails",
                                            List.of(
                                                    Map.of(
                                                            "address",
                                                            word("twin" + back)
                                                                    + "@example.org")))));
            api.post("/customers/" + twin + "/notes", Map.of("body", word("twinnote")));
            String merge = id(api.post("/merges", Map.of("into", id, "from", twin)));
            if (back) {
                assertThat(api.delete("/merges/" + merge).status()).isEqualTo(200);
                api.post("/merges", Map.of("into", id, "from", twin));
            }
        }
        String stranger = id(api.post("/customers", Map.of("firstName", "Ivo")));
        String into = id(api.post("/merges", Map.of("into", stranger, "from", id)));
        change("/customers/" + stranger, Map.of("language", "sv"));
        assertThat(api.delete("/merges/" + into).status()).isEqualTo(200);
        api.put("/customers/" + id + "/distinct-from/" + stranger, Map.of());
        change("/customers/" + stranger, Map.of("referredBy", Map.of("customerId", id)));
        related(id, stranger);
    }

    /** What they are to others, and what was written to either about it. */
    private void related(String id, String stranger) {
        invited(stranger, id);
        String friend =
                id(
                        api.post(
                                "/customers",
                                Map.of(
                                        "firstName",
                                        "Nell",
                                        "emails",
                                        List.of(
                                                Map.of(
                                                        "address",
                                                        UUID.randomUUID() + "@example.org")))));
        invited(id, friend);
        api.post("/customers/" + id + "/copies", Map.of("address", word("copy") + "@example.org"));
    }

    private void invited(String of, String relative) {
        String links = "/customers/" + of + "/relationships";
        var link = Map.of("relativeId", relative, "relation", "other", "words", word("friend"));
        // who can be written to is asked at once
        id(api.post(links, link));
    }

    /** Lists, files and answers that name the person. */
    private void elsewhere(String id) throws IOException {
        desk.get("/customers?q=" + word("first"));
        desk.get("/customers/export.csv?q=" + word("last"));
        desk.get("/customers/" + id + "/export");
        api.post(
                "/customer-views",
                Map.of("name", "Theirs", "query", "q=" + word("last"), "shared", true));
        api.post(
                "/bulk-changes",
                Map.of("action", "deactivate", "query", "email=" + word("mail") + "@example.org"),
                "Idempotency-Key",
                word("bulk") + "@" + word("mail") + "@example.org");
        assertThat(
                        api.post(
                                        "/customers",
                                        Map.of(
                                                "firstName",
                                                "A",
                                                "emails",
                                                List.of(Map.of("address", word("broken")))))
                                .status())
                .isEqualTo(422);
        String row = "%s,%s,%s@example.org,".formatted(word("second"), word("last"), word("mail"));
        String list = "First Name,Last Name,Email,Birthday\n" + row;
        String taken = id(api.upload("/imports", "file", "list.csv", list + "not a day\n"));
        String kept = id(api.upload("/imports?dryRun=true", "file", "kept.csv", list + "\n"));
        uploaded("ready.csv", list + "\n");
        for (String each : List.of(taken, kept)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            api.get("/imports/" + each)
                                    .json()
                                    .get("state")
                                    .asString()
                                    .equals("done"));
        }
        TestDatabase.ownerClient()
                .sql(
                        "insert into retention_notice (business_id, id, customer_id, due_on) values (:business, :id, :customer, current_date)")
                .param("business", Cast.mia().business())
                .param("id", UUID.randomUUID())
                .param("customer", UUID.fromString(id))
                .update();
        TestDatabase.ownerClient()
                .sql(
                        "update import_row set customer_id = :customer where business_id = :business and cells is not null and row = 2 and import_id = :import")
                .param("business", Cast.mia().business())
                .param("customer", UUID.fromString(id))
                .param("import", UUID.fromString(taken))
                .update();
    }

    /** Left lying there, to be looked at first. */
    private String uploaded(String name, String list) {
        String place = desk.upload("/imports", "file", name, list).location();
        return place.replaceFirst(".*/imports/([0-9a-f-]{36}).*", "$1");
    }

    private static String id(Answer made) {
        assertThat(made.status()).as(made.toString()).isBetween(200, 299);
        return made.json().get("id").asString();
    }

    private Stream<PersonalData.Table> tables() {
        return map.stream()
                .flatMap(d -> d.tables().stream())
                .filter(t -> t.customerColumn() != null);
    }

    private void everyTableHasARow(UUID customer) {
        assertThat(tables())
                .filteredOn(t -> !WITHOUT_ROWS.contains(t.name()))
                .filteredOn(t -> !t.name().equals("customer_erasure"))
                .allSatisfy(t -> assertThat(rows(t, customer, "true")).as(t.name()).isPositive());
    }

    private static long rows(PersonalData.Table table, UUID customer, String which) {
        return TestDatabase.ownerClient()
                .sql(
                        "select count(*) from %s where %s = :id and %s"
                                .formatted(table.name(), table.customerColumn(), which))
                .param("id", customer)
                .query(Long.class)
                .single();
    }

    /** Where nobody has written one, it is put there. */
    private void everyColumnHasACanary(UUID customer) {
        List<String> without = new ArrayList<>();
        tables().filter(t ->
                        !List.of("change", "customer_erasure", "customer_pair").contains(t.name()))
                .forEach(table ->
                        table.columns()
                                .forEach((column, rule) -> {
                                    if (rule != OnErase.KEEP
                                            && isText(table.name(), column)
                                            && rows(
                                                            table,
                                                            customer,
                                                            column
                                                                    + "::text ilike '%"
                                                                    + canary
                                                                    + "%'")
                                                    == 0
                                            && !plant(table, column, customer)) {
                                        without.add(table.name() + "." + column);
                                    }
                                }));
        assertThat(FEW_WORDS).containsAll(without);
    }

    private static boolean isText(String table, String column) {
        return TestDatabase.ownerClient()
                .sql(
                        "select exists (select from information_schema.columns where table_name = :table and column_name = :column and data_type = 'text' and is_generated = 'NEVER')")
                .param("table", table)
                .param("column", column)
                .query(Boolean.class)
                .single();
    }

    private boolean plant(PersonalData.Table table, String column, UUID customer) {
        String value = column.equals("locked_reason") ? ", locked_at = now()" : "";
        try {
            return TestDatabase.ownerClient()
                            .sql(
                                    "update %1$s set %2$s = :canary%4$s where ctid = (select min(ctid) from %1$s where %3$s = :id)"
                                            .formatted(
                                                    table.name(),
                                                    column,
                                                    table.customerColumn(),
                                                    value))
                            .param("canary", word(column.replace("_", "")))
                            .param("id", customer)
                            .update()
                    > 0;
        } catch (DataAccessException e) {
            return false;
        } finally {
            if (column.equals("locked_reason")) {
                TestDatabase.ownerClient()
                        .sql(
                                "update customer set locked_reason = null, locked_at = null where id = :id")
                        .param("id", customer)
                        .update();
            }
        }
    }

    /** The tables with a canary in any of their columns, whatever its form. */
    private List<String> hits() {
        String backwards = new StringBuilder(canary).reverse().toString();
        String[] forms =
                Stream.of(
                                canary,
                                backwards,
                                HexFormat.of().formatHex(canary.getBytes(US_ASCII)),
                                digits,
                                new StringBuilder(digits).reverse().toString())
                        .map(form -> "%" + form + "%")
                        .toArray(String[]::new);
        List<String> found = new ArrayList<>();
        for (String table : allTables()) {
            if (LEGAL_REST.contains(table)) {
                continue;
            }
            TestDatabase.ownerClient()
                    .sql(
                            "select left(to_jsonb(t)::text, 300) from %s t where lower(to_jsonb(t)::text) like any(:forms) limit 3"
                                    .formatted(table))
                    .param("forms", forms)
                    .query(String.class)
                    .list()
                    .forEach(row -> found.add(table + ": " + row));
        }
        return found;
    }

    private static List<String> allTables() {
        return TestDatabase.ownerClient()
                .sql(
                        "select relname from pg_class where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace order by 1")
                .query(String.class)
                .list();
    }

    /** Files with a canary in them or in their name, and photos that are still handed out. */
    private List<String> files(UUID customer) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            all.filter(Files::isRegularFile)
                    .filter(f ->
                            !f.startsWith(home.resolve("postgres"))
                                    || f.toString().endsWith(".log"))
                    .filter(this::tells)
                    .forEach(f -> found.add(f + told(f)));
        }
        found.addAll(
                TestDatabase.ownerClient()
                        .sql("select id::text from customer_photo where customer_id = :id")
                        .param("id", customer)
                        .query(String.class)
                        .list());
        return found;
    }

    /** Which list taken in it is, if it is one. */
    private static String told(Path file) {
        return TestDatabase.ownerClient()
                .sql(
                        "select ' ' || file_name || ' ' || state || ' trial ' || dry_run from import_batch where id::text = :id")
                .param("id", file.getFileName().toString())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean tells(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), ISO_8859_1).toLowerCase(Locale.ROOT);
            return text.contains(canary)
                    || text.contains(digits)
                    || file.toString().toLowerCase(Locale.ROOT).contains(canary);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is said of everybody else. */
    private static String others(UUID customer) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select coalesce(md5(string_agg((to_jsonb(c) - 'referred_by_id' - 'version' - 'updated_at')::text, '|' order by c.id)), '')
                        from customer c where c.business_id = :business and c.id <> :id
                        """)
                .param("business", Cast.mia().business())
                .param("id", customer)
                .query(String.class)
                .single();
    }
}
