package app.clientele.access;

import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed-in staff: opened at sign-in, looked up on each request, listed and ended by their owner.
 */
@Service
public class Sessions {
    static final Duration LIFE = Duration.ofDays(30);
    static final Duration IDLE = Duration.ofDays(7);

    /** Short, so that a change of rights reaches a session within seconds on every node. */
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final Sql sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<SignedIn>> remembered =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
    private final Map<UUID, Instant> seen = new ConcurrentHashMap<>();

    Sessions(Sql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** One session as its owner sees it. */
    public record Listed(
            UUID id,
            UUID businessId,
            @Nullable String device,
            @Nullable String address,
            Instant createdAt,
            Instant lastSeenAt) {}

    /** Opens a session and answers its secret, which is stored nowhere. */
    @Open("called once the password was found right")
    @Transactional
    public String open(
            UUID account, Memberships.Membership membership, String address, String device) {
        String token = Secrets.next();
        sql.acrossBusinesses(
                        """
                        insert into session (id, token_hash, account_id, business_id, staff_id, address, device, expires_at)
                        values (:id, :hash, :account, :business, :staff, :address, :device, :expires)
                        """)
                .param("id", Ids.next())
                .param("hash", Secrets.hash(token))
                .param("account", account)
                .param("business", membership.businessId())
                .param("staff", membership.staffId())
                .param("address", address)
                .param("device", device.length() > 300 ? device.substring(0, 300) : device)
                .param("expires", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The person behind a session's secret, unless it ended. */
    @Open("the secret itself is the proof")
    public Optional<SignedIn> find(String token) {
        byte[] hash = Secrets.hash(token);
        Optional<SignedIn> found = remembered.get(ByteBuffer.wrap(hash), h -> read(hash));
        found.ifPresent(s -> seen.put(s.sessionId(), clock.instant()));
        return found;
    }

    private Optional<SignedIn> read(byte[] hash) {
        return sql.acrossBusinesses("select * from find_session(:hash)")
                .param("hash", hash)
                .query(this::signedIn)
                .optional();
    }

    private SignedIn signedIn(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                row.getObject("session_id", UUID.class),
                row.getObject("business_id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("theme"),
                row.getBoolean("shortcuts"),
                PermissionNames.read(row.getArray("permissions")),
                json.readValue(row.getString("preferences"), new TypeReference<>() {}),
                row.getString("slug"),
                row.getString("business_name"),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")));
    }

    /** Ends the session with this secret. */
    @Open("whoever holds the secret may end it")
    @Transactional
    public void end(String token) {
        byte[] hash = Secrets.hash(token);
        sql.acrossBusinesses("delete from session where token_hash = :hash")
                .param("hash", hash)
                .update();
        AfterCommit.run(() -> remembered.invalidate(ByteBuffer.wrap(hash)));
    }

    /** All live sessions of the caller's own account. */
    @Open("one's own sessions")
    @Transactional(readOnly = true)
    public List<Listed> own() {
        return listed(
                "s.account_id = (select account_id from staff where business_id = :business and id = :staff)",
                Caller.current().actor());
    }

    /** The live sessions of a colleague in this business. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional(readOnly = true)
    public List<Listed> of(UUID staff) {
        return listed("s.business_id = :business and s.staff_id = :staff", staff);
    }

    private List<Listed> listed(String whose, @Nullable UUID staff) {
        return sql.of(
                        """
                        select s.id, s.business_id, s.device, s.address, s.created_at, s.last_seen_at from session s
                        where %s and s.expires_at > now() order by s.last_seen_at desc, s.id limit 200
                        """
                                .formatted(whose))
                .param("staff", staff)
                .query(Listed.class)
                .list();
    }

    /** Ends one of the caller's own sessions. */
    @Open("one's own sessions")
    @Transactional
    public void endOwn(UUID session) {
        int ended =
                sql.of(
                                """
                                delete from session where id = :session and account_id =
                                    (select account_id from staff where business_id = :business and id = :staff)
                                """)
                        .param("session", session)
                        .param("staff", Caller.current().actor())
                        .update();
        AfterCommit.run(this::changed);
        if (ended == 0) {
            throw new NotFound("session");
        }
    }

    /** Ends every session of the caller's account but the one in use. */
    @Open("one's own sessions")
    @Transactional
    public void endOthers(UUID kept) {
        sql.of(
                        """
                        delete from session where id <> :kept and account_id =
                            (select account_id from staff where business_id = :business and id = :staff)
                        """)
                .param("kept", kept)
                .param("staff", Caller.current().actor())
                .update();
        AfterCommit.run(this::changed);
    }

    /** Ends every session of an account, but one if named. */
    void endAllButOne(UUID account, @Nullable UUID kept) {
        sql.acrossBusinesses(
                        "delete from session where account_id = :account and id is distinct from :kept::uuid")
                .param("account", account)
                .param("kept", kept)
                .update();
        AfterCommit.run(this::changed);
    }

    /** Ends all sessions of a colleague in this business. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void endAllOf(UUID staff) {
        sql.of("delete from session where business_id = :business and staff_id = :staff")
                .param("staff", staff)
                .update();
        AfterCommit.run(this::changed);
    }

    /** Makes changed rights count at once on this node; others follow within seconds. */
    @Open("harmless: only what is remembered is forgotten")
    public void changed() {
        remembered.invalidateAll();
    }

    /** Writes down in one go who was seen, so that no read writes, and clears away what ended. */
    @Open("housekeeping without a caller")
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void keepHouse() {
        Map<UUID, Instant> lately = Map.copyOf(seen);
        seen.keySet().removeAll(lately.keySet());
        for (var entry : lately.entrySet()) {
            sql.acrossBusinesses("update session set last_seen_at = :at where id = :id")
                    .param("at", entry.getValue().atOffset(ZoneOffset.UTC))
                    .param("id", entry.getKey())
                    .update();
        }
        sql.acrossBusinesses(
                        "delete from session where expires_at <= now() or last_seen_at <= :idle")
                .param("idle", clock.instant().minus(IDLE).atOffset(ZoneOffset.UTC))
                .update();
    }
}
