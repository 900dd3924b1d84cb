package app.clientele.business;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The businesses of this installation: set up, looked up, and their settings changed. */
@Service
public class Businesses {
    private final Sql sql;
    private final BusinessBeginning beginning;
    private final Clashes clashes;
    private final TransactionTemplate transactions;

    /** Settings are read on nearly every request; other nodes hear of a change within seconds. */
    private final Cache<UUID, Business> remembered =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(3))
                    .build();

    Businesses(
            Sql sql,
            BusinessBeginning beginning,
            Clashes clashes,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.beginning = beginning;
        this.clashes = clashes;
        this.transactions = transactions;
    }

    /**
     * Begins the first business of an installation, with its roles, a branch and its owner.
     *
     * @throws Refused {@code already_set_up} when there is one
     */
    @Open("the set-up page, before anybody could have signed in")
    public UUID setUp(SetUp command) {
        return beginning.first(command);
    }

    /** Begins a further business under a chosen short name. */
    @Open("called at start for the demo businesses")
    public UUID add(SetUp command, String slug) {
        return beginning.further(command, slug);
    }

    /** The business with this short name. */
    @Open("short names stand in public addresses")
    public Optional<UUID> find(String slug) {
        return sql.acrossBusinesses("select find_business(:slug)")
                .param("slug", slug)
                .query(UUID.class)
                .optional();
    }

    /** The caller's business. */
    @Open("its name and ways are no secret to whoever may act in it")
    public Business current() {
        UUID id = Caller.current().business();
        Business known = remembered.getIfPresent(id);
        if (known == null) {
            known = requireNonNull(transactions.execute(t -> read(id)));
            remembered.put(id, known);
        }
        return known;
    }

    private Business read(UUID id) {
        return sql.of("select * from business where business_id = :business")
                .query(Businesses::business)
                .optional()
                .orElseThrow(() -> new NotFound("business " + id));
    }

    private static Business business(ResultSet row, int number) throws SQLException {
        return new Business(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("country"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getString("language"),
                strings(row, "languages"),
                featureSet(strings(row, "features")),
                row.getBoolean("require_last_name"),
                row.getInt("version"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Set<Feature> featureSet(List<String> names) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        names.stream().map(Feature::of).flatMap(Optional::stream).forEach(features::add);
        return features;
    }

    /** Changes the settings of the caller's business. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void change(BusinessSettings settings, int version) {
        Validation.check(settings);
        int changed =
                sql.of(
                                """
                                update business set name = :name, kind = :kind, country = :country, currency = :currency,
                                    zone = :zone, language = :language, languages = :languages, features = :features,
                                    require_last_name = :requireLastName, version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("name", settings.name())
                        .param("kind", settings.kind())
                        .param("country", settings.country())
                        .param("currency", settings.currency())
                        .param("zone", settings.zone())
                        .param("language", settings.language())
                        .param("languages", languages(settings))
                        .param("features", features(settings))
                        .param("requireLastName", settings.requireLastName())
                        .param("version", version)
                        .update();
        UUID id = Caller.current().business();
        if (changed == 0) {
            throw clashes.since("business", id, version, read(id).version());
        }
        AfterCommit.run(() -> remembered.invalidate(id));
    }

    /** The business's own language always is among those offered. */
    private static String[] languages(BusinessSettings settings) {
        return Stream.concat(
                        Stream.of(requireNonNull(settings.language())),
                        requireNonNull(settings.languages()).stream())
                .distinct()
                .toArray(String[]::new);
    }

    private static String[] features(BusinessSettings settings) {
        return settings.features() == null
                ? new String[0]
                : settings.features().stream()
                        .map(Feature::wireName)
                        .sorted()
                        .toArray(String[]::new);
    }
}
