package app.clientele.business;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Accounts;
import app.clientele.access.Roles;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Refused;
import app.clientele.shared.Validation;
import app.clientele.site.Texts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a business with all it begins with: its roles, a branch and its owner. */
@Component
class BusinessBeginning {
    private final Sql sql;
    private final Accounts accounts;
    private final Roles roles;
    private final Staff staff;
    private final Branches branches;
    private final Texts texts;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    BusinessBeginning(
            Sql sql,
            Accounts accounts,
            Roles roles,
            Staff staff,
            Branches branches,
            Texts texts,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.accounts = accounts;
        this.roles = roles;
        this.staff = staff;
        this.branches = branches;
        this.texts = texts;
        this.transactions = transactions;
        this.events = events;
    }

    /** The first one of an installation, its short name made from its name. */
    UUID first(SetUp command) {
        Validation.check(command);
        return begin(command, slug(command), true);
    }

    UUID further(SetUp command, String slug) {
        Validation.check(command);
        return begin(command, slug, false);
    }

    private UUID begin(SetUp command, String slug, boolean first) {
        accounts.check(requireNonNull(command.password()));
        UUID business = Ids.next();
        Caller.application(business, Caller.Door.JOB)
                .run(() ->
                        transactions.executeWithoutResult(
                                t -> create(business, command, slug, first)));
        return business;
    }

    private void create(UUID business, SetUp command, String slug, boolean first) {
        // one set-up at a time: the second waits here, then finds the first one's business
        sql.acrossBusinesses("select pg_advisory_xact_lock(7202111)").query().singleRow();
        if (first && sql.acrossBusinesses("select any_business()").query(Boolean.class).single()) {
            throw new Refused("already_set_up");
        }
        insert(command, slug);
        Locale language = Locale.forLanguageTag(requireNonNull(command.language()));
        roles.createStandard(role -> texts.text(language, "roles." + role.wireName()));
        UUID branch = branches.addFirst(command);
        UUID account =
                accounts.findOrCreate(
                        requireNonNull(command.email()), requireNonNull(command.password()));
        staff.addOwner(account, command, branch);
        events.publishEvent(new BusinessCreated(business, language.toLanguageTag()));
    }

    private void insert(SetUp command, String slug) {
        sql.of(
                        """
                        insert into business (business_id, id, slug, name, kind, country, currency, zone, language, languages, features)
                        values (:business, :business, :slug, :name, :kind, :country, :currency, :zone, :language, array[:language], :features)
                        """)
                .param("slug", slug)
                .param("name", command.businessName())
                .param("kind", command.kind())
                .param("country", command.country())
                .param("currency", command.currency())
                .param("zone", command.zone())
                .param("language", command.language())
                .param("features", features(requireNonNull(command.kind())))
                .update();
    }

    /** What this kind of business is likely to want switched on. */
    private static String[] features(String kind) {
        return switch (kind) {
            case "medspa" -> new String[] {Feature.WEIGHT.wireName()};
            case "pet" -> new String[] {Feature.PETS.wireName()};
            default -> new String[0];
        };
    }

    private static String slug(SetUp command) {
        String plain =
                Normalizer.normalize(requireNonNull(command.businessName()), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(plain.length(), 40));
        return cut.length() < 2 ? "business" : cut;
    }
}
