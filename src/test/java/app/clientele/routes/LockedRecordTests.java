package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.AntPathMatcher;

/**
 * Every route that writes, against a locked record, by somebody who may do everything but lock
 * (A15). A new route fails here until the table says how it takes the lock.
 */
@ClienteleTest
class LockedRecordTests {
    private static final Set<Permission> ALL_BUT_LOCK =
            EnumSet.complementOf(EnumSet.of(Permission.PROFILE_LOCK));

    /**
     * {@code refused}: nothing at all is written. {@code open}: done, and no detail changes. {@code
     * forbidden}: needs the permission itself. {@code elsewhere}: is about no customer's details.
     */
    private static final List<String> TABLE =
            """
            POST   /customers/*/edit                                refused
            POST   /customers/*/fields/*                            refused
            POST   /customers/*/custom/*                            refused
            POST   /customers/*/status                              refused
            POST   /customers/*/deactivate                          refused
            POST   /customers/*/reactivate                          refused
            POST   /customers/*/photo                               refused
            POST   /customers/*/photo/remove                        refused
            POST   /customers/*/weights                             refused
            POST   /customers/*/weights/*/delete                    refused
            POST   /customers/*/history/*                           refused
            POST   /undo/{change}                                   refused
            PATCH  /api/v1/customers/*                              refused
            PUT    /api/v1/customers/*/deactivation                 refused
            DELETE /api/v1/customers/*/deactivation                 refused
            PUT    /api/v1/customers/*/photo                        refused
            DELETE /api/v1/customers/*/photo                        refused
            POST   /api/v1/customers/*/weights                      refused
            DELETE /api/v1/customers/*/weights/*                    refused
            POST   /api/v1/customers/*/changes/*/reversal           refused

            POST   /customers/*/family/**                           refused
            POST   /customers/*/copies/**                           refused
            POST   /undo/relationship-*                             refused
            POST   /customers/*/disliked-services/**                refused
            POST   /customers/*/prices/**                           refused
            POST   /customers/*/online-booking/**                   refused
            *      /api/v1/customers/*/disliked-services/**         refused
            *      /api/v1/customers/*/prices/**                    refused
            *      /api/v1/customers/*/online-booking               refused
            *      /api/v1/customers/*/relationships/**             refused
            *      /api/v1/customers/*/copies/**                    refused

            POST   /customers/*/suggested-changes/*/accept          refused
            POST   /customers/*/suggested-changes/*/refuse          open
            POST   /api/v1/customers/*/suggested-changes/*/acceptance refused
            POST   /api/v1/customers/*/suggested-changes/*/refusal  open

            POST   /customers/merge                                 refused
            POST   /undo/merge-*                                    refused
            POST   /api/v1/merges                                   refused
            DELETE /api/v1/merges/*                                 refused
            POST   /customers/*/lock                                forbidden
            POST   /customers/*/unlock                              forbidden
            PUT    /api/v1/customers/*/lock                         forbidden
            DELETE /api/v1/customers/*/lock                         forbidden

            POST   /customers/*/erase                               refused
            POST   /api/v1/customers/*/erasure                      refused
            POST   /customers/*/keep                                open
            PUT    /api/v1/customers/*/retention                    open
            POST   /undo/erasure-*                                  elsewhere
            DELETE /api/v1/customers/*/erasure                      elsewhere
            PATCH  /api/v1/erasure-rule                             elsewhere

            POST   /appointments/**                                 open
            POST   /today/*/status                                  open
            POST   /calendar/feeds/**                               open
            POST   /api/v1/calendar-feeds                           open
            DELETE /api/v1/calendar-feeds/*                         open
            POST   /api/v1/appointments/**                          open
            POST   /api/v1/visits                                   open
            POST   /orders/**                                       open
            POST   /customers/*/cards/**                            refused
            *      /api/v1/customers/*/cards/**                     refused
            POST   /api/v1/customers/*/card-links                   refused
            POST   /sandbox/**                                      elsewhere
            POST   /webhooks/**                                     elsewhere
            *      /api/v1/payment-gateway                          elsewhere
            POST   /invoices/**                                     open
            POST   /payments/**                                     open
            POST   /ious/**                                         open
            POST   /customers/*/passes/*/check-in                   open
            POST   /customers/*/passes/**                           refused
            *      /api/v1/customers/*/passes/**                    refused
            POST   /passes/picture                                  elsewhere
            POST   /customers/*/account-credit/new                  open
            POST   /account-credit/**                               open
            POST   /customers/*/own-fees/**                         refused
            *      /api/v1/customers/*/own-fees/**                  refused
            POST   /fees/**                                         open
            POST   /customers/*/credits/new                         open
            POST   /credits/**                                      open
            POST   /bought-packages/**                              open
            *      /api/v1/customers/*/credits                      open
            *      /api/v1/credits/**                               open
            *      /api/v1/bought-packages/**                       open
            DELETE /api/v1/appointments/*/credit                    open
            *      /api/v1/packages/**                              elsewhere
            PATCH  /api/v1/credit-settings                          elsewhere
            POST   /customers/*/points/new                          open
            *      /api/v1/customers/*/points                       open
            PATCH  /api/v1/point-rules/**                           elsewhere
            PATCH  /api/v1/point-settings                           elsewhere
            POST   /customers/*/memberships/new                     open
            POST   /memberships/**                                  open
            *      /api/v1/customers/*/memberships                  open
            *      /api/v1/memberships/**                           open
            PATCH  /api/v1/membership-settings                      elsewhere
            *      /api/v1/membership-plans/**                      elsewhere
            POST   /api/v1/fees/**                                  open
            *      /api/v1/fee-rules/**                             elsewhere
            POST   /gift-cards/**                                   open
            POST   /api/v1/gift-cards/**                            open
            PATCH  /api/v1/gift-card-settings                       elsewhere
            POST   /api/v1/customers/*/account-credit               open
            POST   /api/v1/account-credit/**                        open
            *      /api/v1/orders/**                                open
            POST   /api/v1/invoices/**                              open
            *      /api/v1/payments/**                              open
            POST   /api/v1/ious/**                                  open
            *      /api/v1/products/**                              elsewhere
            *      /api/v1/tax-rates/**                             elsewhere
            *      /api/v1/own-tenders/**                           elsewhere
            PATCH  /api/v1/invoice-settings                         elsewhere
            POST   /api/v1/appointment-series                       open
            POST   /api/v1/availability/visits                      elsewhere
            POST   /waitlist/**                                     open
            *      /api/v1/waitlist/**                              open
            POST   /api/v1/online-waitlist                          elsewhere
            POST   /requests/**                                     open
            POST   /api/v1/booking-requests/**                      open
            POST   /api/v1/online-bookings                          elsewhere
            POST   /book/**                                         elsewhere
            POST   /api/v1/class-bookings/**                        open
            POST   /classes/*/bookings/**                           open
            POST   /classes/*/completion                            open
            POST   /classes/*/cancel                                open
            POST   /classes/**                                      elsewhere
            POST   /settings/classes/**                             elsewhere
            POST   /undo/class-*                                    elsewhere
            POST   /api/v1/class-sessions/*/bookings                open
            POST   /api/v1/class-sessions/*/completion              open
            POST   /api/v1/class-sessions/*/cancellation            open
            *      /api/v1/class*/**                                elsewhere
            PATCH  /api/v1/appointments/*                           open

            POST   /customers/*/edit/rows                           open
            POST   /customers/*/tags/*                              open
            POST   /customers/*/notes/**                            open
            POST   /customers/*/alerts/**                           open
            *      /api/v1/customers/*/alerts/**                    open
            POST   /customers/bulk                                  open
            POST   /undo/bulk-{id}                                  open
            POST   /imports/*/start                                 open
            POST   /imports/*/undo                                  open
            PUT    /api/v1/customers/*/tags/*                       open
            DELETE /api/v1/customers/*/tags/*                       open
            *      /api/v1/customers/*/notes/**                     open
            *      /api/v1/customers/*/addresses/**                 open
            POST   /api/v1/bulk-changes                             open
            DELETE /api/v1/bulk-changes/*                           open
            POST   /api/v1/imports/*/start                          open
            DELETE /api/v1/imports/*                                open

            POST   /customers/new/**                                elsewhere
            POST   /customers/duplicates/distinct                   elsewhere
            POST   /undo/distinct-*                                 elsewhere
            *      /api/v1/customers/*/distinct-from/*              elsewhere
            POST   /customers/display                               elsewhere
            POST   /customers/views/**                              elsewhere
            POST   /undo/view-*                                     elsewhere
            POST   /undo/branch-*                                   elsewhere
            POST   /undo/colleague-*                                elsewhere
            POST   /undo/catalogue-*                                elsewhere
            POST   /undo/*-entry-*                                  elsewhere
            POST   /undo/field-*                                    elsewhere
            *      /api/v1/custom-fields/**                         elsewhere
            POST   /imports                                         elsewhere
            POST   /imports/*/columns                               elsewhere
            POST   /imports/*/check                                 elsewhere
            POST   /imports/*/discard                               elsewhere
            POST   /api/v1/customers                                elsewhere
            *      /api/v1/customer-views/**                        elsewhere
            POST   /api/v1/imports                                  elsewhere
            *      /api/v1/business/**                              elsewhere
            *      /api/v1/branches/**                              elsewhere
            *      /api/v1/services/**                              elsewhere
            *      /api/v1/booking-settings                         elsewhere
            *      /api/v1/service-categories/**                    elsewhere
            *      /api/v1/staff/**                                 elsewhere
            *      /api/v1/roles/**                                 elsewhere
            *      /api/v1/tags/**                                  elsewhere
            *      /api/v1/statuses/**                              elsewhere
            *      /api/v1/genders/**                               elsewhere
            *      /api/v1/referral-methods/**                      elsewhere
            POST   /settings/**                                     elsewhere
            POST   /account/**                                      elsewhere
            POST   /appearance                                      elsewhere
            POST   /businesses/**                                   elsewhere
            *      /sign-in/**                                      elsewhere
            *      /sign-out                                        elsewhere
            *      /setup                                           elsewhere
            *      /password/**                                     elsewhere
            *      /join/**                                         elsewhere
            *      /family/**                                       elsewhere
            *      /error                                           elsewhere
            """
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();

