package app.clientele.memberships;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Changing;
import app.clientele.memberships.Members.Joining;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.Plan.PlanDetails;
import app.clientele.shared.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of it when several things happen to a membership in one second (C13). */
@ClienteleTest
class SameSecondTests {
    private enum Act {
        RENEW,
        CANCEL,
        OTHER_CARD,
        OTHER_DAY,
        OTHER_PRICE
    }

    private final Club club = Club.open();
    private final UUID maya = UUID.fromString(club.customer());
    private final UUID plan = UUID.fromString(club.plan(Map.of()));
    private final Members members = Cast.bean(Members.class);
    private UUID first = maya;
    private UUID second = maya;

    @BeforeEach
    void cards() {
        Wallet.use("sandbox", 5);
        var wallet = new Wallet(club.api());
        first = UUID.fromString(requireNonNull(wallet.keep(maya.toString(), TestCard.VISA)));
        second = UUID.fromString(requireNonNull(wallet.keep(maya.toString(), TestCard.MASTERCARD)));
    }

    private Membership joined() {
        return Cast.mia()
                .call(() ->
                        members.add(
                                maya,
                                new Joining(plan, Cast.branch(), null, null, first, null, null)));
    }

    private void perform(Act act, UUID id) {
        switch (act) {
            case RENEW -> Cast.bean(MembershipBilling.class).bill(id);
            case CANCEL -> members.cancel(id, new Cancelling(How.WAIVED, "Moves away"));
            case OTHER_CARD -> {
                Membership seen = members.get(id);
                members.change(id, new Changing(second, seen.nextOn(), null), seen.version());
            }
            case OTHER_DAY -> {
                Membership seen = members.get(id);
                members.change(
                        id,
                        new Changing(seen.cardId(), seen.today().plusDays(10), null),
                        seen.version());
            }
            case OTHER_PRICE -> dearer();
        }
    }

    private void dearer() {
        var plans = Cast.bean(Plans.class);
        Plan before = plans.get(plan);
        PlanDetails said = before.details();
        Money price = requireNonNull(said.price()).plusMajor(1);
        plans.change(
                plan,
                new PlanDetails(
                        said.name(),
                        null,
                        price,
                        said.interval(),
                        said.joiningFee(),
                        null,
                        null,
                        null,
                        null,
                        null),
                before.version());
    }

    private List<MembershipCharge> charges(UUID id) {
        return Cast.mia().call(() -> members.activity(id));
    }

    private static String cardOf(MembershipCharge charge) {
        return TestDatabase.ownerClient()
                .sql("select reference from payment where id = :id")
                .param("id", charge.attempts().getFirst().paymentId())
                .query(String.class)
                .single();
    }

    private static List<List<Act>> orders(List<Act> acts) {
        if (acts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Act>> all = new ArrayList<>();
        for (Act head : acts) {
            List<Act> rest = acts.stream().filter(a -> a != head).toList();
            for (List<Act> tail : orders(rest)) {
                var order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    @Test
    void everyOrderHasTheOutcomeThatIsWrittenDown() {
        for (List<Act> order : orders(Arrays.asList(Act.values()))) {
            Membership agreed = joined();
            order.forEach(act -> Cast.mia().run(() -> attempt(act, agreed.id())));
            int renewed = order.indexOf(Act.RENEW);
            boolean charged =
                    renewed < order.indexOf(Act.CANCEL) && renewed < order.indexOf(Act.OTHER_DAY);
            assertThat(charges(agreed.id())).as(order.toString()).hasSize(charged ? 1 : 0);
            assertThat(charges(agreed.id()))
                    .as(order.toString())
                    .allSatisfy(c -> {
                        assertThat(c.state()).isEqualTo(MembershipCharge.State.PAID);
                        assertThat(c.amount()).isEqualTo(agreed.price());
                        assertThat(cardOf(c))
                                .isEqualTo(
                                        (order.indexOf(Act.OTHER_CARD) < renewed ? second : first)
                                                .toString());
                    });
            assertOver(agreed.id());
        }
    }

    /** Another day for one that is over is refused, and nothing comes of it. */
    private void attempt(Act act, UUID id) {
        try {
            perform(act, id);
        } catch (Invalid over) {
            assertThat(act).isEqualTo(Act.OTHER_DAY);
        }
    }

    private void assertOver(UUID id) {
        Membership after = Cast.mia().call(() -> members.get(id));
        assertThat(after.state()).isEqualTo(MembershipState.CANCELLED);
        assertThat(after.nextOn()).isNull();
    }

    @Test
    void atOnceComesToOneOfThoseOutcomes() {
        for (int i = 0; i < 10; i++) {
            Membership agreed = joined();
            Runnable[] all =
                    Arrays.stream(Act.values())
                            .map(act ->
                                    (Runnable)
                                            () -> Cast.mia().run(() -> perform(act, agreed.id())))
                            .toArray(Runnable[]::new);
            Race.between(all);
            Race.between(() -> Cast.mia().run(() -> perform(Act.RENEW, agreed.id())));
            assertThat(charges(agreed.id())).hasSizeLessThanOrEqualTo(1);
            assertThat(charges(agreed.id()))
                    .allSatisfy(c -> {
                        assertThat(c.state()).isEqualTo(MembershipCharge.State.PAID);
                        assertThat(c.amount()).isEqualTo(agreed.price());
                        assertThat(cardOf(c)).isIn(first.toString(), second.toString());
                    });
            assertOver(agreed.id());
        }
    }
}
