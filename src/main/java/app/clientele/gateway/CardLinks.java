package app.clientele.gateway;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.access.Secrets;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.ErasureWaits;
import app.clientele.customers.Locks;
import app.clientele.customers.ProfileLocked;
import app.clientele.database.Sql;
import app.clientele.gateway.Gateway.CardPage;
import app.clientele.gateway.Gateway.CardRequest;
import app.clientele.gateway.Gateway.StoredCard;
import app.clientele.messages.Languages;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links by which customers leave a card on file themselves: made, opened, and seen through. */
@Service
public class CardLinks {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Sql sql;
    private final Cards cards;
    private final Gateways gateways;
    private final Operations operations;
    private final CustomerRows customers;
    private final Locks locks;
    private final Businesses businesses;
    private final CardLetters letters;
    private final PublicAddress addresses;
    private final Clock clock;
    private final TransactionTemplate transactions;

    CardLinks(
            Sql sql,
            Cards cards,
            Gateways gateways,
            Operations operations,
            CustomerRows customers,
            Locks locks,
            Businesses businesses,
            CardLetters letters,
            PublicAddress addresses,
            Clock clock,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.cards = cards;
        this.gateways = gateways;
        this.operations = operations;
        this.customers = customers;
        this.locks = locks;
        this.businesses = businesses;
        this.letters = letters;
        this.addresses = addresses;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What a link is for.
     *
     * @param write whether the customer gets it by e-mail, too
     */
    public record LinkDetails(@Nullable Boolean write) {}

    /**
     * A link just made.
     *
     * @param url its whole address; told this once
     * @param until when it ends
     */
    public record NewCardLink(UUID id, String url, Instant until) {}

    /**
     * Makes a link for a customer; those made before it and not used are worth nothing any more.
     *
     * @throws Refused {@code no_gateway}, {@code cards_full}, {@code no_email}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public NewCardLink make(UUID customer, LinkDetails details) {
        customers.require(customer);
        locks.check(customer);
        gateways.current();
        cards.checkRoom(customer);
        sql.of(
                        """
                        update card_link set state = 'withdrawn', updated_at = now()
                        where business_id = :business and customer_id = :customer and state = 'open'
                        """)
                .param("customer", customer)
                .update();
        UUID id = Ids.next();
        String path = "/cards/" + insert(id, customer);
        Instant until = clock.instant().plus(LIFE);
        if (Boolean.TRUE.equals(details.write())) {
            letters.write(customer, addresses.of(path), until);
        }
        return new NewCardLink(id, addresses.of(path), until);
    }

    private String insert(UUID id, UUID customer) {
        String secret = Secrets.next();
        sql.of(
                        """
                        insert into card_link (business_id, id, customer_id, secret_hash, until, created_by, created_via)
                        values (:business, :id, :customer, :hash, :until, :caller, :via)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("hash", Secrets.hash(secret))
                .param("until", clock.instant().plus(LIFE).atOffset(UTC))
                .param("via", Caller.current().door().wireName())
                .update();
        return secret;
    }

    /**
     * A link as its holder sees it.
     *
     * @param state open, at_gateway, done, full, or withdrawn
     */
    public record AskedForCard(
            Business business, Locale language, String firstName, String state) {}

    private record Link(
            UUID id,
            UUID customerId,
            Instant until,
            String state,
            @Nullable String gateway,
            @Nullable String reference,
            @Nullable String page) {}

    private record Found(UUID businessId, UUID linkId) {}

    private <T> Optional<T> within(String secret, Function<Link, T> work) {
        return sql.acrossBusinesses("select * from find_card_link(:hash)")
                .param("hash", Secrets.hash(secret))
                .query(Found.class)
                .optional()
                .flatMap(found ->
                        holder(found.businessId()).call(() -> link(found.linkId()).map(work)));
    }

    /** Whoever holds the link may add the card it asks for, and no more. */
    private static Caller holder(UUID business) {
        return new Caller(
                business, null, Caller.Door.PORTAL, null, EnumSet.of(Permission.SALE_EDIT));
    }

    private Optional<Link> link(UUID id) {
        return requireNonNull(
                transactions.execute(t ->
                        sql.of(
                                        """
                                        select id, customer_id, until, state, gateway, reference, page from card_link
                                        where business_id = :business and id = :id
                                        """)
                                .param("id", id)
                                .query(Link.class)
                                .optional()));
    }

    /** What a link asks for; nothing when it is none of ours. */
    @Open("the link itself is the proof")
    public Optional<AskedForCard> find(String secret) {
        return within(secret, this::asked);
    }

    private AskedForCard asked(Link link) {
        return requireNonNull(
                transactions.execute(t -> {
                    var person = customers.find(link.customerId()).orElseThrow().details();
                    Business business = businesses.current();
                    boolean over =
                            link.until().isBefore(clock.instant())
                                    && List.of("open", "at_gateway").contains(link.state());
                    return new AskedForCard(
                            business,
                            Languages.of(person.language(), business),
                            requireNonNull(person.firstName()),
                            over ? "withdrawn" : link.state());
                }));
    }

    /**
     * The gateway's page for a link that can still be used.
     *
     * @throws Refused {@code no_gateway}, {@code cards_full}
     * @throws GatewayDown when there is no page to be had now
     * @throws ProfileLocked while the record is locked
     */
    @Open("the link itself is the proof")
    public Optional<String> page(String secret) {
        return within(secret, link -> page(link, secret)).flatMap(page -> page);
    }

    private Optional<String> page(Link link, String secret) {
        String state = asked(link).state();
        if (state.equals("at_gateway") && link.page() != null) {
            return Optional.of(link.page());
        }
        if (!state.equals("open")) {
            return Optional.empty();
        }
        transactions.executeWithoutResult(t -> {
            locks.check(link.customerId());
            cards.checkRoom(link.customerId());
        });
        Gateway gateway = gateways.current();
        CardPage page = gateway.askForCard(request(link, secret, gateway));
        transactions.executeWithoutResult(t -> atGateway(link, gateway, page));
        return Optional.of(page.url());
    }

    private CardRequest request(Link link, String secret, Gateway gateway) {
        AskedForCard asked = asked(link);
        return new CardRequest(
                link.id(),
                operations.payer(link.customerId(), gateway.code()).orElse(null),
                asked.language(),
                asked.business().currency(),
                addresses.of("/cards/" + secret + "/done"));
    }

    private void atGateway(Link link, Gateway gateway, CardPage page) {
        sql.of(
                        """
                        update card_link set state = 'at_gateway', gateway = :gateway, reference = :reference, page = :page,
                            look_at = :look, updated_at = now()
                        where business_id = :business and id = :id and state = 'open'
                        """)
                .param("gateway", gateway.code())
                .param("reference", page.reference())
                .param("page", page.url())
                .param("look", clock.instant().plus(PAUSE).atOffset(UTC))
                .param("id", link.id())
                .update();
    }

    /** Back from the gateway's page: keeps the card typed in there. */
    @Open("the link itself is the proof")
    public Optional<AskedForCard> done(String secret) {
        return within(
                secret,
                link -> {
                    see(link);
                    return asked(link(link.id()).orElseThrow());
                });
    }

    /** Looks whether a card was typed in meanwhile; it may be asked any number of times. */
    @Open("only tells what is so")
    public void see(UUID id) {
        link(id).ifPresent(this::see);
    }

    private void see(Link link) {
        if (!link.state().equals("at_gateway") || link.reference() == null) {
            return;
        }
        Gateway gateway = gateways.named(requireNonNull(link.gateway()));
        try {
            StoredCard card = gateway.card(link.reference()).orElse(null);
            transactions.executeWithoutResult(t -> {
                if (card != null) {
                    keep(link, gateway.code(), card);
                } else {
                    postpone(link);
                }
            });
        } catch (GatewayDown | ProfileLocked | ErasureWaits e) {
            transactions.executeWithoutResult(t -> postpone(link));
        }
    }

    private void keep(Link link, String gateway, StoredCard card) {
        customers.hold(link.customerId());
        if (!"at_gateway".equals(link(link.id()).map(Link::state).orElse(null))) {
            return;
        }
        boolean room = cards.hasRoom(link.customerId());
        if (room) {
            cards.keep(link.customerId(), gateway, card);
        } else {
            operations.forget(gateway, card.token());
        }
        set(link, room ? "done" : "full");
    }

    private void set(Link link, String state) {
        sql.of(
                        """
                        update card_link set state = :state, page = null, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("state", state)
                .param("id", link.id())
                .update();
    }

    /** Until a day after its end, as who is late at the gateway's page still has a card there. */
    private void postpone(Link link) {
        if (link.until().plus(LIFE).isBefore(clock.instant())) {
            set(link, "withdrawn");
            return;
        }
        sql.of("update card_link set look_at = :look where business_id = :business and id = :id")
                .param("look", clock.instant().plus(PAUSE.multipliedBy(5)).atOffset(UTC))
                .param("id", link.id())
                .update();
    }

    /** Those whose card may have been typed in meanwhile. */
    List<UUID> due() {
        return requireNonNull(
                transactions.execute(t ->
                        sql.of(
                                        """
                                        select id from card_link where business_id = :business and state = 'at_gateway' and look_at <= :now
                                        order by look_at limit 100
                                        """)
                                .param("now", clock.instant().atOffset(UTC))
                                .query(UUID.class)
                                .list()));
    }
}
