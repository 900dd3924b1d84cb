package app.clientele.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Many memberships that are due on one morning, charged by two nodes at once, each once. How long
 * more take is told with {@code -Dmemberships.due=5000 -Dmemberships.nodes=1}.
 */
@ClienteleTest
class DueMorningTests {
    private final Club club = Club.open();

    @Test
    void allAreChargedOnceWhoeverDoesIt() {
        int due = Integer.getInteger("memberships.due", 60);
        String plan = club.plan(Map.of());
        Wallet.use("sandbox", 5);
        for (int i = 0; i < due / 20; i++) {
            String customer = club.customer();
            String card = new Wallet(club.api()).keep(customer, TestCard.VISA);
            copies(club.joined(customer, plan, card), 19);
        }
        Caller job = Caller.application(Cast.mia().business(), Door.JOB);
        var billing = Cast.bean(MembershipBilling.class);
        long began = System.nanoTime();
        CompletableFuture.allOf(
                        java.util.stream.IntStream.range(
                                        0, Integer.getInteger("memberships.nodes", 2))
                                .mapToObj(node ->
                                        CompletableFuture.runAsync(
                                                () -> job.run(() -> MembershipJobs.work(billing))))
                                .toArray(CompletableFuture[]::new))
                .join();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "memberships: %d charged in %s, %.0f a second%n",
                due, took, due * 1000.0 / took.toMillis());
        assertThat(counted(plan, "")).isEqualTo(due / 20 * 20);
        assertThat(counted(plan, " and membership_charge_state(c) = 'paid'"))
                .isEqualTo(due / 20 * 20);
        assertThat(Cast.mia().call(() -> billing.due(null))).isEmpty();
    }

    /** The same membership so many times more. */
    private static void copies(String membership, int times) {
        TestDatabase.ownerClient()
                .sql(
                        """
                        insert into membership (business_id, id, customer_id, plan_id, plan_name, branch_id, price_minor, currency, every, unit,
                            joining_minor, notice_days, leaving_minor, starts_on, anchor_on, anchor_number, next_number, next_on, card_id,
                            created_via)
                        select business_id, gen_random_uuid(), customer_id, plan_id, plan_name, branch_id, price_minor, currency, every, unit,
                            joining_minor, notice_days, leaving_minor, starts_on, anchor_on, anchor_number, next_number, next_on, card_id,
                            created_via
                        from membership cross join generate_series(1, :times) where id = :id
                        """)
                .param("id", UUID.fromString(membership))
                .param("times", times)
                .update();
    }

    private static long counted(String plan, String which) {
        return TestDatabase.ownerClient()
                .sql(
                        "select count(*) from membership_charge c join membership m on m.business_id = c.business_id and m.id = c.membership_id where m.plan_id = :plan"
                                + which)
                .param("plan", UUID.fromString(plan))
                .query(Long.class)
                .single();
    }
}
