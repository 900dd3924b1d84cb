package app.clientele.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be booked, told and asked by programs. */
@ClienteleTest
class BookingRulesApiTests {
    private final String name = Wishes.name();
    private final UUID peel = Wishes.service(name, true, java.util.List.of());
    private final UUID ana = Wishes.customer();
    private final String customer = "/customers/" + ana;

    private static ApiClient api() {
        return Cast.api(
                Permission.PROFILE_VIEW,
                Permission.APPOINTMENT_VIEW,
                Permission.APPOINTMENT_EDIT,
                Permission.PRICE_EDIT,
                Permission.HISTORY_VIEW,
                Permission.SETTINGS_BUSINESS);
    }

    private Answer ask(String more) {
        return api().get(customer + "/may-book?serviceId=" + peel + more);
    }

    @Test
    void asksWhetherTheyMayBeBooked() {
        Answer free = ask("");
        assertThat(free.json().get("allowed").asBoolean()).isTrue();
        assertThat(free.json().get("reasons")).isEmpty();
        assertThat(free.json().at("/terms/price/amount").asString()).isEqualTo("800.00");
        String dislikes = customer + "/disliked-services";
        api().post(dislikes, Map.of("serviceId", peel, "comment", "It itches"));
        Answer desk = ask("&way=desk");
        assertThat(desk.json().get("allowed").asBoolean()).isFalse();
        assertThat(desk.json().at("/reasons/0/code").asString()).isEqualTo("service_disliked");
        assertThat(desk.json().at("/reasons/0/weight").asString()).isEqualTo("refused");
        assertThat(desk.json().at("/reasons/0/message").asString()).contains(name, "It itches");
        Answer online = ask("&way=online&branchId=" + Cast.branch());
        assertThat(online.json().at("/reasons/0/code").asString()).isEqualTo("service_disliked");
        assertThat(online.body()).doesNotContain("itches");
        assertThat(ask("&way=sideways").status()).isEqualTo(422);
        assertThat(api().get(customer + "/may-book").status()).isEqualTo(400);
        assertThat(api().get(customer + "/may-book?serviceId=" + UUID.randomUUID()).status())
                .isEqualTo(422);
    }

    @Test
    void bookingAndMovingObey() {
        var price = Map.of("amount", "650.00", "currency", "SEK");
        api().post(customer + "/prices", Map.of("serviceId", peel, "price", price));
        Answer booked = api().post("/appointments", at("2027-03-01T10:00:00Z"));
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.json().at("/price/amount").asString()).isEqualTo("650.00");
        assertThat(booked.json().get("endsAt").asString()).startsWith("2027-03-01T10:50");
        api().post(customer + "/disliked-services", Map.of("serviceId", peel));
        Answer again = api().post("/appointments", at("2027-03-02T10:00:00Z"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/reasons/0/code").asString()).isEqualTo("service_disliked");
        var later = Map.of("startsAt", "2027-03-03T10:00:00Z", "outsideHours", true);
        String path = "/appointments/" + booked.json().get("id").asString();
        Answer moved = api().post(path + "/move", later);
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.json().at("/reasons/0/code").asString()).isEqualTo("service_disliked");
    }

    private Map<String, Object> at(String start) {
        return Map.of(
                "customerId",
                ana,
                "serviceId",
                peel,
                "branchId",
                Cast.branch(),
                "staffId",
                Cast.paul().staff(),
                "startsAt",
                start,
                "outsideHours",
                true);
    }

