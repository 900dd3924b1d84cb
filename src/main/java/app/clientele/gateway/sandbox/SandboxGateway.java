package app.clientele.gateway.sandbox;

import static java.util.Objects.requireNonNullElse;

import app.clientele.gateway.Disputes;
import app.clientele.gateway.Gateway;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.Outcome;
import app.clientele.gateway.Reasons;
import app.clientele.gateway.sandbox.SandboxBooks.Entry;
import app.clientele.gateway.sandbox.SandboxBooks.Held;
import app.clientele.gateway.sandbox.SandboxBooks.SandboxPage;
import app.clientele.shared.Ids;
import app.clientele.site.PublicAddress;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Behaves as a gateway does, and moves no money. */
@Component
class SandboxGateway implements Gateway {
    private final SandboxBooks books;
    private final Disputes disputes;
    private final PublicAddress addresses;

    SandboxGateway(SandboxBooks books, Disputes disputes, PublicAddress addresses) {
        this.books = books;
        this.disputes = disputes;
        this.addresses = addresses;
    }

    @Override
    public String code() {
        return GatewaySettings.SANDBOX;
    }

    @Override
    public CardPage askForCard(CardRequest request) {
        UUID id = Ids.next();
        String secret =
                books.apart(() -> books.open(id, "card", request.id(), path(request.back())));
        return new CardPage(id.toString(), addresses.of("/sandbox/" + secret));
    }

    private static String path(String url) {
        return URI.create(url).getRawPath();
    }

    @Override
    public Optional<StoredCard> card(String page) {
        return books.apart(() ->
                books.page(UUID.fromString(page))
                        .map(SandboxPage::cardId)
                        .flatMap(books::card)
                        .map(SandboxGateway::stored));
    }

    static StoredCard stored(Held card) {
        return new StoredCard(
                card.id().toString(),
                null,
                card.brand(),
                card.lastFour(),
                card.expiresOn(),
                card.holder());
    }

    @Override
    public Outcome charge(Charge charge) {
        Held card = books.apart(() -> books.card(UUID.fromString(charge.token()))).orElse(null);
        TestCard behaviour = card == null ? null : TestCard.of(card.behaviour());
        Entry entry =
                books.apart(() ->
                        books.enter(
                                charge.id(),
                                "charge",
                                card == null ? null : card.id(),
                                null,
                                charge.amount(),
                                state(behaviour),
                                reason(behaviour)));
        if (behaviour == TestCard.DISPUTED) {
            disputes.opened(charge.id(), "fraudulent");
        }
        return entry.state().equals("needs_customer") ? confirm(entry, charge) : outcome(entry);
    }

    private static String state(@Nullable TestCard behaviour) {
        return switch (behaviour) {
            case null -> "declined";
            case DECLINED, INSUFFICIENT_FUNDS, LOST_CARD -> "declined";
            case THREE_D_SECURE -> "needs_customer";
            case DELAYED -> "pending";
            default -> "succeeded";
        };
    }

    private static @Nullable String reason(@Nullable TestCard behaviour) {
        return switch (behaviour) {
            case null -> "card_gone";
            case DECLINED, INSUFFICIENT_FUNDS, LOST_CARD -> behaviour.code();
            default -> null;
        };
    }

    private Outcome confirm(Entry entry, Charge charge) {
        String secret =
                books.apart(
                        () -> books.open(Ids.next(), "confirm", charge.id(), path(charge.back())));
        return Outcome.needsCustomer(entry.id().toString(), addresses.of("/sandbox/" + secret));
    }

    private static Outcome outcome(Entry entry) {
        String reference = entry.id().toString();
        return switch (entry.state()) {
            case "succeeded" -> Outcome.succeeded(reference);
            case "declined" ->
                    Outcome.declined(
                            reference, requireNonNullElse(entry.reason(), Reasons.DECLINED));
            case "needs_customer" ->
                    new Outcome(Outcome.State.NEEDS_CUSTOMER, reference, null, null);
            default -> Outcome.pending(reference);
        };
    }

    @Override
    public Outcome refund(Return back) {
        return books.apart(() -> {
            Entry charge = books.entry(back.of()).orElse(null);
            if (charge == null || !charge.state().equals("succeeded")) {
                return Outcome.declined(null, "refund_failed");
            }
            boolean fits =
                    books.entry(back.id()).isPresent()
                            || books.returned(charge.id()) + back.amount().getAmountMinorLong()
                                    <= charge.amountMinor();
            String state = fits ? fails(charge) ? "pending" : "succeeded" : "declined";
            return outcome(
                    books.enter(
                            back.id(),
                            "refund",
                            charge.cardId(),
                            charge.id(),
                            back.amount(),
                            state,
                            fits ? null : "refund_failed"));
        });
    }

    private boolean fails(Entry charge) {
        return books.card(charge.cardId())
                .map(c -> c.behaviour().equals(TestCard.REFUND_FAILS.code()))
                .orElse(false);
    }

    /** What was pending is decided by the time somebody asks. */
    @Override
    public Outcome look(Sought sought) {
        return books.apart(() -> {
            books.entry(sought.id())
                    .filter(e -> e.state().equals("pending"))
                    .ifPresent(this::decide);
            return books.entry(sought.id())
                    .map(SandboxGateway::outcome)
                    .orElseGet(Outcome::notFound);
        });
    }

    private void decide(Entry entry) {
        boolean bad = entry.kind().equals("refund") && fails(entry);
        books.set(entry.clientId(), bad ? "declined" : "succeeded", bad ? "refund_failed" : null);
    }

    @Override
    public Outcome cancel(Sought sought) {
        return books.apart(() -> {
            books.entry(sought.id())
                    .filter(e -> e.state().equals("needs_customer"))
                    .ifPresent(e -> books.set(sought.id(), "declined", Reasons.CANCELLED));
            return books.entry(sought.id())
                    .map(SandboxGateway::outcome)
                    .orElseGet(Outcome::notFound);
        });
    }

    @Override
    public void remove(String token) {
        books.apart(() -> {
            books.forget(token);
            return true;
        });
    }
}
