package app.clientele.access;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Open;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time links: to choose a password, and for somebody who has an account already to join a
 * further business. Each is good once and for three days; a newer one replaces it.
 */
@Service
public class Invitations {
    static final Duration LIFE = Duration.ofDays(3);

    private final Sql sql;
    private final Accounts accounts;
    private final Sessions sessions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Invitations(
            Sql sql,
            Accounts accounts,
            Sessions sessions,
            TransactionTemplate transactions,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    private enum Kind {
        PASSWORD,
        JOIN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a link to join offers, and to whom. */
    public record Invitation(
            UUID accountId, String email, UUID businessId, UUID staffId, String businessName) {}

    /**
     * The secret of a link with which this colleague may choose a new password, as long as they
     * work nowhere else.
     */
    @Open("called by whoever may invite staff")
    @Transactional
    public String toChoosePassword(UUID account, UUID staff) {
        return issue(account, Kind.PASSWORD, staff);
    }

    /**
     * The secret of a link with which this account becomes a colleague in the caller's business.
     */
    @Open("called by whoever may invite staff")
    @Transactional
    public String toJoin(UUID account, UUID staff) {
        return issue(account, Kind.JOIN, staff);
    }

    private String issue(UUID account, Kind kind, UUID staff) {
        sql.acrossBusinesses(
                        """
                        update sign_in_link set used_at = now()
                        where account_id = :account and kind = :kind and staff_id = :staff and used_at is null
                        """)
                .param("account", account)
                .param("kind", kind.wireName())
                .param("staff", staff)
                .update();
        String token = Secrets.next();
        sql.acrossBusinesses(
                        """
                        insert into sign_in_link (id, token_hash, kind, account_id, business_id, staff_id, expires_at)
                        values (:id, :hash, :kind, :account, :business, :staff, :until)
                        """)
                .param("id", Ids.next())
                .param("hash", Secrets.hash(token))
                .param("kind", kind.wireName())
                .param("account", account)
                .param("business", Caller.current().business())
                .param("staff", staff)
                .param("until", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The e-mail address whose password this link may set, while it lasts. */
    @Open("the link itself is the proof")
    @Transactional(readOnly = true)
    public Optional<String> email(String token) {
        return sql.acrossBusinesses(
                        """
                        select a.email from sign_in_link l join account a on a.id = l.account_id
                        where l.token_hash = :hash and l.kind = 'password' and l.used_at is null and l.expires_at > now()
                            and not works_elsewhere(l.account_id, l.business_id)
                        """)
                .param("hash", Secrets.hash(token))
                .query(String.class)
                .optional();
    }

    /** Sets a password by link and ends every session; the account, if the link was still good. */
    @Open("the link itself is the proof")
    @Transactional
    public Optional<UUID> setPassword(String token, String password) {
        accounts.check(password);
        Optional<UUID> account = use(token, Kind.PASSWORD);
        account.ifPresent(id -> {
            accounts.store(id, password);
            sessions.endAllButOne(id, null);
        });
        return account;
    }

    private Optional<UUID> use(String token, Kind kind) {
        return sql.acrossBusinesses(
                        """
                        update sign_in_link set used_at = now()
                        where token_hash = :hash and kind = :kind and used_at is null and expires_at > now()
                            and (kind = 'join' or not works_elsewhere(account_id, business_id))
                        returning account_id
                        """)
                .param("hash", Secrets.hash(token))
                .param("kind", kind.wireName())
                .query(UUID.class)
                .optional();
    }

    /** What a link to join offers, while it lasts. */
    @Open("the link itself is the proof")
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String token) {
        return sql.acrossBusinesses("select * from find_invitation(:hash)")
                .param("hash", Secrets.hash(token))
                .query(Invitation.class)
                .optional();
    }

    /** Makes the account a colleague; whether the link was still good. */
    @Open("the link is the invitation, and the account's password was asked for")
    public boolean join(String token, Invitation invitation) {
        Caller joining =
                new Caller(
                        invitation.businessId(),
                        invitation.staffId(),
                        Caller.Door.PAGE,
                        null,
                        Set.of());
        return joining.call(
                () -> Boolean.TRUE.equals(transactions.execute(t -> link(token, invitation))));
    }

    private boolean link(String token, Invitation invitation) {
        return use(token, Kind.JOIN).isPresent()
                && sql.of(
                                        """
                                        update staff set account_id = :account, version = version + 1, updated_at = now()
                                        where business_id = :business and id = :staff and account_id is null
                                        """)
                                .param("account", invitation.accountId())
                                .param("staff", invitation.staffId())
                                .update()
                        == 1;
    }

    /** Makes every link worthless that would let this person in. */
    @Open("called by whoever may end a colleague's access")
    @Transactional
    public void withdraw(UUID staff) {
        sql.of(
                        """
                        update sign_in_link set used_at = now()
                        where business_id = :business and staff_id = :staff and used_at is null
                        """)
                .param("staff", staff)
                .update();
    }

    /** Forgets links that ran out long ago. */
    @Open("housekeeping without a caller")
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void forgetOld() {
        sql.acrossBusinesses(
                        "delete from sign_in_link where expires_at < now() - interval '30 days'")
                .update();
    }
}