    private static final AntPathMatcher PATTERNS = new AntPathMatcher();

    private static String verdict(Route route) {
        return TABLE.stream()
                .map(line -> line.split("\\s+", 3))
                .filter(line -> line[0].equals("*") || line[0].equals(route.method()))
                .filter(line ->
                        line[1].equals(route.pattern())
                                || !line[1].contains("{")
                                        && PATTERNS.match(line[1], route.pattern()))
                .findFirst()
                .map(line -> line[2].strip())
                .orElseThrow(() ->
                        new AssertionError(
                                "Nothing says how %s takes a locked record: see LockedRecordTests.TABLE"
                                        .formatted(route)));
    }

    @TestFactory
    Stream<DynamicTest> everyWriteObeysTheLock() {
        var visitors = new Visitors();
        return Route.all().stream()
                .filter(route -> !route.isRead())
                .map(route ->
                        DynamicTest.dynamicTest(route.toString(), () -> tryIt(route, visitors)));
    }

    private static void tryIt(Route route, Visitors visitors) {
        String verdict = verdict(route);
        if (verdict.equals("elsewhere")) {
            return;
        }
        var person = visitors.colleague(ALL_BUT_LOCK);
        var world = World.of(Cast.mia(), person);
        String path = route.path(v -> world.value(World.kind(route, v)));
        Before.the(route, world);
        if (route.pattern().endsWith("/status")) {
            world.id("statuses");
            String own = "/customers/" + world.id("customer");
            world.api().patch(own, world.api().get(own).etag(), Map.of("status", world.mark()));
        }
        if (route.pattern().contains("reactivate")
                || route.method().equals("DELETE") && path.endsWith("/deactivation")) {
            world.api().put("/customers/" + world.id("customer") + "/deactivation", Map.of());
        }
        Sent sent = Sent.to(route, world);
        lock(world);
        String details = details(world);
        String everything = Contents.digest();

        for (Answer answer : answers(route, visitors, person, world, path, sent)) {
            switch (verdict) {
                case "refused" -> {
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
                    assertThat(answer.body()).contains("Moving house");
                }
                case "forbidden" -> assertThat(answer.status()).isEqualTo(403);
                default -> assertThat(answer.status()).as(answer.toString()).isLessThan(400);
            }
        }
        assertThat(details(world)).isEqualTo(details);
        if (!verdict.equals("open")) {
            assertThat(Contents.digest()).isEqualTo(everything);
        }
    }

