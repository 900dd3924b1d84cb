package app.clientele.calendar.rules;

import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.business.ServiceDetails;
import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.business.Services;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.Customers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Somebody who would like to be booked, and what for. */
final class Wishes {
    private Wishes() {}

    static String name() {
        return "Peel " + UUID.randomUUID().toString().substring(0, 13);
    }

    static UUID customer() {
        return customer(UUID.randomUUID() + "@example.org");
    }

    static UUID customer(String email) {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = "Ana";
                    d.lastName = "Wisher";
                    d.emails = List.of(new Email(email, true));
                });
        return Cast.mia().call(() -> Cast.bean(Customers.class).create(details).id());
    }

    /** An hour for 800 kronor; Paul takes 50 minutes and costs 900. */
    static UUID service(String name, boolean online, List<UUID> branches) {
        var details =
                new ServiceDetails(
                        name,
                        null,
                        null,
                        60,
                        5,
                        10,
                        kronor("800"),
                        "grey",
                        online,
                        List.of(
                                new PerformerDetails(Cast.paul().staff(), 50, kronor("900")),
                                new PerformerDetails(Cast.dora().staff(), null, null)),
                        branches,
                        null);
        return Cast.mia().call(() -> Cast.bean(Services.class).create(details));
    }

    /** The same, from an age on. */
    static UUID serviceFrom(int years) {
        return Cast.mia()
                .call(() -> {
                    Services services = Cast.bean(Services.class);
                    var usual = services.get(service()).details();
                    return services.create(
                            new ServiceDetails(
                                    name(),
                                    null,
                                    null,
                                    usual.minutes(),
                                    0,
                                    0,
                                    null,
                                    null,
                                    true,
                                    usual.performers(),
                                    null,
                                    years));
                });
    }

    static UUID service() {
        return service(name(), true, List.of());
    }

    static Money kronor(String amount) {
        return Money.parse("SEK " + amount);
    }

    static Verdict decide(
            UUID customer, UUID service, @Nullable UUID branch, @Nullable UUID staff, Way way) {
        return Cast.dora()
                .call(() ->
                        Cast.bean(MayBook.class)
                                .decide(
                                        new Wish(
                                                customer,
                                                service,
                                                branch,
                                                staff,
                                                Instant.now(),
                                                way)));
    }

    static Verdict decide(UUID customer, UUID service, Way way) {
        return decide(customer, service, null, null, way);
    }

    static List<String> codes(Verdict verdict) {
        return verdict.objections().stream().map(Objection::code).toList();
    }

    /** An appointment so many days ago that came to this. */
    static void past(UUID customer, UUID service, int daysAgo, String status) {
        OffsetDateTime starts =
                Instant.now()
                        .truncatedTo(ChronoUnit.HOURS)
                        .minus(daysAgo, ChronoUnit.DAYS)
                        .atOffset(ZoneOffset.UTC);
        TestDatabase.ownerClient()
                .sql(
                        """
                        insert into appointment (business_id, id, customer_id, visit_id, branch_id, service_id, service_name, staff_id,
                            starts_at, ends_at, busy, status, held, created_via)
                        values (:business, :id, :customer, :id, :branch, :service, 'Peel', :staff, :starts, :ends,
                            tstzrange(:starts::timestamptz, :ends::timestamptz), :status, false, 'page')
                        """)
                .param("business", Cast.mia().business())
                .param("id", UUID.randomUUID())
                .param("customer", customer)
                .param("branch", Cast.branch())
                .param("service", service)
                .param("staff", Cast.paul().staff())
                .param("starts", starts)
                .param("ends", starts.plusHours(1))
                .param("status", status)
                .update();
    }
}
