package app.clientele.gateway;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.gateway.Gateway.Charge;
import app.clientele.gateway.Gateway.Kind;
import app.clientele.gateway.Gateway.Return;
import app.clientele.gateway.Outcome.State;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Refused;
import app.clientele.site.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks a gateway for money, once: written down and committed first, then asked outside of any
 * transaction, then what came of it is written down. Where the answer is lost, nobody asks again;
 * the gateway is asked what came of it until it says.
 */
@Service
public class Operations {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final String FOR_MONEY = "whoever takes or returns money asks for permission";
    private static final Duration CONFIRM_WITHIN = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final Sql sql;
    private final OperationRows rows;
    private final Gateways gateways;
    private final PublicAddress addresses;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Duration lookAfter;
    private final Duration arrivesWithin;

    /**
     * @param lookAfter how long after a lost answer the gateway is asked first
     * @param arrivesWithin what the gateway has not heard of by then it never will: longer than any
     *     request is under way
     */
    Operations(
            Sql sql,
            OperationRows rows,
            Gateways gateways,
            PublicAddress addresses,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transactions,
            @Value("${clientele.gateway.look-after:20s}") Duration lookAfter,
            @Value("${clientele.gateway.arrives-within:3m}") Duration arrivesWithin) {
        this.sql = sql;
        this.rows = rows;
        this.gateways = gateways;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
        this.lookAfter = lookAfter;
        this.arrivesWithin = arrivesWithin;
    }

    private record Token(String gateway, String token, @Nullable String payer) {}

    private Optional<Token> token(UUID customer, UUID card) {
        return sql.of(
                        """
                        select gateway, token, payer from customer_card where business_id = :business and id = :id
                            and customer_id = :customer and removed_at is null
                        """)
                .param("id", card)
                .param("customer", customer)
                .query(Token.class)
                .optional();
    }

    /** Who a gateway knows a customer as, from a card they have or had. */
    Optional<String> payer(UUID customer, String gateway) {
        return requireNonNull(
                transactions.execute(t ->
                        sql.of(
                                        """
                                        select payer from customer_card where business_id = :business and customer_id = :customer
                                            and gateway = :gateway and payer is not null order by id desc limit 1
                                        """)
                                .param("customer", customer)
                                .param("gateway", gateway)
                                .query(String.class)
                                .optional()));
    }

    /**
     * Has a card charged once the running transaction is through; {@link #perform} asks at once,
     * else it is asked within seconds.
     *
     * @param id the payment's
     * @throws NotFound when the customer has no such card
     * @throws Refused {@code no_gateway} when it is another gateway's
     */
    @Open(FOR_MONEY)
    @Transactional(propagation = Propagation.MANDATORY)
    public void charge(UUID id, UUID customer, UUID card, Money amount) {
        Token token = token(customer, card).orElseThrow(() -> new NotFound("card"));
        if (!token.gateway().equals(gateways.current().code())) {
            throw new Refused("no_gateway");
        }
        rows.insert(id, Kind.CHARGE, token.gateway(), null, token.token(), token.payer(), amount);
    }

    /** Has some of a charge given back, likewise. */
    @Open(FOR_MONEY)
    @Transactional(propagation = Propagation.MANDATORY)
    public void refund(UUID id, UUID of, Money amount) {
        Operation charge = rows.find(of).orElseThrow(() -> new NotFound("payment"));
        rows.insert(id, Kind.REFUND, charge.gateway(), of, null, null, amount);
    }

    /** Has the gateway forget a card. */
    void forget(UUID customer, UUID card) {
        token(customer, card).ifPresent(t -> rows.forget(t.gateway(), t.token()));
    }

    void forget(String gateway, String token) {
        rows.forget(gateway, token);
    }

    /**
     * Asks the gateway, if nobody has yet; within a transaction it is left to the background, as
     * nothing outside is asked before that is through.
     */
    @Open(FOR_MONEY)
    public void perform(UUID id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        if (Boolean.TRUE.equals(transactions.execute(t -> rows.claim(id, lookAfter)))) {
            ask(stored(id));
        }
    }

    private Operation stored(UUID id) {
        return requireNonNull(transactions.execute(t -> rows.find(id).orElseThrow()));
    }

    private void ask(Operation operation) {
        Gateway gateway = gateways.named(operation.gateway());
        if (operation.kind() == Kind.REMOVE) {
            remove(operation, gateway);
            return;
        }
        Outcome outcome =
                operation.kind() == Kind.CHARGE
                        ? gateway.charge(charge(operation))
                        : gateway.refund(back(operation));
        settle(operation.id(), outcome);
    }

