package app.clientele.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a form or a program sends, by route. */
final class Bodies {
    static final Map<String, Function<World, Sent>> KNOWN = new HashMap<>();

    /** What a read needs to be asked for. */
    static final Map<String, Function<World, String>> QUERIES =
            Map.ofEntries(
                    entry(
                            "GET /customers/{id}/notes/more",
                            w -> "?cursor=" + w.behindTheFirstNote()),
                    entry("GET /api/v1/passes", w -> "?code=" + w.code()),
                    entry("GET /customers/bulk", w -> "?action=status&id=" + w.id("customer")),
                    entry(
                            "GET /customers/merge",
                            w -> "?id=" + w.id("customer") + "&id=" + w.id("twin")),
                    entry(
                            "GET /api/v1/merges/preview",
                            w -> "?into=" + w.id("customer") + "&from=" + w.id("twin")),
                    entry(
                            "GET /api/v1/customers/{customer}/may-book",
                            w -> "?serviceId=" + w.id("service")),
                    entry("GET /settings/classes/series/new", w -> "?kind=" + w.id("class")),
                    entry("GET /api/v1/availability", Bodies::freeTimes),
                    entry(
                            "GET /api/v1/memberships/{membership}/plan-change",
                            w -> "?when=now&planId=" + w.id("other-plan")));