    @Test
    void keepsDislikedServices() {
        String path = customer + "/disliked-services";
        Answer made = api().post(path, Map.of("serviceId", peel, "comment", "It itches"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("service").asString()).isEqualTo(name);
        String one = made.location().replace("/api/v1", "");
        Answer again = api().post(path, Map.of("serviceId", peel));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().at("/errors/0/field").asString()).isEqualTo("serviceId");
        Answer changed = api().patch(one, made.etag(), Map.of("comment", "It burns"));
        assertThat(changed.json().get("comment").asString()).isEqualTo("It burns");
        assertThat(api().patch(one, made.etag(), Map.of("comment", "No")).status()).isEqualTo(412);
        assertThat(api().get(path).json().at("/items/0/comment").asString()).isEqualTo("It burns");
        assertThat(api().get(customer + "/changes").body()).contains("It itches", name);
        assertThat(api().delete(one).status()).isEqualTo(204);
        assertThat(api().delete(one).status()).isEqualTo(404);
        UUID id = UUID.fromString(made.json().get("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .hasSize(3)
                .element(1)
                .asString()
                .endsWith(": comment=It itches");
    }

    @Test
    void keepsOwnPrices() {
        String path = customer + "/prices";
        var price = Map.of("amount", "650.00", "currency", "SEK");
        assertThat(api().post(path, Map.of("serviceId", peel)).status()).isEqualTo(422);
        assertThat(
                        api().post(
                                        path,
                                        Map.of(
                                                "serviceId",
                                                peel,
                                                "price",
                                                Map.of("amount", "1.00", "currency", "EUR")))
                                .status())
                .isEqualTo(422);
        Answer made = api().post(path, Map.of("serviceId", peel, "price", price, "note", "Friend"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(ask("").json().at("/terms/price/amount").asString()).isEqualTo("650.00");
        var theirs = Map.of("serviceId", peel, "staffId", Cast.paul().staff(), "minutes", 35);
        assertThat(api().post(path, theirs).status()).isEqualTo(201);
        assertThat(api().post(path, theirs).status()).isEqualTo(422);
        Answer both = ask("&staffId=" + Cast.paul().staff());
        assertThat(both.json().at("/terms/minutes").asInt()).isEqualTo(35);
        assertThat(both.json().at("/terms/price/amount").asString()).isEqualTo("650.00");
        String one = made.location().replace("/api/v1", "");
        Answer changed = api().patch(one, made.etag(), Map.of("minutes", 20));
        assertThat(changed.json().get("minutes").asInt()).isEqualTo(20);
        assertThat(api().get(customer + "/changes").body()).contains("650");
        assertThat(api().delete(one).status()).isEqualTo(204);
        assertThat(ask("").json().at("/terms/price/amount").asString()).isEqualTo("800.00");
        UUID id = UUID.fromString(made.json().get("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id)).hasSize(3);
    }

    @Test
    void saysHowTheyBookOnline() {
        String path = customer + "/online-booking";
        Answer usual = api().get(path);
        assertThat(usual.json().get("rule").asString()).isEqualTo("allow");
        assertThat(api().send("PUT", path, Map.of("rule", "never")).status()).isEqualTo(422);
        assertThat(
                        api().send(
                                        "PUT",
                                        path,
                                        Map.of(
                                                "rule",
                                                "block",
                                                "from",
                                                "2031-02-01",
                                                "to",
                                                "2031-01-01"))
                                .status())
                .isEqualTo(422);
        var blocked = Map.of("rule", "block", "reason", "Three no-shows", "silent", true);
        Answer set = api().send("PUT", path, blocked);
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.json().get("present").asString()).isEqualTo("block");
        Answer told = ask("&way=online");
        assertThat(told.json().at("/reasons/0/code").asString()).isEqualTo("booking_blocked");
        assertThat(told.json().at("/reasons/0/silent").asBoolean()).isTrue();
        assertThat(told.body()).doesNotContain("no-shows");
        assertThat(ask("").json().at("/reasons/0/weight").asString()).isEqualTo("warning");
        assertThat(api().get(customer + "/timeline").body()).contains("Three no-shows");
        assertThat(api().delete(path).status()).isEqualTo(204);
        assertThat(api().delete(path).status()).as("so it was").isEqualTo(204);
        assertThat(ask("&way=online").json().get("allowed").asBoolean()).isTrue();
    }

    @Test
    void keepsTheRulesForAll() {
        Answer usual = api().get("/booking-settings");
        assertThat(usual.json().get("slotMinutes").asInt()).isPositive();
        int late = usual.json().get("lateCancelHours").asInt() + 1;
        Answer changed =
                api().patch("/booking-settings", usual.etag(), Map.of("lateCancelHours", late));
        assertThat(changed.json().get("lateCancelHours").asInt()).isEqualTo(late);
        assertThat(api().patch("/booking-settings", usual.etag(), Map.of("aheadDays", 9)).status())
                .isEqualTo(412);
        for (var wrong :
                java.util.List.of(
                        Map.of("slotMinutes", 7),
                        Map.of("restrictTo", "allow"),
                        Map.of("aheadDays", 0))) {
            assertThat(api().patch("/booking-settings", changed.etag(), wrong).status())
                    .isEqualTo(422);
        }
    }
}
