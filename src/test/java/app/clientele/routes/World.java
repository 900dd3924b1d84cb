package app.clientele.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.access.ApiKeys;
import app.clientele.access.Sessions;
import app.clientele.customers.Customers;
import app.clientele.customers.Photos;
import app.clientele.customers.Picture;
import app.clientele.customers.Pictures;
import app.clientele.customers.list.SavedViews;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.imports.Imports;
import app.clientele.shared.Permission;
import app.clientele.site.QrCode;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Things of one business that addresses can name, each made when first asked for.
 *
 * @param owner made them all, but for what can only be one's own
 * @param actor whose sessions and own deeds there are
 * @param idle a role that lets one do nothing, for colleagues anybody may have hired
 */
record World(
        Cast.Person owner,
        Cast.Person actor,
        ApiClient api,
        String idle,
        Map<String, String> made,
        String mark) {
    static final byte[] PHOTO = Pictures.plain("png", 40, 40, Color.RED);
    static final String LIST = "First Name,Email\nAnn,ann@example.com\n";

    /** What the place in an address says of the thing named there; a quoted word is the value. */
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("customers/", "customer"),
                    Map.entry("notes/", "note"),
                    Map.entry("alerts/", "alert"),
                    Map.entry("tags/", "tags"),
                    Map.entry("statuses/", "statuses"),
                    Map.entry("genders/", "genders"),
                    Map.entry("referral-methods/", "referral-methods"),
                    Map.entry("service-categories/", "service-categories"),
                    Map.entry("services/", "service"),
                    Map.entry("undo/catalogue-", "service"),
                    Map.entry("{list}/", "tags"),
                    Map.entry("undo/{list}-entry-", "tags"),
                    Map.entry("relationships/", "relationship"),
                    Map.entry("family/", "relationship"),
                    Map.entry("family/secret", "'no-such-token"),
                    Map.entry("undo/relationship-", "relationship"),
                    Map.entry("copies/", "copy"),
                    Map.entry("disliked-services/", "dislike"),
                    Map.entry("prices/", "price"),
                    Map.entry("messages/", "message"),
                    Map.entry("messages/enclosing", "letter"),
                    Map.entry("appointments/", "appointment"),
                    Map.entry("today/", "appointment"),
                    Map.entry("visits/", "visit"),
                    Map.entry("appointment-series/", "appointment-series"),
                    Map.entry("requests/", "request"),
                    Map.entry("booking-requests/", "request"),
                    Map.entry("suggested-changes/", "suggestion"),
                    Map.entry("book/", "'no-such-business"),
                    Map.entry("mine/", "'no-such-token"),
                    Map.entry("waiting/", "'no-such-token"),
                    Map.entry("waitlist/", "waiting"),
                    Map.entry("offer/answer", "'accept"),
                    Map.entry("feeds/", "feed"),
                    Map.entry("feeds/secret", "'no-such-token"),
                    Map.entry("calendar-feeds/", "feed"),
                    Map.entry("classes/", "class"),
                    Map.entry("classes/session", "class-session"),
                    Map.entry("undo/class-", "class"),
                    Map.entry("series/", "class-series"),
                    Map.entry("class-series/", "class-series"),
                    Map.entry("class-sessions/", "class-session"),
                    Map.entry("class-bookings/", "class-booking"),
                    Map.entry("bookings/", "class-booking"),
                    Map.entry("products/", "product"),
                    Map.entry("taxes/", "tax"),
                    Map.entry("tax-rates/", "tax"),
                    Map.entry("tenders/", "tender"),
                    Map.entry("own-tenders/", "tender"),
                    Map.entry("orders/", "order"),
                    Map.entry("invoices/", "invoice"),
                    Map.entry("payments/", "payment"),
                    Map.entry("payments/waiting", "waiting-payment"),
                    Map.entry("payments/disputed", "disputed-payment"),
                    Map.entry("invoices/owed", "owing-invoice"),
                    Map.entry("ious/", "iou"),
                    Map.entry("cards/", "card"),
                    Map.entry("cards/secret", "'no-such-token"),
                    Map.entry("sandbox/", "'no-such-token"),
                    Map.entry("stripe/", "'no-such-token"),
                    Map.entry("confirmed/", "'no-such-token"),
                    Map.entry("passes/", "pass"),
                    Map.entry("account-credit/", "credit"),
                    Map.entry("fees/", "fee"),
                    Map.entry("packages/", "package"),
                    Map.entry("bought-packages/", "bought-package"),
                    Map.entry("credits/", "visit-credit"),
                    Map.entry("points/", "points"),
                    Map.entry("point-rules/", "product"),
                    Map.entry("memberships/", "membership"),
                    Map.entry("memberships/id", "membership-plan"),
                    Map.entry("membership-plans/", "membership-plan"),
                    Map.entry("fee-rules/", "fee-rule"),
                    Map.entry("fees/id", "fee-rule"),
                    Map.entry("own-fees/", "own-fee"),
                    Map.entry("gift-cards/", "gift-card"),
                    Map.entry("gift-cards/sold", "sold-gift-card"),
                    Map.entry("weights/", "weighing"),
                    Map.entry("addresses/", "address"),
                    Map.entry("photo/", "photo"),
                    Map.entry("changes/", "change"),
                    Map.entry("history/", "change"),
                    Map.entry("undo/change", "deed"),
                    Map.entry("branches/", "branch"),
                    Map.entry("undo/branch-", "branch"),
                    Map.entry("team/", "staff"),
                    Map.entry("staff/", "staff"),
                    Map.entry("undo/colleague-", "staff"),
                    Map.entry("roles/", "role"),
                    Map.entry("keys/", "key"),
                    Map.entry("imports/", "import"),
                    Map.entry("bulk/", "bulk"),
                    Map.entry("bulk-changes/", "bulk"),
                    Map.entry("undo/bulk-", "bulk"),
                    Map.entry("merges/", "merge"),
                    Map.entry("undo/merge-", "merge"),
                    Map.entry("undo/erasure-", "customer"),
                    Map.entry("distinct-from/", "twin"),
                    Map.entry("undo/distinct-", "customer"),
                    Map.entry("undo/distinct-{one}_", "twin"),
                    Map.entry("views/", "view"),
                    Map.entry("customer-views/", "view"),
                    Map.entry("undo/view-", "view"),
                    Map.entry("filter/", "'status"),
                    Map.entry("sessions/", "session"),
                    Map.entry("businesses/", "business"),
                    Map.entry("fields/", "'external"),
                    Map.entry("fields/id", "field"),
                    Map.entry("custom-fields/", "field"),
                    Map.entry("undo/field-", "field"),
                    Map.entry("custom/", "field"),
                    Map.entry("lists/", "'tags"),
                    Map.entry("undo/list", "'tags"),
                    Map.entry("{id}/tab", "'overview"),
                    Map.entry("password/", "'no-such-token"),
                    Map.entry("hours/", "branch"),
                    Map.entry("working-hours/", "branch"),
                    Map.entry("dates/", "'2031-12-24"),
                    Map.entry("absences/", "absence"),
                    Map.entry("time-off/", "absence"),
                    Map.entry("join/", "'no-such-token"));

    /** What stands on one customer's record and on no other's. */
    private static final Set<String> OF_ONE_CUSTOMER =
            Set.of(
                    "note",
                    "alert",
                    "pass",
                    "weighing",
                    "address",
                    "photo",
                    "change",
                    "relationship",
                    "copy",
                    "dislike",
                    "price",
                    "own-fee",
                    "card",
                    "suggestion");

    static World of(Cast.Person owner, Cast.Person actor) {
        var api = owner.api(Permission.values());
        String idle = IDLE.computeIfAbsent(owner.business(), business -> idle(api));
        return new World(owner, actor, api, idle, new HashMap<>(), any());
    }

    /** One for all, as a business has a hundred roles at most. */
    private static final Map<UUID, String> IDLE = new ConcurrentHashMap<>();

    private static String idle(ApiClient api) {
        var role = api.post("/roles", Map.of("name", any(), "permissions", List.of()));
        return role.json().get("id").asString();
    }

    /** A name nobody has yet. */
    static String any() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** Another world of the same people, with the same key. */
    World fresh(Cast.Person by) {
        return new World(owner, by, api, idle, new HashMap<>(), any());
    }

    static String kind(Route route, Route.Variable variable) {
        String named = KINDS.get(variable.place() + variable.name());
        String kind = named == null ? KINDS.get(variable.place()) : named;
        if (kind == null) {
            throw new AssertionError(
                    "Nothing says what {"
                            + variable.name()
                            + "} is in "
                            + route
                            + ": see World.KINDS");
        }
        return kind;
    }

    static boolean isThing(String kind) {
        return !kind.startsWith("'");
    }

    static boolean isOfOneCustomer(String kind) {
        return OF_ONE_CUSTOMER.contains(kind);
    }

    String value(String kind) {
        return isThing(kind) ? id(kind) : kind.substring(1);
    }

    String id(String kind) {
        synchronized (made) {
            String known = made.get(kind);
            if (known == null) {
                known = make(kind);
                made.put(kind, known);
            }
            return known;
        }
    }

    /** What an id could look like that nobody has. */
    static String nobodys(String kind) {
        return kind.equals("change") || kind.equals("deed")
                ? "999999999999"
                : UUID.randomUUID().toString();
    }

    private String make(String kind) {
        return switch (kind) {
            case "customer" -> owner.call(this::customer);
            case "twin" -> added("/customers", Map.of("firstName", "Vera", "lastName", mark));
            case "merge" -> merge();
            case "note" -> added(customer("/notes"), Map.of("body", "Likes tea"));
            case "alert" -> added(customer("/alerts"), Map.of("text", "Latex", "level", "red"));
            case "relationship" ->
                    added(
                            customer("/relationships"),
                            Map.of("relativeId", id("twin"), "relation", "friend"));
            case "copy" -> added(customer("/copies"), Map.of("address", mark + "@example.com"));
            case "dislike" -> added(customer("/disliked-services"), Map.of("serviceId", service()));
            case "price" ->
                    added(customer("/prices"), Map.of("serviceId", service(), "minutes", 40));
            case "message" -> message();
            case "weighing" -> added(customer("/weights"), Map.of("value", 61, "unit", "kg"));
            case "address" -> added(customer("/addresses"), Map.of("city", "Lund"));
            case "tags", "statuses", "genders", "referral-methods", "service-categories" ->
                    added("/" + kind, Map.of("name", mark));
            case "field" -> added("/custom-fields", Map.of("label", mark, "type", "text"));
            case "service" -> added("/services", Map.of("name", mark, "minutes", 30));
            case "feed" -> added("/calendar-feeds", Map.of("customerId", id("customer")));
            case "appointment" -> added("/appointments", booking());
            case "visit" -> visit();
            case "appointment-series" -> added("/appointment-series", Bodies.again(this));
            case "request" -> added("/appointments", request());
            case "waiting" -> added("/waitlist", waiting());
            case "suggestion" -> suggestion();
            case "product" -> added("/products", Map.of("name", any(), "price", money("20.00")));
            case "tax" -> added("/tax-rates", Map.of("name", any(), "percent", 25));
            case "tender" -> added("/own-tenders", Map.of("name", any()));
            case "order" -> added("/orders", order());
            case "invoice" -> invoice("20.00");
            case "payment" -> payment();
            case "iou" -> iou();
            case "owing-invoice" -> invoice("5.00");
            case "waiting-payment" -> byCard(TestCard.THREE_D_SECURE);
            case "disputed-payment" -> byCard(TestCard.DISPUTED);
            case "card" -> owner.call(() -> CardsOnFile.kept(id("customer"), TestCard.VISA));
            case "pass" -> added(customer("/passes"), Map.of("code", any()));
            case "arrival" -> arrival();
            case "credit" -> added(customer("/account-credit"), credit());
            case "fee-rule" -> added("/fee-rules", Map.of("kind", "late_cancel", "percent", 50));
            case "own-fee" -> added(customer("/own-fees"), ownFee());
            case "fee" -> fee();
            case "membership-plan" -> added("/membership-plans", plan());
            case "other-plan" -> added("/membership-plans", plan());
            case "membership" -> added(customer("/memberships"), membership());
            case "package" -> added("/packages", pack());
            case "bought-package" -> boughtPackage();
            case "visit-credit" -> added(customer("/credits"), visits());
            case "points" -> added(customer("/points"), Map.of("points", 50, "reason", any()));
            case "gift-card" -> added("/gift-cards", gift());
            case "sold-gift-card" -> soldGift();
            case "letter" -> letter();
            case "class" ->
                    added("/classes", Map.of("name", any(), "minutes", 30, "capacity", 500));
            case "class-series" -> added("/class-series", series());
            case "class-session" -> added("/class-sessions", session(id("class")));
            case "class-booking" ->
                    added("/class-sessions/" + id("class-session") + "/bookings", joining());
            case "branch" ->
                    added(
                            "/branches",
                            Map.of("name", mark, "country", "SE", "zone", "Europe/Stockholm"));
            case "role" -> added("/roles", Map.of("name", mark, "permissions", List.of()));
            case "staff" -> added("/staff", colleague());
            case "absence" -> added("/staff/" + id("staff") + "/time-off", absence());
            case "business" -> owner.business().toString();
            case "key" -> owner.call(this::key);
            case "photo" -> owner.call(this::photo);
            case "import" -> owner.call(this::file);
            case "bulk" -> added("/bulk-changes", bulk());
            case "view" -> actor.call(this::view);
            case "change" -> change(owner);
            case "deed" -> deed();
            case "session" -> session();
            default -> throw new AssertionError("Nothing makes a " + kind);
        };
    }

    /** Makes a thing of one's own design, which addresses then name. */
    String made(String kind, String path, Map<String, ?> details) {
        String id = added(path, details);
        made.put(kind, id);
        return id;
    }

    void put(String kind, String id) {
        made.put(kind, id);
    }

    private String added(String path, Map<String, ?> details) {
        Answer answer = api.post(path, details);
        if (answer.status() != 201) {
            throw new AssertionError(path + " " + answer);
        }
        return answer.json().get("id").asString();
    }

    private String customer() {
        String id = added("/customers", Map.of("firstName", "Vera", "lastName", mark));
        photo(UUID.fromString(id));
        return id;
    }

    /** An invitation: written to somebody with an address. */
    private String message() {
        var address = Map.of("address", any() + "@example.com", "primary", true);
        String asked = added("/customers", Map.of("firstName", "Ines", "emails", List.of(address)));
        added(customer("/relationships"), Map.of("relativeId", asked, "relation", "friend"));
        return api.get("/customers/" + asked + "/messages").json().at("/items/0/id").asString();
    }

    /** One that nobody has said anything of yet. */
    String service() {
        return added("/services", Map.of("name", any(), "minutes", 30));
    }

    private String customer(String below) {
        return "/customers/" + id("customer") + below;
    }

    Map<String, ?> colleague() {
        return Map.of("name", "Ines", "email", any() + "@example.com", "roleId", idle);
    }

    /** Somebody new each time, and nobody is asked to be in two places. */
    Map<String, Object> booking() {
        String performer = added("/staff", colleague());
        String service =
                added(
                        "/services",
                        Map.of(
                                "name",
                                any(),
                                "minutes",
                                30,
                                "performers",
                                List.of(Map.of("staffId", performer))));
        Map<String, Object> wish = new HashMap<>();
        wish.put("customerId", id("customer"));
        wish.put("branchId", id("branch"));
        wish.put("serviceId", service);
        wish.put("staffId", performer);
        wish.put("startsAt", DAY.plusSeconds(3600L * HOURS.incrementAndGet()).toString());
        wish.put("outsideHours", true);
        return wish;
    }

    /** What is printed on their pass. */
    String code() {
        String path = customer("/passes/") + id("pass");
        return api.get(path).json().path("code").asString();
    }

    /** A code as a picture. */
    static byte[] picture(String code) {
        return Base64.getDecoder().decode(QrCode.picture(code).replaceAll(".*,", ""));
    }

    /** Somebody is there for it now. */
    private String arrival() {
        Map<String, Object> booking = booking();
        booking.put("startsAt", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        return added("/appointments", booking);
    }

    private String visit() {
        return api.get("/appointments/" + id("appointment")).json().path("visitId").asString();
    }

    /** Asked for, not booked yet. */
    Map<String, Object> request() {
        Map<String, Object> wish = booking();
        wish.put("status", "requested");
        return wish;
    }

    /** Tomorrow, at a branch that is open then. */
    Map<String, Object> wanted() {
        String branch =
                added(
                        "/branches",
                        Map.of("name", any(), "country", "SE", "zone", "Europe/Stockholm"));
        String hours = "/branches/" + branch + "/opening-hours";
        Map<String, Object> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day.name().toLowerCase(Locale.ROOT),
                    List.of(Map.of("from", "09:00", "until", "18:00")));
        }
        api.patch(hours, api.get(hours).etag(), week);
        Map<String, Object> service = new HashMap<>();
        service.put("name", any());
        service.put("minutes", 30);
        service.put("online", true);
        service.put("performers", List.of(Map.of("staffId", added("/staff", colleague()))));
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("branchId", branch);
        wanted.put("serviceId", added("/services", service));
        wanted.put(
                "startsAt",
                Instant.now().truncatedTo(ChronoUnit.DAYS).plus(34, ChronoUnit.HOURS).toString());
        wanted.put("firstName", "Ines");
        wanted.put("lastName", "Novak");
        wanted.put("email", any() + "@example.com");
        wanted.put("phone", "+4670" + (1_000_000 + HOURS.incrementAndGet()));
        wanted.put("termsAccepted", true);
        wanted.put("submissionId", UUID.randomUUID().toString());
        return wanted;
    }

    /** For something that is performed tomorrow, but not yet offered. */
    Map<String, Object> waiting() {
        Map<String, Object> wish = new HashMap<>(wanted());
        wish.keySet().retainAll(List.of("branchId", "serviceId"));
        wish.put("customerId", id("customer"));
        wish.put("from", LocalDate.now(ZoneOffset.UTC).toString());
        wish.put("to", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        return wish;
    }

    /** A time of tomorrow is kept for them. */
    void offered() {
        String path = "/waitlist/" + id("waiting");
        String start = api.get(path + "/times").json().at("/items/0/startsAt").asString();
        Answer offered = api.post(path + "/offer", Map.of("startsAt", start));
        if (offered.status() != 200) {
            throw new AssertionError(path + " " + offered);
        }
    }

    /** Made as it comes about is slow, so it is put where it would stand. */
    private String suggestion() {
        String id = UUID.randomUUID().toString();
        TestDatabase.ownerClient()
                .sql(
                        """
                        insert into suggested_change (business_id, id, customer_id, field, value, created_via)
                        values (:business, :id::uuid, :customer::uuid, 'firstName', :value, 'booking')
                        """)
                .param("business", owner.business())
                .param("id", id)
                .param("customer", id("customer"))
                .param("value", any())
                .update();
        return id;
    }

    static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "SEK");
    }

    Map<String, ?> order() {
        return Map.of(
                "customerId",
                id("customer"),
                "branchId",
                id("branch"),
                "lines",
                List.of(Map.of("productId", id("product"))));
    }

    /** An order of its own, of which so much is paid. */
    private String invoice(String paid) {
        String order = added("/orders", order());
        return added("/orders/" + order + "/payments", cash(paid));
    }

    /** With its invoice. */
    private String letter() {
        var address = Map.of("address", any() + "@example.com", "primary", true);
        String reader =
                added("/customers", Map.of("firstName", "Ines", "emails", List.of(address)));
        Map<String, Object> order = new HashMap<>(order());
        order.put("customerId", reader);
        String invoice = added("/orders/" + added("/orders", order) + "/payments", cash("20.00"));
        api.post("/invoices/" + invoice + "/message", Map.of());
        return api.get("/customers/" + reader + "/messages").json().at("/items/0/id").asString();
    }

    /** One that is given. */
    static Map<String, ?> plan() {
        return Map.of(
                "name",
                any(),
                "price",
                money("5.00"),
                "interval",
                Map.of("every", 1, "unit", "month"));
    }

    Map<String, ?> membership() {
        return Map.of("planId", id("membership-plan"), "branchId", id("branch"));
    }

    static Map<String, ?> gift() {
        return Map.of("gift", Map.of("value", money("5.00")), "reason", any());
    }

    /** One that somebody paid for. */
    private String soldGift() {
        var line = Map.of("gift", Map.of("value", money("20.00")));
        var wanted = Map.of("branchId", id("branch"), "lines", List.of(line));
        String order = added("/orders", wanted);
        String invoice = added("/orders/" + order + "/payments", cash("20.00"));
        return api.get("/gift-cards?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(g -> g.path("invoiceId").asString("").equals(invoice))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    Map<String, ?> pack() {
        return Map.of(
                "name",
                any(),
                "price",
                money("20.00"),
                "items",
                List.of(Map.of("serviceId", id("service"), "visits", 3)));
    }

    Map<String, ?> visits() {
        return Map.of("serviceId", id("service"), "visits", 2, "reason", any());
    }

    /** Lets their appointment be paid with a visit. */
    void served() {
        JsonNode visit = api.get("/appointments/" + id("appointment")).json();
        added(
                "/customers/" + visit.path("customerId").asString() + "/credits",
                Map.of(
                        "serviceId",
                        visit.path("serviceId").asString(),
                        "visits",
                        1,
                        "reason",
                        any()));
        TestDatabase.ownerClient()
                .sql("update visit_credit set from_on = '2020-01-01' where customer_id = :id")
                .param("id", UUID.fromString(visit.path("customerId").asString()))
                .update();
    }

    private String boughtPackage() {
        String customer = id("customer").toString();
        var line = Map.of("packageId", id("package"));
        var wanted =
                Map.of("branchId", id("branch"), "customerId", customer, "lines", List.of(line));
        added("/orders/" + added("/orders", wanted) + "/payments", cash("20.00"));
        return api.get("/customers/" + customer + "/packages").json().at("/items/0/id").asString();
    }

    static Map<String, ?> cash(String amount) {
        return Map.of(
                "payments",
                List.of(Map.of("tender", "cash", "amount", money(amount))),
                "iou",
                Map.of("comment", "Forgot the purse"));
    }

    private String byCard(TestCard kind) {
        String card = owner.call(() -> CardsOnFile.kept(id("customer"), kind));
        var by = Map.of("tender", "card_on_file", "amount", money("20.00"), "reference", card);
        String order = added("/orders", order());
        return paymentOf(added("/orders/" + order + "/payments", Map.of("payments", List.of(by))));
    }

    static Map<String, ?> credit() {
        return Map.of("amount", money("7.00"), "reason", "Sent a friend");
    }

    private String payment() {
        return paymentOf(invoice("20.00"));
    }

    private String paymentOf(String invoice) {
        return api.get(customer("/payments"))
                .json()
                .path("items")
                .valueStream()
                .filter(p -> p.path("invoiceId").asString().equals(invoice))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** What is agreed with a customer of its own, who then cancels late. */
    private String fee() {
        String customer = added("/customers", Map.of("firstName", "Fay", "lastName", any()));
        var agreed = Map.of("kind", "late_cancel", "amount", money("5.00"), "reason", any());
        added("/customers/" + customer + "/own-fees", agreed);
        var wish = booking();
        wish.put("customerId", customer);
        String visit = added("/appointments", wish);
        api.post("/appointments/" + visit + "/cancellation", Map.of("late", true));
        return api.get("/fees?appointment=" + visit).json().at("/items/0/id").asString();
    }

    static Map<String, ?> ownFee() {
        return Map.of("kind", "no_show", "never", true, "reason", any());
    }

    private String iou() {
        String invoice = invoice("5.00");
        return api.get(customer("/ious"))
                .json()
                .path("items")
                .valueStream()
                .filter(u -> u.path("invoiceId").asString().equals(invoice))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** It has no class yet. */
    Map<String, Object> series() {
        return new HashMap<>(
                Map.of(
                        "kindId",
                        id("class"),
                        "branchId",
                        id("branch"),
                        "weekdays",
                        List.of(1),
                        "time",
                        "10:30",
                        "fromDay",
                        "2031-01-01"));
    }

    /** One that was. */
    Map<String, Object> session(String kind) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("kindId", kind);
        wish.put("branchId", id("branch"));
        wish.put("startsAt", DAY.plusSeconds(3600L * HOURS.incrementAndGet()).toString());
        return wish;
    }

    Map<String, Object> joining() {
        return Map.of("customerId", id("customer"), "overlap", true);
    }

    private static final Instant DAY =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(300, ChronoUnit.DAYS);
    private static final AtomicInteger HOURS = new AtomicInteger();

    static Map<String, ?> absence() {
        return Map.of("startsAt", "2031-07-01T00:00:00Z", "endsAt", "2031-07-15T00:00:00Z");
    }

    private String merge() {
        String gone = added("/customers", Map.of("firstName", "Wera", "lastName", mark));
        return added("/merges", Map.of("into", id("customer"), "from", gone));
    }

    private String key() {
        var details = new ApiKeys.KeyDetails(mark, Set.of(Permission.NOTE_VIEW), null);
        Cast.bean(ApiKeys.class).create(details);
        return Cast.bean(ApiKeys.class).all().stream()
                .filter(key -> key.name().equals(mark))
                .map(key -> key.id().toString())
                .findFirst()
                .orElseThrow();
    }

    private String photo() {
        return photo(UUID.fromString(id("customer")));
    }

    private static String photo(UUID customer) {
        return Cast.bean(Photos.class)
                .set(customer, Picture.read(new ByteArrayInputStream(PHOTO)))
                .toString();
    }

    private String file() {
        var list = new ByteArrayInputStream(LIST.getBytes(UTF_8));
        return Cast.bean(Imports.class)
                .upload(list, "list.csv", Imports.Options.USUAL)
                .id()
                .toString();
    }

    Map<String, ?> bulk() {
        return Map.of(
                "action",
                "status",
                "status",
                id("statuses"),
                "customerIds",
                List.of(id("customer")));
    }

    /** Shared, but its maker's to change. */
    private String view() {
        var details = new SavedViews.ViewDetails(mark, "hasEmail=true", true, true);
        return Cast.bean(SavedViews.class).add(details).toString();
    }

    private String change(Cast.Person by) {
        var customer = UUID.fromString(id("customer"));
        by.run(() ->
                Cast.bean(Customers.class).change(customer, p -> p.with(d -> d.pronouns = "ze")));
        return api.get(customer("/changes")).json().at("/items/0/id").asString();
    }

    /** Undone by whoever did it, who may not be allowed to do more than write notes. */
    private String deed() {
        if (actor.permissions().contains(Permission.PROFILE_EDIT)) {
            return change(actor);
        }
        var customer = UUID.fromString(id("customer"));
        var note = new NoteDetails("Likes tea", "general", false);
        actor.run(() -> Cast.bean(Notes.class).add(customer, note));
        return api.get(customer("/changes")).json().at("/items/0/id").asString();
    }

    String behindTheFirstNote() {
        id("note");
        added(customer("/notes"), Map.of("body", "Likes milk"));
        return api.get(customer("/notes?limit=1")).json().get("next").asString();
    }

    private String session() {
        var session = actor.session();
        Supplier<List<Sessions.Listed>> own = () -> Cast.bean(Sessions.class).own();
        return session.isEmpty() ? "" : actor.call(own).getFirst().id().toString();
    }

    /** The version a form would have been filled with. */
    String version(String resource) {
        return api.get(resource).etag().replace("\"", "");
    }
}
