package app.clientele.calendar.rules;

import static app.clientele.calendar.rules.Wishes.codes;
import static app.clientele.calendar.rules.Wishes.decide;
import static app.clientele.calendar.rules.Wishes.kronor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Statements;
import app.clientele.business.Services;
import app.clientele.calendar.rules.BookingSettings.RulesDetails;
import app.clientele.calendar.rules.CustomerPrices.PriceDetails;
import app.clientele.calendar.rules.DislikedServices.DislikeDetails;
import app.clientele.calendar.rules.OnlineBookings.OnlineBookingDetails;
import app.clientele.customers.CustomerDetails.BarredStaff;
import app.clientele.customers.Customers;
import app.clientele.shared.Birthday;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether somebody may be booked, and on which terms. */
@ClienteleTest
class MayBookTests {
    @Autowired private MayBook mayBook;
    @Autowired private DislikedServices dislikes;
    @Autowired private CustomerPrices prices;
    @Autowired private OnlineBookings online;
    @Autowired private BookingSettings settings;
    @Autowired private Services services;
    @Autowired private Customers customers;

    private final String mail = UUID.randomUUID() + "@example.org";
    private final UUID ana = Wishes.customer(mail);
    private final UUID peel = Wishes.service();

    @AfterEach
    void asUsual() {
        settle(false, null, false);
    }

    private void settle(boolean acceptance, @Nullable Integer after, boolean countLate) {
        Cast.mia()
                .run(() ->
                        settings.change(
                                new RulesDetails(
                                        24,
                                        15,
                                        90,
                                        60,
                                        false,
                                        acceptance,
                                        after,
                                        6,
                                        OnlineRule.BLOCK,
                                        countLate,
                                        null,
                                        null,
                                        null,
                                        true,
                                        120,
                                        120),
                                settings.current().version()));
    }

    private void rule(OnlineRule rule, @Nullable UUID branch, @Nullable LocalDate to) {
        Cast.dora()
                .run(() ->
                        online.set(
                                ana,
                                new OnlineBookingDetails(rule, branch, null, to, "Late", true),
                                null));
    }

