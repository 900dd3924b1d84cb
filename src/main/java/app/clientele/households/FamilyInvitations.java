package app.clientele.households;

import app.clientele.access.Secrets;
import app.clientele.database.Sql;
import app.clientele.messages.Messages;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people whether they want to be linked: by a link in an e-mail, or at the desk. */
@Service
public class FamilyInvitations {
    static final Duration LIFE = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int MOST_TIMES = 5;

    private final Sql sql;
    private final RelationshipRows rows;
    private final Ends ends;
    private final FamilyLetters letters;
    private final Messages messages;
    private final Clock clock;

    FamilyInvitations(
            Sql sql,
            RelationshipRows rows,
            Ends ends,
            FamilyLetters letters,
            Messages messages,
            Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.ends = ends;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Asks, or asks again; the earlier link is worth nothing then.
     *
     * @throws Refused when they were asked just now or too often, have declined, or have no address
     *     of their own
     */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship invite(UUID customer, UUID id) {
        Relationship link = hold(customer, id);
        checkOpen(link, false);
        if (link.invitation() != null) {
            checkPatience(link.invitation());
        }
        String address = letters.address(asker(link), asked(link));
        if (address == null) {
            throw new Refused("nowhere_to_ask");
        }
        send(link, address);
        return rows.get(customer, id);
    }

    private void checkPatience(Relationship.Invitation last) {
        if (last.sentAt().isAfter(clock.instant().minus(PAUSE))) {
            throw new Refused("asked_just_now", PAUSE.toMinutes());
        }
        if (last.times() >= MOST_TIMES) {
            throw new Refused("asked_often", MOST_TIMES);
        }
    }

    /** Of a new link. */
    void inviteIfReachable(Relationship link) {
        String address = link.pending() ? letters.address(asker(link), asked(link)) : null;
        if (address != null) {
            send(link, address);
        }
    }

    private static UUID asked(Relationship link) {
        boolean customer = link.invitation() != null && !link.invitation().toRelative();
        return customer ? link.customerId() : link.relative().id();
    }

    private static UUID asker(Relationship link) {
        return asked(link).equals(link.customerId()) ? link.relative().id() : link.customerId();
    }

    private void send(Relationship link, String address) {
        withdrawMessage(link);
        String secret = Secrets.next();
        Instant until = clock.instant().plus(LIFE);
        UUID asked = asked(link);
        UUID asker = asker(link);
        Relationship seen = rows.with(asked, asker).orElseThrow();
        UUID message = letters.write(seen, asker, address, "/family/" + secret, until);
        set(link, Agreement.PENDING, null, null);
        sql.of(
                        """
                        update relationship set asked_at = now(), asked_until = :until, asked_times = asked_times + 1,
                            secret_hash = :hash, message_id = :message, updated_at = now()
                        where business_id = :business and customer_id = :asked and relative_id = :asker
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("hash", Secrets.hash(secret))
                .param("message", message)
                .param("asked", asked)
                .param("asker", asker)
                .update();
    }

    /** Ends an invitation; the link stays, and grants nothing until somebody is asked again. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship withdraw(UUID customer, UUID id) {
        Relationship link = hold(customer, id);
        if (!link.pending() || link.invitation() == null || link.invitation().expired()) {
            throw new Refused("no_invitation");
        }
        withdrawMessage(link);
        sql.of(
                        """
                        update relationship set asked_until = case when asked_until is not null then now() end,
                            version = version + 1, updated_at = now()
                        where business_id = :business and (customer_id, relative_id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", customer)
                .param("other", link.relative().id())
                .update();
        return rows.get(customer, id);
    }

    /** A message that has not gone yet stays here. */
    void withdrawMessage(Relationship link) {
        withdrawMessage(link, "withdrawn");
    }

    void withdrawMessage(Relationship link, String because) {
        if (link.invitation() != null && link.invitation().messageId() != null) {
            messages.withdraw(link.invitation().messageId(), because);
        }
    }

    /** Notes down that they were asked at the desk and agreed; who noted it is kept. */
    @Requires(Permission.FAMILY_EDIT)
    @Transactional
    public Relationship agreeInPerson(UUID customer, UUID id) {
        Relationship link = hold(customer, id);
        checkOpen(link, true);
        withdrawMessage(link, "answered");
        set(link, Agreement.AGREED, "in_person", Caller.current().actor());
        return rows.get(customer, id);
    }

    /** What was agreed to is asked again only of those who were children then. */
    private static void checkOpen(Relationship link, boolean inPerson) {
        if (link.agreement() == Agreement.AGREED && !link.relative().cameOfAge()) {
            throw new Refused("agreed_already");
        }
        if (link.agreement() == Agreement.DECLINED && !inPerson) {
            throw new Refused("declined_before");
        }
    }

    private Relationship hold(UUID customer, UUID id) {
        ends.hold(customer, rows.get(customer, id).relative().id());
        return rows.get(customer, id);
    }

    /** What became of it, on both sides. */
    void set(Relationship link, Agreement agreement, @Nullable String how, @Nullable UUID by) {
        sql.of(
                        """
                        update relationship set agreement = :agreement, answered_at = case when :agreement <> 'pending' then now() end,
                            answered_how = :how, answered_by = :by::uuid, version = version + 1, updated_at = now()
                        where business_id = :business and (customer_id, relative_id) in ((:one, :other), (:other, :one))
                        """)
                .param("agreement", agreement.wireName())
                .param("how", how)
                .param("by", by)
                .param("one", link.customerId())
                .param("other", link.relative().id())
                .update();
    }
}
