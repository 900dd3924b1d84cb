package app.clientele.access;

import static java.util.Objects.requireNonNull;

import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys with which other programs act for a business, each within its scopes. */
@Service
public class ApiKeys {
    private final Sql sql;
    private final TransactionTemplate transactions;
    private final Cache<ByteBuffer, Optional<Caller>> remembered =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(3))
                    .build();
    private final Map<UUID, UUID> used = new ConcurrentHashMap<>();

    ApiKeys(Sql sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * A key as settings list it.
     *
     * @param hint its first characters, by which its owner knows it again
     */
    public record ApiKey(
            UUID id,
            String name,
            String hint,
            Set<Permission> scopes,
            Instant createdAt,
            @Nullable LocalDate lastUsedOn,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /**
     * What is asked to make a key: from the day it expires on, by the business's clock, it is
     * worthless.
     */
    public record KeyDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @NotEmpty @Nullable Set<@NotNull Permission> scopes,
            @Nullable LocalDate expiresOn) {}

    /** The caller behind a key, unless it was revoked or has expired. */
    @Open("the key itself is the proof")
    public Optional<Caller> find(String key) {
        byte[] hash = Secrets.hash(key);
        Optional<Caller> caller = remembered.get(ByteBuffer.wrap(hash), h -> read(hash));
        caller.ifPresent(
                c -> used.putIfAbsent(c.actor() == null ? c.business() : c.actor(), c.business()));
        return caller;
    }

    private Optional<Caller> read(byte[] hash) {
        return sql.acrossBusinesses("select * from find_api_key(:hash)")
                .param("hash", hash)
                .query(ApiKeys::caller)
                .optional();
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(
                row.getObject("business_id", UUID.class),
                row.getObject("key_id", UUID.class),
                Caller.Door.API,
                null,
                PermissionNames.read(row.getArray("scopes")));
    }

    @Requires(Permission.SETTINGS_KEYS)
    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        return sql.of(
                        """
                        select id, name, hint, scopes, created_at, last_used_on, expires_at, revoked_at
                        from api_key where business_id = :business order by revoked_at nulls first, created_at desc, id
                        limit 500
                        """)
                .query(ApiKeys::key)
                .list();
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("hint"),
                PermissionNames.read(row.getArray("scopes")),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("last_used_on", LocalDate.class),
                Optional.ofNullable(row.getTimestamp("expires_at"))
                        .map(java.util.Date::toInstant)
                        .orElse(null),
                Optional.ofNullable(row.getTimestamp("revoked_at"))
                        .map(java.util.Date::toInstant)
                        .orElse(null));
    }

    /**
     * Makes a key and answers its secret, shown this once. Nobody can hand out more than they may
     * do themselves.
     */
    @Requires(Permission.SETTINGS_KEYS)
    @Transactional
    public String create(KeyDetails details) {
        Validation.check(details);
        if (details.expiresOn() != null && !details.expiresOn().isAfter(today())) {
            throw new Invalid("expiresOn", "must_be_future");
        }
        Set<Permission> scopes = requireNonNull(details.scopes());
        Roles.checkOwn(scopes);
        String key = "ck_" + Secrets.next();
        store(key, requireNonNull(details.name()), scopes, details.expiresOn());
        return key;
    }

    private LocalDate today() {
        return sql.of(
                        "select (now() at time zone zone)::date from business where business_id = :business")
                .query(LocalDate.class)
                .single();
    }

    /** Takes a key chosen beforehand, as the demo does; an existing one stays. */
    @Open("called at start for the demo businesses")
    @Transactional
    public void accept(String key, String name) {
        if (find(key).isEmpty()) {
            store(key, name, Permission.all(), null);
            AfterCommit.run(remembered::invalidateAll);
        }
    }

    private void store(
            String key, String name, Set<Permission> scopes, @Nullable LocalDate expiresOn) {
        sql.of(
                        """
                        insert into api_key (business_id, id, name, hint, key_hash, scopes, created_by, expires_at)
                        values (:business, :id, :name, :hint, :hash, :scopes, :by,
                            :expires::date::timestamp at time zone (select zone from business where business_id = :business))
                        """)
                .param("id", Ids.next())
                .param("name", name)
                .param("hint", key.substring(0, Math.min(9, key.length())))
                .param("hash", Secrets.hash(key))
                .param("scopes", PermissionNames.of(scopes))
                .param("by", Caller.current().actor())
                .param("expires", expiresOn)
                .update();
    }

    @Requires(Permission.SETTINGS_KEYS)
    @Transactional
    public void revoke(UUID id) {
        int revoked =
                sql.of(
                                "update api_key set revoked_at = coalesce(revoked_at, now()) where business_id = :business and id = :id")
                        .param("id", id)
                        .update();
        AfterCommit.run(remembered::invalidateAll);
        if (revoked == 0) {
            throw new NotFound("key");
        }
    }

    /** Writes down which keys were used today, so that no request writes for it. */
    @Open("housekeeping without a caller")
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    public void keepHouse() {
        Map<UUID, UUID> businessOf = Map.copyOf(used);
        used.keySet().removeAll(businessOf.keySet());
        businessOf.forEach((key, business) ->
                Caller.application(business, Caller.Door.JOB)
                        .run(() -> transactions.executeWithoutResult(t -> touch(key))));
    }

    private void touch(UUID key) {
        sql.of(
                        "update api_key set last_used_on = current_date where business_id = :business and id = :id")
                .param("id", key)
                .update();
    }
}