    @Test
    void nothingStandsAgainstMost() {
        for (Way way : Way.values()) {
            Verdict verdict = decide(ana, peel, Cast.branch(), Cast.paul().staff(), way);
            assertThat(verdict.objections()).isEmpty();
            assertThat(verdict.allowed()).isTrue();
            verdict.refuse();
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> decide(UUID.randomUUID(), peel, Way.DESK))
                .isInstanceOf(NotFound.class);
        for (String field : List.of("serviceId", "branchId", "staffId")) {
            UUID nobody = UUID.randomUUID();
            assertThatThrownBy(() ->
                            decide(
                                    ana,
                                    field.equals("serviceId") ? nobody : peel,
                                    field.equals("branchId") ? nobody : null,
                                    field.equals("staffId") ? nobody : null,
                                    Way.DESK))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.problems().getFirst().field()).isEqualTo(field));
        }
    }

    @Test
    void whoeverIsTooYoungIsToldAtTheDeskAndRefusedOnline() {
        UUID laser = Wishes.serviceFrom(18);
        assertThat(codes(decide(ana, laser, Way.DESK))).containsExactly("age_unknown");
        assertThat(decide(ana, laser, Way.DESK).allowed()).isTrue();
        assertThat(decide(ana, laser, Way.ONLINE).objections().getFirst().weight())
                .isEqualTo(Weight.REQUEST);
        bornYearsAgo(18, 1);
        assertThat(codes(decide(ana, laser, Way.DESK))).containsExactly("too_young");
        assertThat(decide(ana, laser, Way.DESK).allowed()).isTrue();
        assertThat(decide(ana, laser, Way.ONLINE).allowed()).isFalse();
        bornYearsAgo(18, -1);
        assertThat(codes(decide(ana, laser, Way.ONLINE))).isEmpty();
        assertThat(codes(decide(ana, peel, Way.ONLINE))).isEmpty();
    }

    private void bornYearsAgo(int years, int daysLater) {
        LocalDate born = LocalDate.now().minusYears(years).plusDays(daysLater);
        var birthday = new Birthday(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
        Cast.mia()
                .run(() ->
                        customers.change(ana, present -> present.with(d -> d.birthday = birthday)));
    }

    @Test
    void priceAndDurationComeFromTheNearest() {
        UUID paul = Cast.paul().staff();
        assertThat(decide(ana, peel, Way.DESK).terms().minutes()).isEqualTo(60);
        assertThat(decide(ana, peel, null, Cast.dora().staff(), Way.DESK).terms().price())
                .isEqualTo(kronor("800.00"));
        Terms his = decide(ana, peel, null, paul, Way.DESK).terms();
        assertThat(his.minutes()).isEqualTo(50);
        assertThat(his.price()).isEqualTo(kronor("900.00"));
        assertThat(his.bufferBefore()).isEqualTo(5);
        assertThat(his.bufferAfter()).isEqualTo(10);
        agree(null, "700", null);
        agree(paul, null, 40);
        Terms both = decide(ana, peel, null, paul, Way.ONLINE).terms();
        assertThat(both.minutes()).isEqualTo(40);
        assertThat(both.price()).isEqualTo(kronor("700.00"));
        Terms with = decide(ana, peel, null, Cast.dora().staff(), Way.DESK).terms();
        assertThat(with.minutes()).isEqualTo(60);
        assertThat(with.price()).isEqualTo(kronor("700.00"));
    }

    private void agree(@Nullable UUID staff, @Nullable String price, @Nullable Integer minutes) {
        var money = price == null ? null : kronor(price + ".00");
        Cast.mia()
                .run(() ->
                        prices.add(ana, new PriceDetails(peel, staff, money, minutes, "A friend")));
    }

    @Test
    void aDislikedServiceIsRefusedEitherWayAndTheCommentIsForTheDesk() {
        Cast.dora().run(() -> dislikes.add(ana, new DislikeDetails(peel, "Burns her scalp")));
        Verdict desk = decide(ana, peel, Way.DESK);
        assertThat(desk.objections().getFirst().comment()).isEqualTo("Burns her scalp");
        assertThatThrownBy(desk::refuse)
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> {
                            assertThat(e.reasons().getFirst().code()).isEqualTo("service_disliked");
                            assertThat(e.reasons().getFirst().args()).contains(" Burns her scalp");
                        });
        Verdict herself = decide(ana, peel, Way.ONLINE);
        assertThat(codes(herself)).containsExactly("service_disliked");
        assertThat(herself.toString()).doesNotContain("Burns");
    }

    @Test
    void notThereNotByThemNotAnyMoreNotOnline() {
        UUID other = Wishes.service(Wishes.name(), false, List.of(Cast.branch()));
        assertThat(codes(decide(ana, other, Way.ONLINE))).containsExactly("not_online");
        assertThat(codes(decide(ana, other, Way.DESK))).isEmpty();
        assertThat(codes(decide(ana, peel, null, Cast.mona().staff(), Way.DESK)))
                .containsExactly("not_performed");
        Cast.mia().run(() -> services.archive(other));
        assertThat(codes(decide(ana, other, Way.ONLINE))).containsExactly("service_archived");
        assertThat(decide(ana, other, Way.DESK).allowed()).isFalse();
    }

    @Test
    void whoMustNeverMeetIsNotBookedTogetherAndTheCustomerDoesNotHearWhy() {
        UUID paul = Cast.paul().staff();
        Cast.mia()
                .run(() ->
                        customers.change(
                                ana,
                                p ->
                                        p.with(d ->
                                                d.barredStaff =
                                                        List.of(
                                                                new BarredStaff(
                                                                        paul,
                                                                        "They quarrelled")))));
        assertThat(decide(ana, peel, null, paul, Way.DESK).objections().getFirst().comment())
                .isEqualTo("They quarrelled");
        Verdict herself = decide(ana, peel, null, paul, Way.ONLINE);
        assertThat(codes(herself)).containsExactly("staff_barred");
        assertThat(herself.isSilent()).isTrue();
        assertThat(herself.toString()).doesNotContain("quarrelled");
        assertThat(decide(ana, peel, null, Cast.dora().staff(), Way.ONLINE).allowed()).isTrue();
    }

    @Test
    void whoIsBlockedMayStillBeBookedAtTheDesk() {
        rule(OnlineRule.BLOCK, null, null);
        Verdict herself = decide(ana, peel, Way.ONLINE);
        assertThat(codes(herself)).containsExactly("booking_blocked");
        assertThat(herself.isSilent()).isTrue();
        Verdict desk = decide(ana, peel, Way.DESK);
        assertThat(desk.weight()).contains(Weight.WARNING);
        desk.refuse();
        rule(OnlineRule.WAITLIST_ONLY, null, null);
        assertThat(decide(ana, peel, Way.ONLINE).weight()).contains(Weight.WAITLIST);
        rule(OnlineRule.REQUIRE_ACCEPTANCE, null, null);
        assertThat(decide(ana, peel, Way.ONLINE).weight()).contains(Weight.REQUEST);
    }

    @Test
    void aRuleHoldsWhereAndWhenItSays() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));
        rule(OnlineRule.BLOCK, Cast.branch(), today);
        assertThat(decide(ana, peel, Cast.branch(), null, Way.ONLINE).allowed()).isFalse();
        assertThat(decide(ana, peel, null, null, Way.ONLINE).allowed()).isTrue();
        rule(OnlineRule.BLOCK, null, today.minusDays(1));
        assertThat(decide(ana, peel, Way.ONLINE).allowed()).isTrue();
    }

    @Test
    void missedAppointmentsRestrictByThemselvesAndNoLonger() {
        Wishes.past(ana, peel, 3, "no_show");
        Wishes.past(ana, peel, 5, "late_cancelled");
        Wishes.past(ana, peel, 400, "no_show");
        assertThat(decide(ana, peel, Way.ONLINE).objections()).isEmpty();
        settle(false, 2, false);
        assertThat(decide(ana, peel, Way.ONLINE).objections()).isEmpty();
        settle(false, 2, true);
        assertThat(codes(decide(ana, peel, Way.ONLINE))).containsExactly("booking_blocked");
        OnlineBooking told = Cast.dora().call(() -> online.of(ana));
        assertThat(told.present()).isEqualTo(OnlineRule.BLOCK);
        assertThat(told.said()).isFalse();
        assertThat(java.util.Objects.requireNonNull(told.automatic()).missed()).hasSize(2);
        rule(OnlineRule.ALLOW, null, null);
        assertThat(decide(ana, peel, Way.ONLINE).objections()).as("allowed expressly").isEmpty();
    }

    @Test
    void everybodyMayNeedToBeAccepted() {
        settle(true, null, false);
        assertThat(codes(decide(ana, peel, Way.ONLINE))).containsExactly("acceptance_needed");
        assertThat(codes(decide(ana, peel, Way.DESK))).as("no news").isEmpty();
        rule(OnlineRule.ALLOW, null, null);
        assertThat(codes(decide(ana, peel, Way.ONLINE))).isEmpty();
    }

    @Test
    void anotherRecordWithTheSameAddressIsBlockedToo() {
        UUID twin = Wishes.customer(mail.toUpperCase(java.util.Locale.ROOT));
        assertThat(decide(twin, peel, Way.ONLINE).allowed()).isTrue();
        rule(OnlineRule.BLOCK, null, null);
        assertThat(codes(decide(twin, peel, Way.ONLINE))).containsExactly("booking_blocked");
        assertThat(codes(decide(twin, peel, Way.DESK))).isEmpty();
        Cast.mia()
                .run(() -> {
                    assertThat(mayBook.blocked(List.of(mail), List.of(), null)).isPresent();
                    assertThat(mayBook.blocked(List.of("x" + mail), List.of("070"), null))
                            .isEmpty();
                });
    }

    @Test
    void oneStatementAsksAll() {
        decide(ana, peel, Way.ONLINE);
        int asked = Statements.during(() -> decide(ana, peel, Way.ONLINE)).size();
        assertThat(asked).isLessThanOrEqualTo(2);
    }
}
