package app.clientele.demo;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.gateway.Cards;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.GatewaySettings.SetupDetails;
import app.clientele.gateway.sandbox.Sandbox;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The spa charges cards through the sandbox; some of its customers have left one, a few two. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoCards {
    private static final String WHERE = "lumen";
    private static final int EVERY = 7;
    private static final List<TestCard> KINDS =
            List.of(
                    TestCard.VISA,
                    TestCard.MASTERCARD,
                    TestCard.THREE_D_SECURE,
                    TestCard.AMEX,
                    TestCard.DECLINED,
                    TestCard.VISA);

    private final GatewaySettings settings;
    private final Sandbox sandbox;
    private final Cards cards;
    private final CustomerRows customers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoCards(
            GatewaySettings settings,
            Sandbox sandbox,
            Cards cards,
            CustomerRows customers,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.cards = cards;
        this.customers = customers;
        this.transactions = transactions;
        this.clock = clock;
    }

    void fill(DemoBusiness demo, List<UUID> people) {
        if (!demo.slug().equals(WHERE)) {
            return;
        }
        settings.change(
                new SetupDetails(GatewaySettings.SANDBOX, 2, null, null),
                settings.current().version());
        for (int i = 0; i < people.size(); i += EVERY) {
            int turn = i / EVERY;
            add(people.get(i), turn);
            if (turn % 3 == 0) {
                add(people.get(i), turn + 1);
            }
        }
    }

    /** A few expire soon. */
    private void add(UUID customer, int turn) {
        var expires = YearMonth.now(clock).plusMonths(turn % 8 == 0 ? 1 : 8 + turn % 30);
        String holder = requireNonNull(transactions.execute(t -> name(customer)));
        if (!holder.isEmpty()) {
            try {
                var card = sandbox.card(KINDS.get(turn % KINDS.size()), expires, holder);
                cards.keep(customer, GatewaySettings.SANDBOX, card);
            } catch (Refused closed) {
                // waits to be erased
            }
        }
    }

    private String name(UUID customer) {
        return customers
                .find(customer)
                .map(c ->
                        Stream.of(c.details().firstName(), c.details().lastName())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")))
                .orElse("");
    }
}