    private Charge charge(Operation operation) {
        return new Charge(
                operation.id(),
                requireNonNull(operation.token()),
                operation.payer(),
                requireNonNull(operation.amount()),
                addresses.of("/confirmed/" + operation.id()));
    }

    private static Return back(Operation operation) {
        return new Return(
                operation.id(),
                requireNonNull(operation.of()),
                operation.ofReference(),
                requireNonNull(operation.amount()));
    }

    private void remove(Operation operation, Gateway gateway) {
        try {
            gateway.remove(requireNonNull(operation.token()));
            transactions.executeWithoutResult(t -> rows.delete(operation.id()));
        } catch (GatewayDown e) {
            transactions.executeWithoutResult(t -> rows.again(operation.id(), pause(operation)));
        }
    }

    private Duration pause(Operation operation) {
        Duration pause = lookAfter.multipliedBy(1L << Math.min(operation.looks(), 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Writes down what came of it, once: what is settled stays so, whoever tells it later. */
    private void settle(UUID id, Outcome outcome) {
        transactions.executeWithoutResult(t -> {
            Operation operation = rows.held(id).orElse(null);
            if (operation != null && !operation.isSettled()) {
                settle(operation, outcome);
            }
        });
    }

    private void settle(Operation operation, Outcome told) {
        Outcome outcome = judged(operation, told);
        State state = outcome.state() == State.NOT_FOUND ? State.UNKNOWN : outcome.state();
        rows.set(operation.id(), state.wireName(), outcome, pause(operation));
        if (!state.wireName().equals(operation.state())) {
            events.publishEvent(
                    new GatewaySettled(operation.id(), operation.kind(), state, outcome.reason()));
        }
    }

    /** What has not arrived after so long never will. */
    private Outcome judged(Operation operation, Outcome told) {
        Instant sent = operation.sentAt();
        boolean lost =
                told.state() == State.NOT_FOUND
                        && sent != null
                        && sent.plus(arrivesWithin).isBefore(clock.instant());
        return lost ? Outcome.declined(null, Reasons.NEVER_ARRIVED) : told;
    }

    /** Asks what came of something that was asked before; what was not asked yet is asked now. */
    @Open("only tells what is so")
    public void check(UUID id) {
        Operation operation = requireNonNull(transactions.execute(t -> rows.find(id))).orElse(null);
        if (operation == null || operation.isSettled()) {
            return;
        }
        if (operation.state().equals("new")) {
            perform(id);
        } else if (operation.kind() == Kind.REMOVE) {
            remove(operation, gateways.named(operation.gateway()));
        } else {
            look(operation);
        }
    }

    private void look(Operation operation) {
        Gateway gateway = gateways.named(operation.gateway());
        boolean tooLate =
                operation.state().equals("needs_customer")
                        && operation.createdAt().plus(CONFIRM_WITHIN).isBefore(clock.instant());
        try {
            Outcome outcome =
                    tooLate ? gateway.cancel(operation.sought()) : gateway.look(operation.sought());
            settle(operation.id(), outcome);
        } catch (GatewayDown e) {
            LOG.warn("What came of {} cannot be found out now: {}", operation.id(), e.getMessage());
            settle(operation.id(), known(operation));
        }
    }

    /** Nothing new. */
    private static Outcome known(Operation operation) {
        return operation.state().equals("sent")
                ? Outcome.unknown()
                : new Outcome(
                        State.of(operation.state()), operation.reference(), null, operation.link());
    }

    /**
     * Lets go of a charge that waits for its customer, so that it can be paid otherwise; it may
     * have been confirmed by then.
     *
     * @throws Refused {@code payment_settled} when it does not wait, {@code gateway_down}
     */
    @Open(FOR_MONEY)
    public void cancel(UUID id) {
        Operation operation = stored(id);
        if (!operation.state().equals("needs_customer")) {
            throw new Refused("payment_settled");
        }
        try {
            settle(id, gateways.named(operation.gateway()).cancel(operation.sought()));
        } catch (GatewayDown e) {
            throw new Refused("gateway_down");
        }
    }

    List<UUID> due() {
        return requireNonNull(transactions.execute(t -> rows.due()));
    }

    List<UUID> businesses() {
        return rows.businesses();
    }
}
