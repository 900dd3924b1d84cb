package app.clientele.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be booked, said at the desk. */
@ClienteleTest
class BookingRulesPagesTests {
    @Autowired private DislikedServices dislikes;
    @Autowired private CustomerPrices prices;
    @Autowired private OnlineBookings online;

    private final String name = Wishes.name();
    private final UUID peel = Wishes.service(name, true, List.of());
    private final UUID ana = Wishes.customer();
    private final String profile = "/customers/" + ana;
    private final PageClient dora = Cast.dora().pages();
    private final PageClient mia = Cast.mia().pages();

    private List<DislikedService> disliked() {
        return Cast.dora().call(() -> dislikes.of(ana));
    }

    private static void undo(PageClient pages, UUID customer) {
        var changes = Cast.mia().api(app.clientele.shared.Permission.values());
        String change =
                changes.get("/customers/" + customer + "/changes")
                        .json()
                        .at("/items/0/id")
                        .asString();
        assertThat(pages.post("/undo/" + change).status()).isLessThan(400);
    }

    @Test
    void aDislikedServiceIsAddedChangedTakenAwayAndBack() {
        String path = profile + "/disliked-services";
        assertThat(dora.get(profile).body()).contains("Disliked services");
        assertThat(dora.get(path + "/new").body()).contains(name);
        Answer added = dora.post(path, "serviceId", peel.toString(), "comment", "It itches");
        assertThat(added.location()).isEqualTo(profile);
        assertThat(dora.get(profile).body()).contains(name, "It itches");
        assertThat(dora.post(path, "serviceId", peel.toString()).status()).isEqualTo(422);
        assertThat(dora.post(path, "serviceId", "").status()).isEqualTo(422);
        DislikedService one = disliked().getFirst();
        String own = path + "/" + one.id();
        assertThat(dora.get(own + "/edit").body()).contains("It itches");
        String[] burns = {"serviceId", peel.toString(), "comment", "It burns", "_version", "1"};
        assertThat(dora.post(own, burns).status()).isEqualTo(303);
        assertThat(dora.post(own, burns).status()).as("seen before that").isEqualTo(409);
        assertThat(disliked().getFirst().comment()).isEqualTo("It burns");
        dora.post(own + "/delete");
        assertThat(disliked()).isEmpty();
        undo(dora, ana);
        assertThat(disliked().getFirst().comment()).isEqualTo("It burns");
        assertThat(ChangeLog.of(Cast.mia().business(), one.id())).hasSize(4);
    }

    @Test
    void anOwnPriceIsAgreedOnChangedTakenAwayAndBack() {
        String path = profile + "/prices";
        assertThat(mia.get(path + "/new").body()).contains(name, "Paul");
        mia.post(path, "serviceId", peel.toString(), "price", "650,50", "note", "Friend");
        assertThat(mia.get(profile).body()).contains("650.50", "Friend");
        CustomerPrice one = Cast.mia().call(() -> prices.of(ana)).getFirst();
        String own = path + "/" + one.id();
        assertThat(mia.get(own + "/edit").body()).contains("650.5");
        String paul = Cast.paul().staff().toString();
        String[] shorter = {
            "serviceId", peel.toString(), "staffId", paul, "minutes", "40", "_version", "1"
        };
        assertThat(mia.post(own, shorter).status()).isEqualTo(303);
        assertThat(mia.post(own, shorter).status()).isEqualTo(409);
        assertThat(mia.get(profile).body()).contains("40 min", "With Paul");
        assertThat(mia.post(path, "serviceId", peel.toString()).status()).isEqualTo(422);
        mia.post(own + "/delete");
        assertThat(Cast.mia().call(() -> prices.of(ana))).isEmpty();
        undo(mia, ana);
        assertThat(Cast.mia().call(() -> prices.of(ana))).hasSize(1);
        assertThat(dora.post(path, "serviceId", peel.toString(), "minutes", "5").status())
                .as("the desk agrees on no prices")
                .isEqualTo(403);
    }

    @Test
    void whoMayNotBookOnlineIsMarkedAtTheHead() {
        String path = profile + "/online-booking";
        assertThat(dora.get(profile).body())
                .contains("As everybody")
                .doesNotContain("record-marks");
        assertThat(dora.get(path + "/edit").body()).contains("Waiting list only");
        String[] block = {
            "rule",
            "block",
            "reason",
            "Shouts at us",
            "silent",
            "true",
            "from",
            "",
            "to",
            "",
            "_version",
            "0"
        };
        assertThat(dora.post(path, block).status()).isEqualTo(303);
        assertThat(dora.post(path, block).status()).as("seen before that").isEqualTo(409);
        assertThat(dora.get(profile).body())
                .contains("record-marks", "May not book online", "Shouts at us", "silently");
        assertThat(dora.post(path, "rule", "", "_version", "1").status()).isEqualTo(422);
        dora.post(path + "/delete");
        assertThat(dora.get(profile).body()).doesNotContain("record-marks");
        undo(dora, ana);
        assertThat(Cast.dora().call(() -> online.of(ana)).rule()).isEqualTo(OnlineRule.BLOCK);
    }

    @Test
    void theRestrictionByItselfNamesWhatWasMissed() {
        Wishes.past(ana, peel, 3, "no_show");
        String version = version();
        assertThat(mia.post("/settings/booking", settings("1", version)).status()).isEqualTo(303);
        try {
            assertThat(dora.get(profile).body())
                    .contains("by itself: one missed appointment", "Peel, ", "did not come");
            assertThat(mia.post("/settings/booking", settings("2", version)).status())
                    .isEqualTo(409);
            assertThat(mia.post("/settings/booking", settings("0", version())).status())
                    .isEqualTo(422);
        } finally {
            mia.post("/settings/booking", settings("", version()));
        }
        assertThat(dora.get(profile).body()).doesNotContain("by itself");
        assertThat(dora.get("/settings/booking").status()).isEqualTo(403);
    }

    private static String version() {
        var api = Cast.mia().api(app.clientele.shared.Permission.values());
        return api.get("/booking-settings").etag().replace("\"", "");
    }

    private static String[] settings(String after, String version) {
        var fields =
                new java.util.LinkedHashMap<>(
                        Map.of(
                                "lateCancelHours",
                                "12",
                                "slotMinutes",
                                "30",
                                "aheadDays",
                                "60",
                                "noticeMinutes",
                                "0",
                                "restrictMonths",
                                "6",
                                "restrictTo",
                                "waitlist_only",
                                "restrictAfter",
                                after,
                                "_version",
                                version));
        fields.put("waitlistAutomatic", "true");
        fields.put("offerMinutes", "90");
        fields.put("offerNoticeMinutes", "0");
        return fields.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }
}
