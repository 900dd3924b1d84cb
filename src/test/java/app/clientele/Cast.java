package app.clientele;

import static java.util.Objects.requireNonNull;

import app.clientele.access.ApiKeys;
import app.clientele.access.Memberships;
import app.clientele.access.Roles;
import app.clientele.access.Sessions;
import app.clientele.access.StandardRole;
import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.business.SetUp;
import app.clientele.business.Staff;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Who plays in tests. Each test class gets two businesses of its own: one with {@link #mia}
 * (owner), {@link #dora} (front desk) and {@link #paul} (practitioner), another with {@link #otto}
 * (owner).
 *
 * <pre>{@code
 * UUID id = Cast.dora().call(() -> customers.create(command));     // the service, as dora
 * Answer page = Cast.dora().pages().post("/customers", "firstName", "Ada");
 * Answer json = Cast.api(Permission.PROFILE_VIEW).get("/customers/" + id);
 * }</pre>
 */
public final class Cast {
    /** What owners signed up with; the others have no password yet. */
    public static final String PASSWORD = "correct horse battery";

    private static @Nullable Cast onStage;

    private final ApplicationContext context;
    private final String slug = "cast-" + UUID.randomUUID().toString().substring(0, 13);
    private final ConcurrentMap<String, Person> people = new ConcurrentHashMap<>();

    private Cast(ApplicationContext context) {
        this.context = context;
    }

    /** Brings a new cast for each test class. */
    static final class Casting implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext test) {
            if (isOutermost(test)) {
                onStage = new Cast(SpringExtension.getApplicationContext(test));
            }
        }

        @Override
        public void afterAll(ExtensionContext test) {
            if (isOutermost(test)) {
                onStage = null;
            }
        }

        private static boolean isOutermost(ExtensionContext test) {
            return test.getRequiredTestClass().getEnclosingClass() == null;
        }
    }

    /** Owns the business: may do everything. */
    public static Person mia() {
        return cast().owner("mia", "Mia Okafor");
    }

    /** Works at the front desk. */
    public static Person dora() {
        return cast().colleague("dora", "Dora Lind", StandardRole.FRONT_DESK);
    }

    /** Treats customers. */
    public static Person paul() {
        return cast().colleague("paul", "Paul Vries", StandardRole.PRACTITIONER);
    }

    /** Manages the business: everything but API keys. */
    public static Person mona() {
        return cast().colleague("mona", "Mona Haddad", StandardRole.MANAGER);
    }

    /** Owns another business and must never see anything of this one. */
    public static Person otto() {
        return cast().owner("otto", "Otto Brandt");
    }

    /** A program with a key of mia's business and these scopes. */
    public static ApiClient api(Permission... scopes) {
        return mia().api(scopes);
    }

    /** Where the application answers, such as {@code http://127.0.0.1:4711}. */
    public static String url() {
        var port = cast().context.getEnvironment().getRequiredProperty("local.server.port");
        return "http://127.0.0.1:" + port;
    }

    /** The first branch of mia's business. */
    public static UUID branch() {
        return mia().call(() -> bean(Branches.class).all(false).getFirst().id());
    }

    /** A bean of the running application. */
    public static <T> T bean(Class<T> type) {
        return cast().context.getBean(type);
    }

    /** All beans of a type. */
    public static <T> List<T> beans(Class<T> type) {
        return List.copyOf(cast().context.getBeansOfType(type).values());
    }

    private static Cast cast() {
        return requireNonNull(onStage, "The test lacks @ClienteleTest");
    }

    private Person owner(String name, String full) {
        return people.computeIfAbsent(name, n -> begin(name, full));
    }

    private Person begin(String name, String full) {
        var email = name + "@" + slug + ".example";
        var setUp =
                new SetUp(
                        name + "’s studio",
                        "spa",
                        "SE",
                        "SEK",
                        "Europe/Stockholm",
                        "en",
                        full,
                        email,
                        PASSWORD);
        UUID business = bean(Businesses.class).add(setUp, slug + "-" + name);
        return Caller.application(business, Caller.Door.JOB)
                .call(() -> person(bean(Staff.class).all().getFirst(), Permission.all()));
    }

    private Person colleague(String name, String full, StandardRole role) {
        Person owner = owner("mia", "Mia Okafor");
        return people.computeIfAbsent(name, n -> owner.call(() -> hire(name, full, role)));
    }

    private Person hire(String name, String full, StandardRole role) {
        var details =
                new Staff.MemberDetails(
                        full,
                        name + "@" + slug + ".example",
                        bean(Roles.class).standard(role),
                        List.of(bean(Branches.class).all(false).getFirst().id()));
        UUID id = bean(Staff.class).add(details);
        return person(bean(Staff.class).get(id), role.permissions());
    }

    private static Person person(Staff.Member member, Set<Permission> permissions) {
        var person =
                new Person(
                        Caller.current().business(),
                        member.id(),
                        member.name(),
                        requireNonNull(member.email()),
                        permissions);
        readAmerican(person.account());
        return person;
    }

    /** Tests name dates and amounts as they stand on pages; the business itself is in Sweden. */
    private static void readAmerican(UUID account) {
        TestDatabase.ownerClient()
                .sql("update account set language = 'en-US' where id = :id")
                .param("id", account)
                .update();
    }

    /** Somebody to act as. */
    public record Person(
            UUID business, UUID staff, String name, String email, Set<Permission> permissions) {
        public Caller caller() {
            return new Caller(business, staff, Caller.Door.PAGE, null, permissions);
        }

        public <T extends @Nullable Object> T call(Supplier<T> work) {
            return caller().call(work);
        }

        public void run(Runnable work) {
            caller().run(work);
        }

        public UUID account() {
            return TestDatabase.ownerClient()
                    .sql("select account_id from staff where business_id = :business and id = :id")
                    .param("business", business)
                    .param("id", staff)
                    .query(UUID.class)
                    .single();
        }

        /** The value of the cookie {@code clientele} in a new session of this person. */
        public String session() {
            var place = new Memberships.Membership(business, staff, "", "");
            return bean(Sessions.class).open(account(), place, "127.0.0.1", "Test");
        }

        /** A browser without a screen, signed in as this person. */
        public PageClient pages() {
            return new PageClient(url(), session());
        }

        /** A program with a key of this person's business and these scopes. */
        public ApiClient api(Permission... scopes) {
            var key =
                    call(() ->
                            bean(ApiKeys.class)
                                    .create(new ApiKeys.KeyDetails("Test", Set.of(scopes), null)));
            return new ApiClient(url(), key);
        }
    }
}
