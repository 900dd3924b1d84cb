package app.clientele.households;

import app.clientele.access.Secrets;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Open;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the link of an invitation leads: somebody without an account says yes or no. */
@Service
public class FamilyAnswers {
    private final Sql sql;
    private final RelationshipRows rows;
    private final Ends ends;
    private final FamilyInvitations invitations;
    private final FamilyLetters letters;
    private final Businesses businesses;
    private final TransactionTemplate transactions;

    FamilyAnswers(
            Sql sql,
            RelationshipRows rows,
            Ends ends,
            FamilyInvitations invitations,
            FamilyLetters letters,
            Businesses businesses,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.rows = rows;
        this.ends = ends;
        this.invitations = invitations;
        this.letters = letters;
        this.businesses = businesses;
        this.transactions = transactions;
    }

    private record Found(UUID businessId, UUID relationshipId) {}

    /**
     * What somebody is asked, and no more than they have to know.
     *
     * @param open whether it can still be answered
     * @param asker the first name of whoever asks
     * @param relation what that one is to them
     * @param rights what that one could do about them
     * @param yours what they could do about that one
     */
    public record Question(
            boolean open,
            Business business,
            Locale language,
            String asker,
            Relation relation,
            @Nullable String words,
            List<Right> rights,
            List<Right> yours,
            int version) {}

    /** What the link asks; nothing when it is none of ours, or another has replaced it. */
    @Open("the link itself is the proof")
    public Optional<Question> find(String secret) {
        return within(secret, link -> question(link));
    }

    /**
     * Says yes or no, once.
     *
     * @param version the one they read: other rights than those are asked about again
     * @return whether the link was still good; nothing when it is none of ours
     * @throws Stale when something else is asked by now
     * @throws app.clientele.customers.ProfileLocked while either record is locked
     */
    @Open("the link itself is the proof")
    public Optional<Boolean> answer(String secret, boolean yes, int version) {
        return within(secret, link -> answer(link, secret, yes, version));
    }

    private <T> Optional<T> within(String secret, Function<Relationship, T> work) {
        return sql.acrossBusinesses("select * from find_family_invitation(:hash)")
                .param("hash", Secrets.hash(secret))
                .query(Found.class)
                .optional()
                .flatMap(found -> within(found, work));
    }

    private <T> Optional<T> within(Found found, Function<Relationship, T> work) {
        Caller whoeverHoldsIt =
                new Caller(found.businessId(), null, Caller.Door.PORTAL, null, Set.of());
        return whoeverHoldsIt.call(() ->
                Objects.requireNonNull(
                        transactions.execute(t -> link(found.relationshipId()).map(work))));
    }

    private Optional<Relationship> link(UUID id) {
        return sql.of(
                        "select customer_id from relationship where business_id = :business and id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(asked -> rows.get(asked, id));
    }

    private Question question(Relationship link) {
        FamilyLetters.Person asked = letters.person(link.customerId());
        FamilyLetters.Person asker = letters.person(link.relative().id());
        return new Question(
                isOpen(link),
                businesses.current(),
                letters.language(asked),
                asker.firstName(),
                link.relation(),
                link.words(),
                List.copyOf(link.rights().all()),
                List.copyOf(link.theirRights().all()),
                link.version());
    }

    private static boolean isOpen(Relationship link) {
        return link.pending() && link.invitation() != null && !link.invitation().expired();
    }

    private boolean answer(Relationship read, String secret, boolean yes, int version) {
        ends.hold(read.customerId(), read.relative().id());
        Relationship link = rows.get(read.customerId(), read.id());
        if (!isOpen(link) || !isLatest(link, secret)) {
            return false;
        }
        if (link.version() != version) {
            throw new Stale(link.version(), List.of());
        }
        invitations.withdrawMessage(link, "answered");
        invitations.set(link, yes ? Agreement.AGREED : Agreement.DECLINED, "link", null);
        return true;
    }

    /** Somebody may have asked again in the meantime. */
    private boolean isLatest(Relationship link, String secret) {
        return sql.of(
                        "select exists (select from relationship where business_id = :business and id = :id and secret_hash = :hash)")
                .param("id", link.id())
                .param("hash", Secrets.hash(secret))
                .query(Boolean.class)
                .single();
    }
}
