package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.reason;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.ForAll;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.ledger.AccountCredit;
import app.clientele.ledger.CreditAccounts;
import app.clientele.ledger.Posting;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.books.Books;
import app.clientele.sales.books.Books.Finding;
import app.clientele.shared.Ids;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Credit: given, spent once however many ask, given back, expired; and books that tell when
 * somebody wrote in them. More histories with {@code -Dledger.histories=10000}.
 */
@ClienteleTest
class StoredValueTests {
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    private final Till till = Till.open();
    private final String maya = till.customer("Maya");

    private JsonNode give(String customer, String amount, @Nullable LocalDate until) {
        Map<String, Object> adding = new HashMap<>();
        adding.put("amount", sek(amount));
        adding.put("reason", "Sent a friend");
        adding.put("expiresOn", until == null ? null : until.toString());
        return till.made("/customers/" + customer + "/account-credit", adding);
    }

    private static Map<String, Object> credit(String amount) {
        return Map.of("tender", "account_credit", "amount", sek(amount));
    }

    private String balance(String customer) {
        return amount(
                till.api().get("/customers/" + customer + "/account-credit/balance").json(),
                "balance");
    }

    private List<JsonNode> entries(String customer) {
        return till.api()
                .get("/customers/" + customer + "/account-credit?limit=200")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Finding> findings() {
        return Cast.mia().call(() -> Cast.bean(Books.class).verify().findings());
    }

    private static <T extends @Nullable Object> T posting(Supplier<T> work) {
        return Cast.mia().call(() -> Cast.bean(TransactionTemplate.class).execute(t -> work.get()));
    }

    @Test
    void creditIsSpentBesideCashAndComesBackWhereItWas() {
        give(maya, "50.00", null);
        JsonNode invoice =
                till.paid(till.order(maya, "80.00"), paying(credit("50.00"), cash("30.00")));
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        assertThat(balance(maya)).isEqualTo("0.00");
        JsonNode payment =
                till.payments(maya, invoice).stream()
                        .filter(p -> p.path("tender").asString().equals("account_credit"))
                        .findFirst()
                        .orElseThrow();
        assertThat(till.refund(payment, "20.00").status()).isEqualTo(201);
        assertThat(balance(maya)).isEqualTo("20.00");
        assertThat(reason(till.refund(payment, "30.01"))).isEqualTo("refund_exceeds_payment");
        assertThat(entries(maya).stream().map(e -> e.path("kind").asString()))
                .containsExactly("give_back", "spend", "add");
        Answer poor = till.pay(till.order(maya, "80.00"), paying(credit("80.00")));
        assertThat(reason(poor)).isEqualTo("credit_too_little");
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatWasPaidInCashMayGoBackAsCredit() {
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(cash("30.00")));
        JsonNode payment = till.payments(maya, invoice).getFirst();
        String path = "/payments/" + payment.path("id").asString() + "/refunds";
        var half = Map.of("amount", sek("15.00"), "reason", "Too strong", "to", "account_credit");
        assertThat(till.made(path, half).path("tender").asString()).isEqualTo("account_credit");
        assertThat(balance(maya)).isEqualTo("15.00");
        assertThat(reason(till.api().post(path, Map.of("amount", sek("15.01"), "reason", "x"))))
                .isEqualTo("refund_exceeds_payment");
        var odd = Map.of("amount", sek("1.00"), "reason", "x", "to", "cash_register");
        assertThat(till.api().post(path, odd).status()).isEqualTo(422);
        Runnable refund = () -> till.api().post(path, half);
        Race.between(IntStream.range(0, 30).mapToObj(i -> refund).toArray(Runnable[]::new));
        assertThat(balance(maya)).isEqualTo("30.00");
        assertThat(findings()).isEmpty();
    }

    @Test
    void thirtyAtOnceSpendItOnce() {
        give(maya, "20.00", null);
        give(maya, "10.00", TODAY.plusDays(9));
        List<JsonNode> orders =
                IntStream.range(0, 30).mapToObj(i -> till.order(maya, "7.00")).toList();
        List<Integer> answers = new ArrayList<>();
        Race.between(
                orders.stream()
                        .map(o ->
                                (Runnable)
                                        () -> {
                                            Answer answer = till.pay(o, paying(credit("7.00")));
                                            synchronized (answers) {
                                                answers.add(answer.status());
                                            }
                                        })
                        .toArray(Runnable[]::new));
        assertThat(answers).hasSize(30).filteredOn(s -> s == 201).hasSize(4);
        assertThat(answers).filteredOn(s -> s != 201).containsOnly(409);
        assertThat(balance(maya)).isEqualTo("2.00");
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatExpiresFirstIsSpentFirstAndWhatHasExpiredNever() {
        UUID id = UUID.fromString(maya);
        JsonNode forever = give(maya, "5.00", null);
        JsonNode late = give(maya, "5.00", TODAY.plusDays(90));
        JsonNode soon = give(maya, "5.00", TODAY.plusDays(2));
        UUID past = Ids.next();
        posting(() -> {
            Cast.bean(CreditAccounts.class)
                    .add(past, id, Money.parse("SEK 40"), TODAY.minusDays(3), Posting.of("Old"));
            return true;
        });
        assertThat(balance(maya)).isEqualTo("15.00");
        till.paid(till.order(maya, "7.00"), paying(credit("7.00")));
        assertThat(left(soon)).isEqualTo("0.00");
        assertThat(left(late)).isEqualTo("3.00");
        assertThat(left(forever)).isEqualTo("5.00");
        till.api().post("/account-credit/" + id(late) + "/taking-back", Map.of("reason", "Wrong"));
        assertThat(balance(maya)).isEqualTo("5.00");
        Answer again =
                till.api()
                        .post(
                                "/account-credit/" + id(late) + "/taking-back",
                                Map.of("reason", "Wrong"));
        assertThat(reason(again)).isEqualTo("value_spent");
        assertThat(findings()).isEmpty();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    private String left(JsonNode entry) {
        return amount(till.api().get("/account-credit/" + id(entry)).json(), "remaining");
    }

    @Test
    void oddAmountsAndDaysAreRefusedByName() {
        String path = "/customers/" + maya + "/account-credit";
        for (String odd : List.of("-1", "0", "1e-9", "1e18", "NaN", "1,00", "0.005", "")) {
            Answer answer = till.api().post(path, Map.of("amount", sek(odd), "reason", "x"));
            assertThat(answer.status()).as(odd).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").asString()).startsWith("amount");
        }
        var euro = Map.of("amount", Map.of("amount", "5.00", "currency", "EUR"), "reason", "x");
        assertThat(till.api().post(path, euro).status()).isEqualTo(422);
        assertThat(till.api().post(path, Map.of("amount", sek("5.00"))).status()).isEqualTo(422);
        var over = Map.of("amount", sek("5.00"), "reason", "x", "expiresOn", "2001-01-01");
        assertThat(till.api().post(path, over).json().at("/errors/0/field").asString())
                .isEqualTo("expiresOn");
        assertThat(entries(maya)).isEmpty();
    }

    @Test
    void aFormSentTwiceGivesOnce() {
        var form =
                Map.of(
                        "amount",
                        sek("5.00"),
                        "reason",
                        "x",
                        "submissionId",
                        UUID.randomUUID().toString());
        Runnable press = () -> till.api().post("/customers/" + maya + "/account-credit", form);
        Race.between(press, press, press, press);
        assertThat(balance(maya)).isEqualTo("5.00");
    }

    @Test
    void ofTwoRecordsThatMergeBothCreditsAreSpent() {
        String other = till.customer("Mayah");
        give(maya, "5.00", null);
        give(other, "6.00", null);
        Answer merged = till.api().post("/merges", Map.of("into", maya, "from", other));
        assertThat(merged.status()).as(merged.toString()).isEqualTo(201);
        assertThat(balance(maya)).isEqualTo("11.00");
        till.paid(till.order(maya, "10.00"), paying(credit("10.00")));
        assertThat(balance(maya)).isEqualTo("1.00");
        assertThat(findings()).isEmpty();
    }

    @Test
    void currenciesKeepTheirDigits() {
        UUID id = UUID.fromString(maya);
        for (String amount : List.of("JPY 500", "SEK 5.25", "KWD 5.125")) {
            Money money = Money.parse(amount);
            Money left =
                    posting(() -> {
                        var accounts = Cast.bean(CreditAccounts.class);
                        accounts.add(Ids.next(), id, money, null, Posting.of("x"));
                        return accounts.available(id, money.getCurrencyUnit());
                    });
            assertThat(left).isEqualTo(money);
        }
    }

    @Test
    void theApplicationCannotWriteInTheLedgerAndWhoeverDoesIsTold() {
        UUID entry = UUID.fromString(id(give(maya, "5.00", TODAY.plusDays(5))));
        for (String edit :
                List.of(
                        "update ledger_entry set amount = 1 where id = :id",
                        "update ledger_lot set remaining = 0 where id = :id",
                        "delete from ledger_lot where id = :id",
                        "update ledger_account set balance = 1 where id = (select account_id from ledger_entry where id = :id)")) {
            assertThatThrownBy(() -> TestDatabase.client().sql(edit).param("id", entry).update())
                    .as(edit)
                    .isInstanceOf(DataAccessException.class);
        }
        for (String edit :
                List.of(
                        "update ledger_entry set amount = 1 where id = :id",
                        "delete from ledger_entry where id = :id",
                        "delete from ledger_account where id = (select account_id from ledger_entry where id = :id)")) {
            assertThatThrownBy(
                            () -> TestDatabase.ownerClient().sql(edit).param("id", entry).update())
                    .as(edit)
                    .isInstanceOf(DataAccessException.class);
        }
        tampered(
                "ledger_entry",
                entry,
                "update ledger_entry set amount = amount + 100 where id = :id",
                "update ledger_entry set amount = amount - 100 where id = :id");
        tampered(
                "ledger_lot",
                entry,
                "update ledger_lot set expires_on = expires_on + 30 where id = :id",
                "update ledger_lot set expires_on = expires_on - 30 where id = :id");
        UUID account =
                TestDatabase.ownerClient()
                        .sql("select account_id from ledger_entry where id = :id")
                        .param("id", entry)
                        .query(UUID.class)
                        .single();
        tampered(
                "ledger_account",
                account,
                "update ledger_account set balance = balance + 100 where id = :id",
                "update ledger_account set balance = balance - 100 where id = :id");
        assertThat(findings()).isEmpty();
    }

    /**
     * By the owner of the tables, with the guards off; in one statement, so no other test waits.
     */
    private static void tampered(String table, UUID row, String edit, String back) {
        asOwner(edit, row);
        try {
            assertThat(findings())
                    .as(edit)
                    .anyMatch(f -> f.table().equals(table) && f.id().equals(row));
        } finally {
            asOwner(back, row);
        }
    }

    private static void asOwner(String edit, UUID row) {
        String quoted = edit.replace(":id", "'" + row + "'");
        TestDatabase.ownerClient()
                .sql(
                        "do $$ begin alter table ledger_entry disable trigger facts; "
                                + quoted
                                + "; alter table ledger_entry enable trigger facts; end $$")
                .update();
    }

    /** A lot as simple as it can be told: its last day, and what is left. */
    private static final class Lot {
        final LocalDate until;
        long left;

        Lot(LocalDate until, long left) {
            this.until = until;
            this.left = left;
        }
    }

    /** What a payment took of which lot, in that order. */
    private record Part(Lot lot, long[] taken) {}

    private record Paid(UUID payment, List<Part> parts) {}

    private record Deed(int kind, int which, long amount) {}

    private static List<Deed> history(RandomGenerator luck) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = luck.nextInt(4, 16); i > 0; i--) {
            deeds.add(new Deed(luck.nextInt(6), luck.nextInt(100), luck.nextLong(1, 3000)));
        }
        return deeds;
    }

    @Test
    void balancesAreThoseOfTheModel() {
        UUID product = UUID.fromString(till.product("30.00"));
        ForAll.forAll(
                Integer.getInteger("ledger.histories", 30),
                StoredValueTests::history,
                deeds -> {
                    UUID customer = UUID.fromString(till.customer("Mo"));
                    Cast.mia().run(() -> check(customer, product, deeds));
                });
        assertThat(findings()).isEmpty();
    }

    private static void check(UUID customer, UUID product, List<Deed> deeds) {
        List<Lot> lots = new ArrayList<>();
        List<Paid> paid = new ArrayList<>();
        for (Deed deed : deeds) {
            if (deed.kind() < 2) {
                lots.add(added(customer, deed));
            } else if (deed.kind() < 4 || paid.isEmpty()) {
                spend(customer, product, lots, paid, deed);
            } else {
                giveBack(paid.get(deed.which() % paid.size()), deed);
            }
            assertThat(
                            Cast.bean(AccountCredit.class)
                                    .balance(customer)
                                    .balance()
                                    .getAmountMinorLong())
                    .isEqualTo(lots.stream().mapToLong(l -> l.left).sum());
        }
    }

    private static Money money(long minor) {
        return Money.ofMinor(CurrencyUnit.of("SEK"), minor);
    }

    private static Lot added(UUID customer, Deed deed) {
        LocalDate until = deed.which() % 3 == 0 ? null : TODAY.plusDays(2 + deed.which());
        Cast.bean(AccountCredit.class)
                .add(customer, new AccountCredit.Adding(money(deed.amount()), "x", until, null));
        return new Lot(until == null ? LocalDate.MAX : until, deed.amount());
    }

    private static void spend(
            UUID customer, UUID product, List<Lot> lots, List<Paid> paid, Deed deed) {
        var line = new LineDetails(null, null, null, product, null, 1, null, null, null);
        Order order =
                Cast.bean(Orders.class)
                        .create(
                                new OrderDetails(
                                        customer, Cast.branch(), List.of(line), null, null, null));
        var takings =
                List.of(
                        new Taking("account_credit", null, money(deed.amount()), null, null),
                        new Taking("cash", null, money(3000 - deed.amount()), null, null));
        var checkout =
                new Checkout(
                        takings.stream()
                                .filter(t -> t.amount() != null && t.amount().isPositive())
                                .toList(),
                        null,
                        null,
                        null,
                        null);
        if (deed.amount() > lots.stream().mapToLong(l -> l.left).sum()) {
            assertThatThrownBy(() -> Cast.bean(Checkouts.class).pay(order.id(), checkout))
                    .isInstanceOf(Refused.class);
            return;
        }
        Invoice invoice = Cast.bean(Checkouts.class).pay(order.id(), checkout);
        paid.add(new Paid(credited(invoice), taken(lots, deed.amount())));
    }

    private static UUID credited(Invoice invoice) {
        return Cast.bean(Payments.class).of(invoice.id()).stream()
                .filter(p -> p.tender().equals("account_credit"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Part> taken(List<Lot> lots, long amount) {
        List<Part> parts = new ArrayList<>();
        long rest = amount;
        for (Lot lot : lots.stream().sorted(Comparator.comparing(l -> l.until)).toList()) {
            long part = Math.min(rest, lot.left);
            lot.left -= part;
            rest -= part;
            parts.add(new Part(lot, new long[] {part}));
        }
        return parts.reversed();
    }

    private static void giveBack(Paid paid, Deed deed) {
        var refund = new Payments.Refund(money(deed.amount()), "Bad", null);
        if (deed.amount() > paid.parts().stream().mapToLong(p -> p.taken()[0]).sum()) {
            assertThatThrownBy(() -> Cast.bean(Payments.class).refund(paid.payment(), refund))
                    .isInstanceOf(Refused.class);
            return;
        }
        Cast.bean(Payments.class).refund(paid.payment(), refund);
        long rest = deed.amount();
        for (Part part : paid.parts()) {
            long back = Math.min(rest, part.taken()[0]);
            part.taken()[0] -= back;
            part.lot().left += back;
            rest -= back;
        }
    }
}
