package app.clientele.demo;

import app.clientele.access.Accounts;
import app.clientele.access.ApiKeys;
import app.clientele.access.Roles;
import app.clientele.business.Branches;
import app.clientele.business.Business;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import app.clientele.business.Staff;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.demo.DemoBusiness.Colleague;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Fills an installation with three invented businesses, for looking around and for tests from
 * outside.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class Demo implements ApplicationRunner {
    static final String PASSWORD = "clientele-demo";
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final Businesses businesses;
    private final Branches branches;
    private final Staff staff;
    private final Roles roles;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final DemoServices services;
    private final DemoHours hours;
    private final DemoCustomers customers;
    private final DemoRules rules;
    private final DemoAppointments appointments;
    private final DemoVisits visits;
    private final DemoClasses classes;
    private final DemoPast past;
    private final DemoRequests requests;
    private final DemoWaitlist waitlist;
    private final DemoErasures erasures;
    private final DemoSales sales;
    private final DemoCards cards;
    private final DemoCredit credit;
    private final DemoGifts gifts;
    private final DemoPasses passes;
    private final DemoFees fees;
    private final DemoMemberships memberships;
    private final DemoPackages packages;
    private final DemoPoints points;
    private final Environment environment;
    private final String demoKey;

    Demo(
            Businesses businesses,
            Branches branches,
            Staff staff,
            Roles roles,
            Accounts accounts,
            ApiKeys keys,
            DemoServices services,
            DemoHours hours,
            DemoCustomers customers,
            DemoRules rules,
            DemoAppointments appointments,
            DemoVisits visits,
            DemoClasses classes,
            DemoPast past,
            DemoRequests requests,
            DemoWaitlist waitlist,
            DemoErasures erasures,
            DemoSales sales,
            DemoCards cards,
            DemoCredit credit,
            DemoGifts gifts,
            DemoPasses passes,
            DemoFees fees,
            DemoMemberships memberships,
            DemoPackages packages,
            DemoPoints points,
            Environment environment,
            @Value("${clientele.demo-key:}") String demoKey) {
        this.businesses = businesses;
        this.branches = branches;
        this.staff = staff;
        this.roles = roles;
        this.accounts = accounts;
        this.keys = keys;
        this.services = services;
        this.hours = hours;
        this.customers = customers;
        this.rules = rules;
        this.appointments = appointments;
        this.visits = visits;
        this.classes = classes;
        this.past = past;
        this.requests = requests;
        this.waitlist = waitlist;
        this.erasures = erasures;
        this.sales = sales;
        this.cards = cards;
        this.credit = credit;
        this.gifts = gifts;
        this.passes = passes;
        this.fees = fees;
        this.memberships = memberships;
        this.packages = packages;
        this.points = points;
        this.environment = environment;
        this.demoKey = demoKey;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoBusiness demo : DemoBusiness.all()) {
            UUID business = businesses.find(demo.slug()).orElseGet(() -> begin(demo));
            if (!demoKey.isBlank()) {
                Caller.application(business, Door.JOB)
                        .run(() -> keys.accept(demoKey + "-" + demo.slug(), "Demo"));
            }
        }
        LOG.info("{}", signIns());
    }

    private UUID begin(DemoBusiness demo) {
        UUID business = businesses.add(demo.setUp(PASSWORD), demo.slug());
        Caller.application(business, Door.JOB).run(() -> fill(demo));
        return business;
    }

    private void fill(DemoBusiness demo) {
        offer(demo.languages());
        UUID first = branches.all(false).getFirst().id();
        branches.change(first, demo.branches().getFirst(), 1);
        demo.branches().stream().skip(1).forEach(branches::add);
        Map<String, UUID> byName =
                branches.all(false).stream()
                        .collect(Collectors.toMap(Branches.Branch::name, Branches.Branch::id));
        demo.staff().stream().skip(1).forEach(colleague -> hire(demo, colleague, byName));
        services.fill(demo);
        hours.fill(demo);
        List<UUID> people = customers.fill(demo);
        rules.add(demo, people);
        appointments.book();
        requests.restrict(people);
        visits.book(people);
        classes.fill(demo, people);
        past.spread();
        requests.ask(people);
        waitlist.fill(people);
        erasures.add();
        sales.fill(demo);
        cards.fill(demo, people);
        credit.give(people);
        gifts.fill(demo, people);
        passes.give(people);
        fees.fill(demo);
        memberships.fill(demo, people);
        packages.fill(demo, people);
        points.fill(people);
    }

    private void offer(List<String> languages) {
        Business b = businesses.current();
        businesses.change(
                new BusinessSettings(
                        b.name(),
                        b.kind(),
                        b.country(),
                        b.currency(),
                        b.zone().getId(),
                        b.language(),
                        languages,
                        b.features(),
                        b.requireLastName()),
                b.version());
    }

    private void hire(DemoBusiness demo, Colleague colleague, Map<String, UUID> branchIds) {
        String email = demo.address(colleague);
        accounts.findOrCreate(email, PASSWORD);
        List<UUID> where = colleague.branches().stream().map(branchIds::get).toList();
        staff.add(
                new MemberDetails(
                        colleague.name(), email, roles.standard(colleague.role()), where));
    }

    private String signIns() {
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        StringBuilder text =
                new StringBuilder("The demo is ready at http://127.0.0.1:" + port + "\n");
        for (DemoBusiness demo : DemoBusiness.all()) {
            text.append("  %s%n".formatted(demo.name()));
            demo.staff()
                    .forEach(s ->
                            text.append("    %-28s %s%n".formatted(demo.address(s), s.name())));
        }
        return text.append("  password: ").append(PASSWORD).toString();
    }
}
