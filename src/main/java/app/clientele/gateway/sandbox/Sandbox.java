package app.clientele.gateway.sandbox;

import app.clientele.access.Secrets;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.gateway.Gateway.StoredCard;
import app.clientele.gateway.Reasons;
import app.clientele.gateway.sandbox.SandboxBooks.SandboxPage;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The pages of the sandbox: cards typed in, payments confirmed. Numbers become tokens at once. */
@Service
public class Sandbox {
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*/\\s*(?:20)?(\\d{2})");
    private static final Pattern CODE = Pattern.compile("\\d{3,4}");
    private static final String PROOF = "the page's address is the proof";

    private final Sql sql;
    private final SandboxBooks books;
    private final Businesses businesses;
    private final Clock clock;

    Sandbox(Sql sql, SandboxBooks books, Businesses businesses, Clock clock) {
        this.sql = sql;
        this.books = books;
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * What a page shows.
     *
     * @param amount what is to be confirmed; absent where a card is asked for
     * @param open whether there is something left to do
     */
    public record SandboxView(
            Business business, boolean confirms, @Nullable Money amount, boolean open) {}

    /** A card as typed; it goes no further than here. */
    public record TypedCard(
            @NotNull @Size(max = 40) @Nullable String number,
            @NotNull @Size(max = 10) @Nullable String expiry,
            @NotNull @Size(max = 6) @Nullable String code,
            @Line(max = 80) @Nullable String holder) {
        @Override
        public String toString() {
            return "TypedCard[]"; // wherever it is printed
        }
    }

    private record Found(UUID businessId, UUID pageId) {}

    private <T> Optional<T> within(String secret, Function<SandboxPage, T> work) {
        return sql.acrossBusinesses("select * from find_sandbox_page(:hash)")
                .param("hash", Secrets.hash(secret))
                .query(Found.class)
                .optional()
                .flatMap(found ->
                        new Caller(found.businessId(), null, Caller.Door.PORTAL, null, Set.of())
                                .call(() ->
                                        books.apart(() -> books.page(found.pageId()).map(work))));
    }

    /** Nothing when it is none of the sandbox's. */
    @Open(PROOF)
    public Optional<SandboxView> find(String secret) {
        return within(secret, this::shown);
    }

    private SandboxView shown(SandboxPage page) {
        var entry = books.entry(page.clientId());
        boolean confirms = page.kind().equals("confirm");
        boolean open =
                confirms
                        ? entry.map(e -> e.state().equals("needs_customer")).orElse(false)
                        : page.cardId() == null;
        return new SandboxView(
                businesses.current(),
                confirms,
                entry.map(SandboxBooks.Entry::amount).orElse(null),
                open);
    }

    /**
     * Stores a card.
     *
     * @return where it goes on; nothing when the page is none of the sandbox's
     */
    @Open(PROOF)
    public Optional<String> store(String secret, TypedCard typed) {
        Validation.check(typed);
        List<Problem> problems = new ArrayList<>();
        TestCard card = TestCard.numbered(String.valueOf(typed.number())).orElse(null);
        LocalDate expires = expiry(String.valueOf(typed.expiry()));
        if (card == null) {
            problems.add(new Problem("number", "test_card"));
        }
        if (expires == null) {
            problems.add(new Problem("expiry", "card_expiry"));
        }
        if (!CODE.matcher(String.valueOf(typed.code())).matches()) {
            problems.add(new Problem("code", "card_code"));
        }
        if (card == null || expires == null || !problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return within(secret, page -> stored(page, card, expires, typed.holder()));
    }

    private String stored(
            SandboxPage page, TestCard card, LocalDate expires, @Nullable String holder) {
        if (page.kind().equals("card") && page.cardId() == null) {
            books.typed(page.id(), books.store(card, expires, holder));
        }
        return page.back();
    }

    private @Nullable LocalDate expiry(String typed) {
        Matcher parts = EXPIRY.matcher(typed.strip());
        if (!parts.matches()) {
            return null;
        }
        try {
            var month =
                    YearMonth.of(
                            2000 + Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(1)));
            boolean over = month.atEndOfMonth().isBefore(LocalDate.now(clock));
            return over ? null : month.atEndOfMonth();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Confirms a payment, or does not. */
    @Open(PROOF)
    public Optional<String> decide(String secret, boolean approve) {
        return within(
                secret,
                page -> {
                    if (page.kind().equals("confirm")) {
                        books.set(
                                page.clientId(),
                                approve ? "succeeded" : "declined",
                                approve ? null : Reasons.NOT_CONFIRMED);
                    }
                    return page.back();
                });
    }

    /** A card as if it had been typed in, for the demo and for trying things out. */
    @Requires(Permission.SETTINGS_SALES)
    public StoredCard card(TestCard card, YearMonth expires, @Nullable String holder) {
        return books.apart(() -> {
            UUID id = books.store(card, expires.atEndOfMonth(), holder);
            return SandboxGateway.stored(books.card(id).orElseThrow());
        });
    }
}