    private static String freeTimes(World world) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return "?branchId=%s&serviceId=%s&date=%s"
                .formatted(world.id("branch"), world.id("service"), today);
    }

    /** A date without hours. */
    static final Map<String, ?> CLOSED = Map.of("name", "Yuletide", "hours", List.of());

    private Bodies() {}

    static {
        settings();
        hours();
        customers();
        appointments();
        bookingRules();
        classes();
        sales();
        account();
        programs();
    }

    private static void form(String route, Function<World, List<String>> fields) {
        KNOWN.put(route, world -> new Sent.Form(fields.apply(world).toArray(String[]::new)));
    }

    private static void json(String route, Function<World, Object> body) {
        KNOWN.put(route, world -> new Sent.Json(body.apply(world)));
    }

    private static void settings() {
        form(
                "POST /settings/business",
                w ->
                        List.of(
                                "name",
                                "Renamed",
                                "kind",
                                "spa",
                                "country",
                                "SE",
                                "currency",
                                "SEK",
                                "zone",
                                "Europe/Stockholm",
                                "language",
                                "en",
                                "languages[]",
                                "en",
                                "_version",
                                w.version("/business")));
        form("POST /settings/branches/new", w -> branch("1"));
        form("POST /settings/branches/{id}", w -> branch(w.version("/branches/" + w.id("branch"))));
        form("POST /settings/services/new", w -> service("1"));
        form(
                "POST /settings/services/{id}",
                w -> service(w.version("/services/" + w.id("service"))));
        form("POST /settings/services/order", w -> List.of("order", w.id("service")));
        form("POST /settings/services/{id}/move", w -> List.of("move", "1"));
        form("POST /settings/services/usual", w -> List.of("names[]", "Mud wrap"));
        form("POST /settings/team/new", w -> colleague(w, World.any() + "@example.com", "1"));
        form("POST /settings/team/{id}", Bodies::colleague);
        form(
                "POST /settings/roles/new",
                w -> List.of("name", any(), "permissions[]", "settings.team"));
        form(
                "POST /settings/roles/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "permissions[]",
                                "settings.team",
                                "_version",
                                w.version("/roles/" + w.id("role"))));
        form("POST /settings/keys/new", w -> List.of("name", any(), "scopes[]", "settings.keys"));
        form(
                "POST /settings/erasures/rule",
                w ->
                        List.of(
                                "graceDays",
                                "30",
                                "noticeDays",
                                "20",
                                "_version",
                                w.version("/erasure-rule")));
        form("POST /settings/fields/new", w -> List.of("label", any(), "type", "number"));
        form(
                "POST /settings/fields/{id}",
                w ->
                        List.of(
                                "label",
                                any(),
                                "_version",
                                w.version("/custom-fields/" + w.id("field"))));
        form("POST /settings/fields/order", w -> List.of("order", w.id("field")));
        form("POST /settings/fields/{id}/move", w -> List.of("move", "1"));
        form("POST /settings/lists/{list}", w -> List.of("name", any(), "colour", "green"));
        form(
                "POST /settings/lists/{list}/{id}",
                w -> List.of("name", any(), "_version", w.version("/tags/" + w.id("tags"))));
        form("POST /settings/lists/{list}/order", w -> List.of("order", w.id("tags")));
        form("POST /settings/lists/{list}/{id}/move", w -> List.of("move", "1"));
    }

    private static List<String> service(String version) {
        return List.of("name", any(), "minutes", "45", "price", "12.50", "_version", version);
    }

    private static void hours() {
        for (String hours :
                List.of("/settings/branches/{id}/hours", "/settings/team/{id}/hours/{branch}")) {
            form("POST " + hours, w -> List.of("monday", typed(), "_version", "0"));
            form(
                    "POST " + hours + "/dates",
                    w -> List.of("day", "2031-12-24", "name", "Yuletide", "hours", "9-12"));
        }
        form(
                "POST /settings/team/{id}/hours/{branch}/absences",
                w -> List.of("fromDay", "2031-07-01", "untilDay", "2031-07-14"));
        for (String hours :
                List.of(
                        "/api/v1/branches/{id}/opening-hours",
                        "/api/v1/staff/{id}/working-hours/{branch}")) {
            json(
                    "PATCH " + hours,
                    w -> Map.of("monday", List.of(Map.of("from", clock(), "until", "17:30"))));
            json("PUT " + hours + "/dates/{day}", w -> CLOSED);
        }
        json("POST /api/v1/staff/{id}/time-off", w -> World.absence());
    }

    private static void bookingRules() {
        String dislikes = "/customers/{id}/disliked-services";
        String prices = "/customers/{id}/prices";
        form("POST " + dislikes, w -> List.of("serviceId", w.service()));
        form(
                "POST " + dislikes + "/{rule}",
                w -> List.of("serviceId", w.service(), "comment", any(), "_version", "1"));
        form("POST " + prices, w -> List.of("serviceId", w.service(), "minutes", "20"));
        form(
                "POST " + prices + "/{rule}",
                w -> List.of("serviceId", w.service(), "minutes", "25", "_version", "1"));
        form("POST /customers/{id}/online-booking", w -> List.of("rule", "block", "reason", any()));
        form(
                "POST /settings/booking",
                w ->
                        List.of(
                                "lateCancelHours",
                                String.valueOf(DAYS.incrementAndGet()),
                                "slotMinutes",
                                "15",
                                "aheadDays",
                                "90",
                                "noticeMinutes",
                                "60",
                                "waitlistAutomatic",
                                "true",
                                "offerMinutes",
                                "120",
                                "offerNoticeMinutes",
                                "120",
                                "restrictMonths",
                                "6",
                                "restrictTo",
                                "block",
                                "_version",
                                w.version("/booking-settings")));
        String customer = "/api/v1/customers/{customer}";
        json("POST " + customer + "/disliked-services", w -> Map.of("serviceId", w.service()));
        json("PATCH " + customer + "/disliked-services/{id}", w -> Map.of("comment", any()));
        json(
                "POST " + customer + "/prices",
                w -> Map.of("serviceId", w.service(), "minutes", DAYS.incrementAndGet()));
        json("PATCH " + customer + "/prices/{id}", w -> Map.of("note", any()));
        json("PUT " + customer + "/online-booking", w -> Map.of("rule", "block", "reason", any()));
        json(
                "PATCH /api/v1/booking-settings",
                w -> Map.of("lateCancelHours", DAYS.incrementAndGet()));
    }

    static Map<String, ?> again(World world) {
        return Map.of(
                "appointments",
                List.of(world.booking()),
                "repeat",
                Map.of("unit", "weeks", "times", 2));
    }

    private static Map<String, ?> visit(World world) {
        return Map.of(
                "branchId",
                world.id("branch"),
                "date",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "parts",
                List.of(Map.of("serviceId", world.id("service"))));
    }

    private static void appointments() {
        json("POST /api/v1/appointments", World::booking);
        json("POST /api/v1/calendar-feeds", w -> Map.of("customerId", w.id("customer")));
        form("POST /calendar/feeds", w -> List.of("customer", w.id("customer")));
        json("POST /api/v1/visits", w -> Map.of("appointments", List.of(w.booking())));
        json("POST /api/v1/appointment-series", Bodies::again);
        json("POST /api/v1/availability/visits", Bodies::visit);
        json("PATCH /api/v1/appointments/{id}", w -> Map.of("note", any()));
        json(
                "POST /api/v1/appointments/{id}/move",
                w -> Map.of("minutes", DAYS.incrementAndGet(), "outsideHours", true));
        form("POST /appointments/create", Bodies::booking);
        json("POST /api/v1/booking-requests/{id}/proposal", Bodies::otherTime);
        form("POST /requests/{id}/propose", Bodies::otherDay);
        json("POST /api/v1/online-bookings", Bodies::wanted);
        waitlist();
        form("POST /appointments/{id}/status", w -> List.of("status", "completed"));
        form("POST /today/{id}/status", w -> List.of("status", "completed"));
        form("POST /appointments/{id}/cancel", w -> List.of("reason", any()));
        form(
                "POST /appointments/{id}/edit",
                w -> List.of("note", any(), "_version", appointmentVersion(w)));
        form(
                "POST /appointments/{id}/move",
                w ->
                        List.of(
                                "date",
                                "2031-12-24",
                                "time",
                                clock(),
                                "outsideHours",
                                "true",
                                "_version",
                                appointmentVersion(w)));
    }

    private static void waitlist() {
        json("POST /api/v1/waitlist", World::waiting);
        json("POST /api/v1/online-waitlist", Bodies::joining);
        json("PATCH /api/v1/waitlist/{id}", w -> Map.of("note", any()));
        json("POST /api/v1/waitlist/{id}/first", w -> Map.of("reason", any()));
        json("POST /api/v1/waitlist/{id}/ending", w -> Map.of("reason", any()));
        json("POST /api/v1/waitlist/{id}/offer", w -> Map.of("startsAt", suiting(w)));
        form("POST /waitlist/create", w -> fields(w.waiting()));
        form("POST /waitlist/{id}/edit", Bodies::otherWish);
        form("POST /waitlist/{id}/first", w -> List.of("reason", any()));
        form("POST /waitlist/{id}/offer", w -> List.of("startsAt", suiting(w)));
    }

    private static String suiting(World world) {
        String path = "/waitlist/" + world.id("waiting");
        return world.api().get(path + "/times").json().at("/items/0/startsAt").asString();
    }

    private static Map<String, Object> joining(World world) {
        Map<String, Object> wish = wanted(world);
        wish.remove("startsAt");
        wish.put("from", LocalDate.now(ZoneOffset.UTC).toString());
        wish.put("to", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        return wish;
    }

    private static List<String> otherWish(World world) {
        var entry = world.api().get("/waitlist/" + world.id("waiting"));
        Map<String, Object> wish = new HashMap<>();
        for (String name : List.of("branchId", "serviceId", "from", "to")) {
            wish.put(name, entry.json().path(name).asString());
        }
        wish.put("note", any());
        wish.put("_version", entry.etag().replace("\"", ""));
        return fields(wish);
    }

    private static List<String> fields(Map<String, Object> wish) {
        return wish.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), String.valueOf(e.getValue())))
                .toList();
    }

    private static void sales() {
        form("POST /settings/products/new", w -> List.of("name", any(), "price", "12.50"));
        form(
                "POST /settings/products/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "price",
                                "13",
                                "_version",
                                w.version("/products/" + w.id("product"))));
        form("POST /settings/taxes/new", w -> List.of("name", any(), "percent", "12.5"));
        form(
                "POST /settings/taxes/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "percent",
                                "6",
                                "_version",
                                w.version("/tax-rates/" + w.id("tax"))));
        form("POST /settings/tenders/new", w -> List.of("name", any()));
        form(
                "POST /settings/tenders/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "_version",
                                w.version("/own-tenders/" + w.id("tender"))));
        form(
                "POST /settings/invoices",
                w -> List.of("footer", any(), "_version", w.version("/invoice-settings")));
        form(
                "POST /settings/payment-gateway",
                w ->
                        List.of(
                                "gateway",
                                "sandbox",
                                "mostCards",
                                "20",
                                "_version",
                                w.version("/payment-gateway")));
        form("POST /customers/{id}/cards", w -> CardsOnFile.form());
        json("POST /api/v1/customers/{customer}/card-links", w -> CardsOnFile.body());
        json("PATCH /api/v1/payment-gateway", w -> Map.of("gateway", "sandbox", "mostCards", 20));
        form("POST /orders", w -> List.of("customer", w.id("customer")));
        form(
                "POST /orders/{id}",
                w ->
                        List.of(
                                "note",
                                any(),
                                "customerId",
                                w.id("customer"),
                                "branchId",
                                w.id("branch"),
                                "_version",
                                w.version("/orders/" + w.id("order"))));
        form(
                "POST /orders/{id}/payments",
                w -> List.of("all", "cash", "_version", w.version("/orders/" + w.id("order"))));
        form("POST /invoices/{owed}/payments", w -> List.of("by", "cash"));
        form("POST /invoices/{id}/void", w -> List.of("reason", any()));
        form("POST /payments/{id}/refund", w -> List.of("amount", "1", "reason", any()));
        form("POST /ious/{id}/void", w -> List.of("reason", any()));
        form(
                "POST /customers/{id}/account-credit/new",
                w -> List.of("amount", "5", "reason", any()));
        form("POST /account-credit/{id}/taking-back", w -> List.of("reason", any()));
        form("POST /customers/{id}/passes/new", w -> List.of("code", any()));
        form(
                "POST /customers/{id}/passes/{pass}/check-in",
                w -> List.of("arrival", w.id("arrival")));
        KNOWN.put(
                "POST /passes/picture",
                w -> new Sent.File("photo", "code.png", World.picture("no-such-code")));
        json("POST /api/v1/customers/{customer}/account-credit", w -> World.credit());
        json("POST /api/v1/account-credit/{id}/taking-back", w -> Map.of("reason", any()));
        gifts();
        fees();
        memberships();
        credits();
        points();
        json("POST /api/v1/products", w -> Map.of("name", any(), "price", World.money("5.00")));
        json("PATCH /api/v1/products/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/tax-rates", w -> Map.of("name", any(), "percent", 25));
        json("PATCH /api/v1/tax-rates/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/own-tenders", w -> Map.of("name", any()));
        json("PATCH /api/v1/own-tenders/{id}", w -> Map.of("name", any()));
        json("PATCH /api/v1/invoice-settings", w -> Map.of("footer", any()));
        json("POST /api/v1/orders", World::order);
        json("PATCH /api/v1/orders/{id}", w -> Map.of("note", any()));
        json("POST /api/v1/orders/{id}/payments", w -> World.cash("20.00"));
        json("POST /api/v1/invoices/{id}/voiding", w -> Map.of("reason", any()));
        json(
                "POST /api/v1/payments/{id}/refunds",
                w -> Map.of("amount", World.money("1.00"), "reason", any()));
        json("POST /api/v1/ious/{id}/voiding", w -> Map.of("reason", any()));
    }

    private static void classes() {
        json("POST /api/v1/classes", w -> Map.of("name", any(), "minutes", 30, "capacity", 4));
        json("PATCH /api/v1/classes/{id}", w -> Map.of("description", any()));
        json("POST /api/v1/class-series", World::series);
        json("PATCH /api/v1/class-series/{id}", w -> Map.of("room", any()));
        json("POST /api/v1/class-sessions", w -> w.session(w.id("class")));
        json("PATCH /api/v1/class-sessions/{id}", w -> Map.of("room", any()));
        json(
                "POST /api/v1/class-sessions/{id}/bookings",
                w -> Map.of("customerId", w.fresh(w.actor()).id("customer"), "overlap", true));
        form(
                "POST /classes/{session}/bookings",
                w -> List.of("customerId", w.fresh(w.actor()).id("customer"), "overlap", "true"));
        form("POST /classes/{session}/bookings/{booking}/status", w -> List.of("status", "booked"));
        form("POST /classes/{session}/cancel", w -> List.of("reason", any()));
        form(
                "POST /classes/{session}/edit",
                w ->
                        List.of(
                                "date",
                                "2031-12-24",
                                "time",
                                clock(),
                                "minutes",
                                "30",
                                "capacity",
                                "500",
                                "branchId",
                                w.id("branch"),
                                "_version",
                                w.version("/class-sessions/" + w.id("class-session"))));
        form(
                "POST /settings/classes/new",
                w -> List.of("name", any(), "minutes", "30", "capacity", "4"));
        form(
                "POST /settings/classes/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "minutes",
                                "30",
                                "capacity",
                                "500",
                                "_version",
                                w.version("/classes/" + w.id("class"))));
        form("POST /settings/classes/series/new", Bodies::series);
        form(
                "POST /settings/classes/series/{id}",
                w ->
                        Stream.concat(
                                        series(w).stream(),
                                        Stream.of(
                                                "_version",
                                                w.version("/class-series/" + w.id("class-series"))))
                                .toList());
    }

    private static List<String> series(World w) {
        return List.of(
                "kindId",
                w.id("class"),
                "branchId",
                w.id("branch"),
                "weekdays[]",
                "1",
                "time",
                clock(),
                "room",
                any(),
                "fromDay",
                "2031-01-01");
    }

    private static String appointmentVersion(World world) {
        return world.version("/appointments/" + world.id("appointment"));
    }

    private static List<String> booking(World world) {
        Map<String, Object> wish = world.booking();
        return List.of(
                "customerId",
                wish.get("customerId").toString(),
                "branchId",
                wish.get("branchId").toString(),
                "serviceId",
                wish.get("serviceId").toString(),
                "staffId",
                wish.get("staffId").toString(),
                "date",
                "2031-12-24",
                "time",
                clock(),
                "outsideHours",
                "true");
    }

    private static String typed() {
        return clock() + "–17:30";
    }

    /** Another minute of the morning each time. */
    private static String clock() {
        int minute = DAYS.incrementAndGet();
        return "%02d:%02d".formatted(minute / 60 % 12, minute % 60);
    }

    private static List<String> branch(String version) {
        return List.of(
                "name", any(), "country", "SE", "zone", "Europe/Stockholm", "_version", version);
    }

    private static String viewVersion(World world) {
        return world.version("/customer-views/" + world.id("view"));
    }

    private static List<String> colleague(World world) {
        String path = "/staff/" + world.id("staff");
        String email = world.api().get(path).json().get("email").asString();
        return colleague(world, email, world.version(path));
    }

    private static List<String> colleague(World world, String email, String version) {
        return List.of("name", "Ines", "email", email, "roleId", world.idle(), "_version", version);
    }

    /** Another number each time, or nothing would have changed. */
    private static final AtomicInteger DAYS = new AtomicInteger(31);

    private static String any() {
        return World.any();
    }

    private static void customers() {
        form(
                "POST /customers/bulk",
                w ->
                        List.of(
                                "action",
                                "status",
                                "choice",
                                w.id("statuses"),
                                "id",
                                w.id("customer")));
        form(
                "POST /customers/merge",
                w -> List.of("id", w.id("customer"), "id", w.id("twin"), "into", w.id("customer")));
        form(
                "POST /customers/duplicates/distinct",
                w -> List.of("one", w.id("customer"), "other", w.id("twin")));
        form("POST /customers/display", w -> List.of("columns", "phone", "density", "cosy"));
        form("POST /customers/views", w -> List.of("name", any(), "query", "hasEmail=true"));
        form(
                "POST /customers/views/{id}",
                w ->
                        List.of(
                                "name",
                                any(),
                                "query",
                                "hasEmail=true",
                                "shared",
                                "true",
                                "_version",
                                viewVersion(w)));
        form(
                "POST /customers/views/{id}/query",
                w -> List.of("query", "hasPhone=true", "_version", viewVersion(w)));
        form("POST /customers/new", w -> List.of("firstName", "Nell"));
        form("POST /customers/new/duplicates", w -> List.of("firstName", "Nell"));
        form("POST /customers/new/rows", w -> List.of("_add", "emails"));
        form("POST /customers/{id}/edit/rows", w -> List.of("_add", "emails"));
        form("POST /customers/{id}/edit", Bodies::edit);
        form("POST /customers/{id}/fields/{field}", Bodies::edit);
        form("POST /customers/{id}/custom/{field}", Bodies::custom);
        form("POST /customers/{id}/alerts/acknowledge", w -> List.of("read", w.id("alert")));
        form("POST /customers/{id}/alerts", w -> List.of("text", "Dog bites", "level", "red"));
        form(
                "POST /customers/{id}/alerts/{alert}",
                w -> List.of("text", any(), "level", "yellow", "_version", "1"));
        form(
                "POST /customers/{id}/family",
                w -> List.of("relativeId", w.id("twin"), "relation", "friend"));
        form(
                "POST /customers/{id}/family/create",
                w -> List.of("firstName", "Nell", "relation", "child"));
        form(
                "POST /customers/{id}/family/{link}",
                w -> List.of("relation", "other", "words", any(), "_version", "1"));
        form("POST /customers/{id}/copies", w -> List.of("address", any() + "@example.com"));
        form("POST /customers/{id}/lock", w -> List.of("reason", "Asked us to"));
        form(
                "POST /customers/{id}/erase",
                w ->
                        List.of(
                                "confirm",
                                w.api()
                                        .get("/customers/" + w.id("customer"))
                                        .json()
                                        .get("number")
                                        .asString()));
        form("POST /customers/{id}/status", w -> List.of("status", ""));
        form("POST /customers/{id}/tags/{tag}", w -> List.of("on", "true"));
        form("POST /customers/{id}/weights", w -> List.of("value", "60", "unit", "kg"));
        form("POST /customers/{id}/notes", w -> List.of("body", "Likes coffee"));
        form(
                "POST /customers/{id}/notes/{note}",
                w -> List.of("body", "Likes cocoa", "_version", "1"));
        form("POST /customers/{id}/notes/{note}/pin", w -> List.of("pinned", "true"));
        form("POST /customers/{id}/notes/{note}/move", w -> List.of("move", "1"));
        form("POST /customers/{id}/notes/order", w -> List.of("order", w.id("note")));
        KNOWN.put(
                "POST /customers/{id}/photo",
                w -> new Sent.File("photo", "photo.png", World.PHOTO));
        KNOWN.put(
                "PUT /api/v1/customers/{customer}/photo",
                w -> new Sent.File("photo", "photo.png", World.PHOTO));
        KNOWN.put("POST /imports", w -> list());
        form("POST /imports/{id}/columns", w -> List.of("c0", "first_name", "onDuplicate", "skip"));
    }

    private static Sent list() {
        return new Sent.File("file", "list.csv", World.LIST.getBytes(UTF_8));
    }

    private static List<String> edit(World world) {
        String version = world.version("/customers/" + world.id("customer"));
        return List.of(
                "externalId", any(), "_fields", "externalId", "_base", "{}", "_version", version);
    }

    private static List<String> custom(World world) {
        String field =
                world.api().get("/custom-fields/" + world.id("field")).json().get("key").asString();
        String version = world.version("/customers/" + world.id("customer"));
        String name = "customFields." + field;
        return List.of(name, any(), "_fields", name, "_base", "{}", "_version", version);
    }

    private static Map<String, ?> otherTime(World world) {
        return Map.of("startsAt", "2031-07-01T10:00:00Z");
    }

    private static List<String> otherDay(World world) {
        return List.of("date", "2031-07-01", "time", "10:00", "message", any());
    }

    /** Free, at a branch of its own, within everybody's hours. */
    private static Map<String, Object> wanted(World world) {
        return world.wanted();
    }

    private static void credits() {
        form("POST /settings/packages/new", w -> packed(w, any()));
        form("POST /settings/packages/{id}", w -> packed(w, any()));
        form(
                "POST /settings/packages",
                w ->
                        editable(w)
                                ? List.of("_version", w.version("/credit-settings"))
                                : List.of(
                                        "editable",
                                        "true",
                                        "_version",
                                        w.version("/credit-settings")));
        form(
                "POST /customers/{id}/credits/new",
                w ->
                        List.of(
                                "serviceId",
                                w.id("service").toString(),
                                "visits",
                                "1",
                                "reason",
                                any()));
        form(
                "POST /credits/{credit}/expiry",
                w -> List.of("expiresOn", "2031-01-01", "reason", any()));
        form("POST /credits/{credit}/revocation", w -> List.of("reason", any()));
        form("POST /bought-packages/{bought}/ending", w -> List.of("reason", any()));
        form(
                "POST /bought-packages/{bought}/transfer",
                w -> List.of("customerId", w.id("twin").toString(), "reason", any()));
        json("POST /api/v1/packages", World::pack);
        json("PATCH /api/v1/packages/{id}", w -> Map.of("name", any()));
        json("PATCH /api/v1/credit-settings", w -> Map.of("editable", !editable(w)));
        json("POST /api/v1/customers/{customer}/credits", World::visits);
        json(
                "POST /api/v1/credits/{credit}/expiry",
                w -> Map.of("expiresOn", "2031-01-01", "reason", any()));
        json("POST /api/v1/credits/{credit}/revocation", w -> Map.of("reason", any()));
        json("POST /api/v1/bought-packages/{bought}/ending", w -> Map.of("reason", any()));
        json(
                "POST /api/v1/bought-packages/{bought}/transfer",
                w -> Map.of("customerId", w.id("twin"), "reason", any()));
    }

    private static void points() {
        form(
                "POST /settings/points",
                w ->
                        List.of(
                                "referral",
                                String.valueOf(referral(w) + 1),
                                "_version",
                                w.version("/point-settings")));
        form(
                "POST /settings/points/items",
                w -> {
                    String item = w.id("product").toString();
                    return List.of(
                            "item",
                            item,
                            "version." + item,
                            w.version("/point-rules/" + item),
                            "given." + item,
                            "7");
                });
        form("POST /customers/{id}/points/new", w -> List.of("points", "5", "reason", any()));
        json("POST /api/v1/customers/{customer}/points", w -> Map.of("points", 5, "reason", any()));
        json("PATCH /api/v1/point-rules/{item}", w -> Map.of("given", given(w) + 1));
        json("PATCH /api/v1/point-settings", w -> Map.of("referral", referral(w) + 1));
    }

    private static int referral(World world) {
        return world.api().get("/point-settings").json().path("referral").asInt();
    }

    private static int given(World world) {
        return world.api().get("/point-rules/" + world.id("product")).json().path("given").asInt();
    }

    private static boolean editable(World world) {
        return world.api().get("/credit-settings").json().path("editable").asBoolean();
    }

    private static List<String> packed(World world, String name) {
        return List.of(
                "name",
                name,
                "price",
                "5",
                "items[0].serviceId",
                world.id("service").toString(),
                "items[0].visits",
                "1",
                "_version",
                "1");
    }

    private static void memberships() {
        form(
                "POST /customers/{id}/memberships/new",
                w ->
                        List.of(
                                "planId",
                                w.id("membership-plan").toString(),
                                "branchId",
                                w.id("branch").toString()));
        form(
                "POST /memberships/{membership}",
                w -> List.of("note", any(), "nextOn", next(w), "_version", "1"));
        form("POST /memberships/{membership}/cancellation", w -> List.of("how", "fee"));
        form("POST /memberships/{membership}/pause", w -> List.of("periods", "2"));
        form("POST /memberships/{membership}/plan", Bodies::otherPlan);
        form(
                "POST /settings/memberships",
                w ->
                        List.of(
                                "retryDays",
                                String.valueOf(retryDay(w) + 1),
                                "_version",
                                w.version("/membership-settings")));
        json("POST /api/v1/memberships/{membership}/pause", w -> Map.of("periods", 2));
        json(
                "POST /api/v1/memberships/{membership}/plan-change",
                w -> Map.of("planId", w.id("other-plan"), "when", "next_period"));
        json(
                "PATCH /api/v1/membership-settings",
                w -> Map.of("retryDays", List.of(retryDay(w) + 1)));
        List<String> plan =
                List.of(
                        "price",
                        "5",
                        "interval.every",
                        "1",
                        "interval.unit",
                        "month",
                        "_version",
                        "1");
        form("POST /settings/memberships/new", w -> with(plan, "name", any()));
        form("POST /settings/memberships/{id}", w -> with(plan, "name", any()));
        json("POST /api/v1/membership-plans", w -> World.plan());
        json("PATCH /api/v1/membership-plans/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/customers/{customer}/memberships", World::membership);
        json("PATCH /api/v1/memberships/{membership}", w -> Map.of("note", any()));
        json("POST /api/v1/memberships/{membership}/cancellation", w -> Map.of("how", "fee"));
    }

    private static List<String> otherPlan(World world) {
        return List.of("planId", world.id("other-plan").toString(), "when", "next_period");
    }

    private static int retryDay(World world) {
        return world.api().get("/membership-settings").json().at("/retryDays/0").asInt();
    }

    private static String next(World world) {
        return world.api()
                .get("/memberships/" + world.id("membership"))
                .json()
                .path("nextOn")
                .asString();
    }

    private static void fees() {
        form("POST /fees/{fee}/charging", w -> List.of("by", "owed"));
        form("POST /fees/{fee}/waiving", w -> List.of("reason", any()));
        form("POST /settings/fees/new", w -> List.of("kind", "no_show", "much", "50 %"));
        form(
                "POST /settings/fees/{id}",
                w ->
                        List.of(
                                "kind",
                                "no_show",
                                "much",
                                "5",
                                "_version",
                                w.version("/fee-rules/" + w.id("fee-rule"))));
        String own = "/customers/{id}/own-fees";
        List<String> agreed = List.of("kind", "late_cancel", "much", "5", "_version", "1");
        form("POST " + own, w -> List.of("kind", "late_cancel", "much", "5", "reason", any()));
        form("POST " + own + "/{fee}", w -> with(agreed, "reason", any()));
        json("POST /api/v1/fee-rules", w -> Map.of("kind", "no_show", "percent", 50));
        json("PATCH /api/v1/fee-rules/{id}", w -> Map.of("percent", 25));
        json("POST /api/v1/fees/{fee}/charging", w -> Map.of());
        json("POST /api/v1/fees/{fee}/waiving", w -> Map.of("reason", any()));
        String theirs = "/api/v1/customers/{customer}/own-fees";
        json("POST " + theirs, w -> Map.of("kind", "late_cancel", "never", true, "reason", any()));
        json("PATCH " + theirs + "/{id}", w -> Map.of("reason", any()));
    }

    private static List<String> with(List<String> fields, String name, String value) {
        return Stream.concat(fields.stream(), Stream.of(name, value)).toList();
    }

    private static void gifts() {
        form(
                "POST /orders/{id}/gift-card",
                w -> List.of("amount", "5", "_version", w.version("/orders/" + w.id("order"))));
        form("POST /orders/{id}/code", w -> List.of("giftCode", code(w)));
        form("POST /gift-cards/new", w -> List.of("amount", "5", "reason", any()));
        form("POST /gift-cards/{id}/voiding", w -> List.of("reason", any()));
        form("POST /gift-cards/{id}/extension", w -> List.of("expiresOn", "2031-01-01"));
        form("POST /gift-cards/{id}/holder", w -> List.of("customerId", w.id("customer")));
        form("POST /gift-cards/{id}/mail", w -> List.of("email", any() + "@example.com"));
        form("POST /gift-cards/{sold}/refund", w -> List.of("reason", any()));
        form(
                "POST /settings/gift-cards",
                w ->
                        List.of(
                                "amounts",
                                "25; 50",
                                "months",
                                "" + DAYS.incrementAndGet(),
                                "_version",
                                w.version("/gift-card-settings")));
        json("PATCH /api/v1/gift-card-settings", w -> Map.of("months", DAYS.incrementAndGet()));
        json("POST /api/v1/gift-cards", w -> World.gift());
        json("POST /api/v1/gift-cards/{id}/voiding", w -> Map.of("reason", any()));
        json("POST /api/v1/gift-cards/{id}/extension", w -> Map.of("expiresOn", "2031-01-01"));
        json("POST /api/v1/gift-cards/{id}/holder", w -> Map.of("customerId", w.id("customer")));
        json("POST /api/v1/gift-cards/{id}/message", w -> Map.of("email", any() + "@example.com"));
        json("POST /api/v1/gift-cards/{sold}/refund", w -> Map.of("reason", any()));
    }

    private static String code(World world) {
        return world.api()
                .get("/gift-cards/" + world.id("gift-card"))
                .json()
                .get("code")
                .asString();
    }

    private static void account() {
        form("POST /appearance", w -> List.of("theme", "dark"));
        form("POST /account/preferences", w -> List.of("theme", "dark", "shortcuts", "true"));
    }

    private static void programs() {
        json("POST /api/v1/branches", w -> Map.of("name", any(), "country", "SE", "zone", "UTC"));
        json("PATCH /api/v1/branches/{id}", w -> Map.of("name", any()));
        json("PATCH /api/v1/business", w -> Map.of("name", any()));
        json("POST /api/v1/staff", World::colleague);
        json("PATCH /api/v1/staff/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/roles", w -> Map.of("name", any(), "permissions", List.of()));
        json("PATCH /api/v1/roles/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/services", w -> Map.of("name", any(), "minutes", 45));
        json("PATCH /api/v1/services/{id}", w -> Map.of("name", any()));
        json("PUT /api/v1/services/order", w -> Map.of("ids", List.of(w.id("service"))));
        for (String list :
                List.of("tags", "statuses", "genders", "referral-methods", "service-categories")) {
            json("POST /api/v1/" + list, w -> Map.of("name", any()));
            json("PATCH /api/v1/" + list + "/{id}", w -> Map.of("name", any()));
            json("PUT /api/v1/" + list + "/order", w -> Map.of("ids", List.of(w.id(list))));
        }
        json("POST /api/v1/custom-fields", w -> Map.of("label", any(), "type", "date"));
        json("PATCH /api/v1/custom-fields/{id}", w -> Map.of("label", any()));
        json("PUT /api/v1/custom-fields/order", w -> Map.of("ids", List.of(w.id("field"))));
        json("POST /api/v1/bulk-changes", World::bulk);
        json("POST /api/v1/merges", w -> Map.of("into", w.id("customer"), "from", w.id("twin")));
        json(
                "POST /api/v1/customer-views",
                w -> Map.of("name", any(), "query", "hasEmail=true", "shared", true));
        json("PATCH /api/v1/customer-views/{id}", w -> Map.of("name", any()));
        json("POST /api/v1/customers/{customer}/alerts", w -> Map.of("text", "Dog bites"));
        json("PATCH /api/v1/customers/{customer}/alerts/{id}", w -> Map.of("text", any()));
        json(
                "POST /api/v1/customers/{customer}/relationships",
                w -> Map.of("relativeId", w.id("twin"), "relation", "friend"));
        json(
                "PATCH /api/v1/customers/{customer}/relationships/{id}",
                w -> Map.of("relation", "other", "words", any()));
        json(
                "POST /api/v1/customers/{customer}/copies",
                w -> Map.of("address", any() + "@example.com"));
        json("POST /api/v1/customers/{id}/erasure", w -> Map.of("reason", "Asked us to"));
        json("PATCH /api/v1/erasure-rule", w -> Map.of("noticeDays", DAYS.incrementAndGet()));
        json("PUT /api/v1/customers/{id}/lock", w -> Map.of("reason", "Asked us to"));
        json("POST /api/v1/customers", w -> Map.of("firstName", "Nell"));
        json("PATCH /api/v1/customers/{id}", w -> Map.of("lastName", any()));
        json("POST /api/v1/customers/{customer}/notes", w -> Map.of("body", "Likes coffee"));
        json("PATCH /api/v1/customers/{customer}/notes/{id}", w -> Map.of("body", any()));
        json("POST /api/v1/customers/{customer}/addresses", w -> Map.of("city", "Malmö"));
        json("PATCH /api/v1/customers/{customer}/addresses/{id}", w -> Map.of("city", any()));
        json("POST /api/v1/customers/{customer}/weights", w -> Map.of("value", 60, "unit", "kg"));
        KNOWN.put("POST /api/v1/imports", w -> list());
    }
}
