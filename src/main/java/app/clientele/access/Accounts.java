package app.clientele.access;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Open;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's sign-ins: one account however many businesses they work in. */
@Service
public class Accounts {
    static final Duration LINK_LIFE = Duration.ofDays(3);

    private final Sql sql;
    private final PasswordEncoder passwords;
    private final CommonPasswords common;
    private final Clock clock;
    private final String decoy;

    Accounts(Sql sql, PasswordEncoder passwords, CommonPasswords common, Clock clock) {
        this.sql = sql;
        this.passwords = passwords;
        this.common = common;
        this.clock = clock;
        this.decoy = passwords.encode(Secrets.next());
    }

    private record Stored(UUID id, String passwordHash) {}

    /**
     * The account of an e-mail address with this password. Takes as long whether the address is
     * known or not.
     */
    @Open("this is how one signs in")
    @Transactional(readOnly = true)
    public Optional<UUID> authenticate(String email, String password) {
        Optional<Stored> account = find(email);
        boolean right =
                passwords.matches(password, account.map(Stored::passwordHash).orElse(decoy));
        return right ? account.map(Stored::id) : Optional.empty();
    }

    private Optional<Stored> find(String email) {
        return sql.acrossBusinesses("select id, password_hash from account where email = :email")
                .param("email", normal(email))
                .query(Stored.class)
                .optional();
    }

    /** The account of an address; a new one gets the password, a known one keeps its own. */
    @Open("called by set-up and by whoever may invite staff")
    @Transactional
    public UUID findOrCreate(String email, String password) {
        Optional<Stored> known = find(email);
        if (known.isPresent()) {
            return known.get().id();
        }
        return insert(email, password, true);
    }

    /** Like {@link #findOrCreate} for somebody who will choose a password by link. */
    @Open("called by whoever may invite staff")
    @Transactional
    public UUID findOrInvite(String email) {
        return find(email).map(Stored::id).orElseGet(() -> insert(email, Secrets.next(), false));
    }

    private UUID insert(String email, String password, boolean chosen) {
        UUID id = Ids.next();
        sql.acrossBusinesses(
                        """
                        insert into account (id, email, password_hash, password_chosen)
                        values (:id, :email, :hash, :chosen)
                        """)
                .param("id", id)
                .param("email", normal(email))
                .param("hash", passwords.encode(password))
                .param("chosen", chosen)
                .update();
        return id;
    }

    /** Whether nobody ever chose a password for it. */
    @Open("called by whoever may invite staff")
    @Transactional(readOnly = true)
    public boolean isNew(UUID account) {
        return sql.acrossBusinesses("select not password_chosen from account where id = :id")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the account belongs to no other business, so that this one may hand out its password
     * link.
     */
    @Open("called by whoever may invite staff")
    @Transactional(readOnly = true)
    public boolean worksOnlyHere(UUID account) {
        return sql.acrossBusinesses("select count(*) <= 1 from find_memberships(:account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /**
     * A link's secret with which this account may choose a new password, once, within three days.
     */
    @Open("called by whoever may invite staff")
    @Transactional
    public String passwordLink(UUID account) {
        String token = Secrets.next();
        sql.acrossBusinesses(
                        "insert into sign_in_link (id, token_hash, account_id, expires_at) values (:id, :hash, :account, :until)")
                .param("id", Ids.next())
                .param("hash", Secrets.hash(token))
                .param("account", account)
                .param("until", clock.instant().plus(LINK_LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The e-mail address whose password this link may set, while it lasts. */
    @Open("the link itself is the proof")
    @Transactional(readOnly = true)
    public Optional<String> linkedEmail(String token) {
        return sql.acrossBusinesses(
                        """
                        select a.email from sign_in_link l join account a on a.id = l.account_id
                        where l.token_hash = :hash and l.used_at is null and l.expires_at > now()
                        """)
                .param("hash", Secrets.hash(token))
                .query(String.class)
                .optional();
    }

    /** Sets a password by link and ends every session; answers whether the link was still good. */
    @Open("the link itself is the proof")
    @Transactional
    public boolean setPasswordByLink(String token, String password) {
        check(password);
        Optional<UUID> account =
                sql.acrossBusinesses(
                                """
                                update sign_in_link set used_at = now()
                                where token_hash = :hash and used_at is null and expires_at > now() returning account_id
                                """)
                        .param("hash", Secrets.hash(token))
                        .query(UUID.class)
                        .optional();
        account.ifPresent(id -> store(id, password));
        return account.isPresent();
    }

    /** Changes the caller's own password. */
    @Open("one's own password")
    @Transactional
    public void changePassword(String current, String replacement) {
        Stored own =
                sql.of(
                                """
                                select a.id, a.password_hash from account a join staff s on s.account_id = a.id
                                where s.business_id = :business and s.id = :staff
                                """)
                        .param("staff", Caller.current().actor())
                        .query(Stored.class)
                        .single();
        if (!passwords.matches(current, own.passwordHash())) {
            throw new Invalid("current", "password_wrong");
        }
        check(replacement);
        store(own.id(), replacement);
    }

    private void store(UUID account, String password) {
        sql.acrossBusinesses(
                        "update account set password_hash = :hash, password_chosen = true where id = :id")
                .param("hash", passwords.encode(password))
                .param("id", account)
                .update();
        sql.acrossBusinesses("delete from session where account_id = :id")
                .param("id", account)
                .update();
    }

    /** Sets how the caller likes pages shown. */
    @Open("one's own preferences")
    @Transactional
    public void prefer(UUID account, String theme, boolean shortcuts) {
        sql.acrossBusinesses(
                        "update account set theme = :theme, shortcuts = :shortcuts where id = :id")
                .param("theme", theme)
                .param("shortcuts", shortcuts)
                .param("id", account)
                .update();
    }

    /** Refuses passwords that are too short or that everybody tries first. */
    @Open("a rule, not an action")
    public void check(String password) {
        if (password.length() < 10) {
            throw new Invalid("password", "password_short", 10);
        }
        if (password.length() > 200) {
            throw new Invalid("password", "too_long", 200);
        }
        if (common.contains(password)) {
            throw new Invalid("password", "password_common");
        }
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