    private static List<Answer> answers(
            Route route,
            Visitors visitors,
            Cast.Person person,
            World world,
            String path,
            Sent sent) {
        List<Answer> answers = new ArrayList<>();
        if (route.isApi()) {
            String etag = route.method().equals("PATCH") ? world.api().get(path).etag() : null;
            answers.add(sent.by(visitors.key(ALL_BUT_LOCK), route, path, etag));
        } else {
            answers.add(sent.by(visitors.browser(person), route, path, false));
            if (!verdict(route).equals("open")) {
                answers.add(sent.by(visitors.browser(person), route, path, true));
            }
        }
        return answers;
    }

    private static void lock(World world) {
        String path = "/customers/" + world.id("customer") + "/lock";
        Answer locked = world.api().send("PUT", path, Map.of("reason", "Moving house"));
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.json().get("lockedReason").asString()).isEqualTo("Moving house");
    }

    /** What the record says of the person, with weighings and photos; addresses and tags aside. */
    private static String details(World world) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select (to_jsonb(c) - 'updated_at' - 'version')::text
                            || (select coalesce(string_agg(to_jsonb(w)::text, '' order by w.id), '') from customer_weight w
                                where w.business_id = c.business_id and w.customer_id = c.id)
                            || (select count(*) from customer_photo p where p.business_id = c.business_id and p.customer_id = c.id)
                        from customer c where c.id = :id
                        """)
                .param("id", UUID.fromString(world.id("customer")))
                .query(String.class)
                .single();
    }
}
