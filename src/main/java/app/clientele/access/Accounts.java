package app.clientele.access;

import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import app.clientele.shared.Open;
import app.clientele.shared.Text;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's sign-ins: one account however many businesses they work in. */
@Service
public class Accounts {
    private final Sql sql;
    private final PasswordEncoder passwords;
    private final CommonPasswords common;
    private final Sessions sessions;

    /** Of a secret that was forgotten at once: fits no password, and takes as long to find out. */
    private final CompletableFuture<String> decoy;

    Accounts(Sql sql, PasswordEncoder passwords, CommonPasswords common, Sessions sessions) {
        this.sql = sql;
        this.passwords = passwords;
        this.common = common;
        this.sessions = sessions;
        // slow by design, and the first to sign in comes later than the start
        this.decoy = CompletableFuture.supplyAsync(() -> passwords.encode(Secrets.next()));
    }

    private record Stored(UUID id, String passwordHash) {}

    /** An account as its owner sees it; without a language they read that of the business. */
    public record Account(
            UUID id, String email, String theme, boolean shortcuts, @Nullable String language) {}

    /** How a person likes pages shown. */
    public record Preferences(
            @NotNull @OneOf(choices = {"light", "dark", "system"}) @Nullable String theme,
            boolean shortcuts,
            @OneOf(known = Known.LANGUAGE) @Nullable String language) {}

    /**
     * The account of an e-mail address with this password. Takes as long whether the address is
     * known or not.
     */
    @Open("this is how one signs in")
    @Transactional(readOnly = true)
    public Optional<UUID> authenticate(String email, String password) {
        Optional<Stored> account = find(email);
        boolean right =
                passwords.matches(
                        password, account.map(Stored::passwordHash).orElseGet(decoy::join));
        return right ? account.map(Stored::id) : Optional.empty();
    }

    private Optional<Stored> find(String email) {
        if (!Text.isStorable(email, false)) {
            return Optional.empty();
        }
        return sql.acrossBusinesses("select id, password_hash from account where email = :email")
                .param("email", normal(email))
                .query(Stored.class)
                .optional();
    }

    /** The account of an address; a new one gets the password, a known one keeps its own. */
    @Open("called by set-up and by whoever may invite staff")
    @Transactional
    public UUID findOrCreate(String email, String password) {
        return find(email)
                .map(Stored::id)
                .orElseGet(() -> insert(email, passwords.encode(password), true));
    }

    /**
     * Like {@link #findOrCreate} for somebody who will choose a password by link; until then it is
     * one that nobody knows.
     */
    @Open("called by whoever may invite staff")
    @Transactional
    public UUID findOrInvite(String email) {
        return find(email).map(Stored::id).orElseGet(() -> insert(email, decoy.join(), false));
    }

    private UUID insert(String email, String hash, boolean chosen) {
        sql.acrossBusinesses(
                        """
                        insert into account (id, email, password_hash, password_chosen)
                        values (:id, :email, :hash, :chosen) on conflict (email) do nothing
                        """)
                .param("id", Ids.next())
                .param("email", normal(email))
                .param("hash", hash)
                .param("chosen", chosen)
                .update();
        return find(email).orElseThrow().id(); // perhaps that of a request a moment faster
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
     * Whether another business has this account on its team. Then this one may neither hand out a
     * link to its password nor make it a colleague without its holder's doing.
     */
    @Open("called by whoever may invite staff")
    @Transactional(readOnly = true)
    public boolean worksElsewhere(UUID account) {
        return sql.acrossBusinesses("select works_elsewhere(:account, :here)")
                .param("account", account)
                .param("here", Caller.current().business())
                .query(Boolean.class)
                .single();
    }

    /** The caller's own account. */
    @Open("one's own account")
    @Transactional(readOnly = true)
    public Account own() {
        return sql.of(
                        """
                        select a.id, a.email, a.theme, a.shortcuts, a.language
                        from account a join staff s on s.account_id = a.id
                        where s.business_id = :business and s.id = :staff
                        """)
                .param("staff", Caller.current().actor())
                .query(Account.class)
                .optional()
                .orElseThrow(() -> new NotFound("account"));
    }

    /** Changes the caller's own password and ends all their sessions but the one in use. */
    @Open("one's own password")
    @Transactional
    public void changePassword(String current, String replacement, UUID sessionKept) {
        Account own = own();
        if (authenticate(own.email(), current).isEmpty()) {
            throw new Invalid("current", "password_wrong");
        }
        check(replacement);
        store(own.id(), replacement);
        sessions.endAllButOne(own.id(), sessionKept);
    }

    void store(UUID account, String password) {
        sql.acrossBusinesses(
                        "update account set password_hash = :hash, password_chosen = true where id = :id")
                .param("hash", passwords.encode(password))
                .param("id", account)
                .update();
    }

    /** Sets how the caller likes pages shown. */
    @Open("one's own preferences")
    @Transactional
    public void prefer(Preferences preferences) {
        Validation.check(preferences);
        sql.acrossBusinesses(
                        "update account set theme = :theme, shortcuts = :shortcuts, language = :language where id = :id")
                .param("theme", preferences.theme())
                .param("shortcuts", preferences.shortcuts())
                .param("language", preferences.language())
                .param("id", own().id())
                .update();
        AfterCommit.run(sessions::changed);
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
