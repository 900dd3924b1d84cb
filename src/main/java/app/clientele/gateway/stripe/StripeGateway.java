package app.clientele.gateway.stripe;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.gateway.Gateway;
import app.clientele.gateway.GatewayDown;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.Outcome;
import app.clientele.gateway.Reasons;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stripe. A card is stored on its own Checkout page; charges are PaymentIntents without the
 * customer present, and where a bank wants them to confirm, a page of that bank. Only what Stripe
 * said for certain counts as declined: all else is unknown until it is looked up by the id we gave
 * it.
 */
@Component
class StripeGateway implements Gateway {
    private static final long LEEWAY_SECONDS = 300;
    private static final long PAGE = 100;

    private final StripeClients clients;

    StripeGateway(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String code() {
        return GatewaySettings.STRIPE;
    }

    /** What Stripe does, or fails to. */
    private interface Deed<T> {
        T with(V1Services stripe) throws StripeException;
    }

    private <T> T ask(Deed<T> deed) {
        try {
            return deed.with(clients.current());
        } catch (StripeException | RuntimeException e) {
            throw new GatewayDown(String.valueOf(e.getMessage()), e);
        }
    }

    private static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    @Override
    public CardPage askForCard(CardRequest request) {
        Session session =
                ask(stripe ->
                        stripe.checkout()
                                .sessions()
                                .create(CardSessions.of(request), once("card-" + request.id())));
        return new CardPage(requireNonNull(session.getId()), requireNonNull(session.getUrl()));
    }

    @Override
    public Optional<StoredCard> card(String page) {
        var whole = SessionRetrieveParams.builder().addExpand("setup_intent.payment_method");
        Session session =
                ask(stripe ->
                        stripe.checkout()
                                .sessions()
                                .retrieve(page, whole.build(), RequestOptions.getDefault()));
        var setup = session.getSetupIntentObject();
        return setup == null || !"succeeded".equals(setup.getStatus())
                ? Optional.empty()
                : Optional.ofNullable(setup.getPaymentMethodObject())
                        .filter(method -> method.getCard() != null)
                        .map(method -> stored(session, method));
    }

    private static StoredCard stored(Session session, PaymentMethod method) {
        var card = method.getCard();
        var owner = method.getBillingDetails();
        return new StoredCard(
                method.getId(),
                session.getCustomer(),
                CardSessions.brand(card.getBrand()),
                card.getLast4(),
                YearMonth.of(card.getExpYear().intValue(), card.getExpMonth().intValue())
                        .atEndOfMonth(),
                owner == null ? null : owner.getName());
    }

    @Override
    public Outcome charge(Charge charge) {
        var wanted =
                PaymentIntentCreateParams.builder()
                        .setAmount(minor(charge.amount()))
                        .setCurrency(currency(charge.amount()))
                        .setCustomer(charge.payer())
                        .setPaymentMethod(charge.token())
                        .addPaymentMethodType("card")
                        .setConfirm(true)
                        .setOffSession(true)
                        .putMetadata(StripeHooks.ID, charge.id().toString())
                        .build();
        return told(
                stripe ->
                        outcome(
                                stripe.paymentIntents()
                                        .create(wanted, once("charge-" + charge.id()))),
                e -> refused(charge, e));
    }

    /** What Stripe said no to; what it did not say is unknown. */
    private interface Refusal {
        Outcome of(StripeException e);
    }

    private Outcome told(Deed<Outcome> deed, Refusal refusal) {
        try {
            return deed.with(clients.current());
        } catch (IdempotencyException e) {
            return Outcome.unknown();
        } catch (AuthenticationException e) {
            return Outcome.declined(null, Reasons.SETTINGS);
        } catch (CardException | InvalidRequestException e) {
            return refusal.of(e);
        } catch (StripeException | RuntimeException e) {
            return Outcome.unknown();
        }
    }

    private Outcome refused(Charge charge, StripeException e) {
        StripeError error = e.getStripeError();
        PaymentIntent intent = error == null ? null : error.getPaymentIntent();
        if (intent != null && "authentication_required".equals(e.getCode())) {
            return confirm(charge, intent.getId());
        }
        if (e instanceof InvalidRequestException) {
            return "resource_missing".equals(e.getCode())
                    ? Outcome.declined(null, "card_gone")
                    : clear(e) ? Outcome.declined(null, Reasons.DECLINED) : Outcome.unknown();
        }
        return Outcome.declined(intent == null ? null : intent.getId(), reason(error));
    }

    /** A conflict says that another request with this key is under way. */
    private static boolean clear(StripeException e) {
        Integer status = e.getStatusCode();
        return status != null && (status == 400 || status == 404);
    }

    private static String reason(@Nullable StripeError error) {
        return error == null
                ? Reasons.DECLINED
                : Reasons.of(
                        "authentication_required".equals(error.getCode())
                                ? Reasons.NOT_CONFIRMED
                                : requireNonNullElse(
                                        error.getDeclineCode(),
                                        requireNonNullElse(error.getCode(), "")));
    }

    /** The same payment again, with the customer there. */
    private Outcome confirm(Charge charge, String intent) {
        var present =
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod(charge.token())
                        .setReturnUrl(charge.back())
                        .build();
        return told(
                stripe ->
                        outcome(
                                stripe.paymentIntents()
                                        .confirm(intent, present, once("confirm-" + charge.id()))),
                e -> Outcome.declined(intent, reason(e.getStripeError())));
    }

    private static Outcome outcome(PaymentIntent intent) {
        String id = intent.getId();
        return switch (requireNonNullElse(intent.getStatus(), "")) {
            case "succeeded" -> Outcome.succeeded(id);
            case "requires_action" ->
                    new Outcome(Outcome.State.NEEDS_CUSTOMER, id, null, link(intent));
            case "requires_payment_method" ->
                    Outcome.declined(id, reason(intent.getLastPaymentError()));
            case "canceled" -> Outcome.declined(id, Reasons.CANCELLED);
            case "processing", "requires_confirmation", "requires_capture" -> Outcome.pending(id);
            default -> Outcome.unknown();
        };
    }

    private static @Nullable String link(PaymentIntent intent) {
        var next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? null
                : next.getRedirectToUrl().getUrl();
    }

    @Override
    public Outcome refund(Return back) {
        var wanted =
                RefundCreateParams.builder()
                        .setPaymentIntent(back.reference())
                        .setAmount(minor(back.amount()))
                        .putMetadata(StripeHooks.ID, back.id().toString())
                        .build();
        return told(
                stripe -> outcome(stripe.refunds().create(wanted, once("refund-" + back.id()))),
                e -> clear(e) ? Outcome.declined(null, "refund_failed") : Outcome.unknown());
    }

    private static Outcome outcome(Refund refund) {
        return switch (requireNonNullElse(refund.getStatus(), "")) {
            case "succeeded" -> Outcome.succeeded(refund.getId());
            case "failed", "canceled" -> Outcome.declined(refund.getId(), "refund_failed");
            case "pending", "requires_action" -> Outcome.pending(refund.getId());
            default -> Outcome.unknown();
        };
    }

    @Override
    public Outcome look(Sought sought) {
        return sought.kind() == Kind.REFUND ? refund(sought) : intent(sought);
    }

    private Outcome intent(Sought sought) {
        String known = sought.reference();
        if (known != null) {
            PaymentIntent intent =
                    ask(stripe ->
                            stripe.paymentIntents().retrieve(known, RequestOptions.getDefault()));
            return outcome(intent);
        }
        return ask(stripe -> {
            for (PaymentIntent intent :
                    stripe.paymentIntents().list(since(sought)).autoPagingIterable()) {
                if (isOurs(sought.id(), intent.getMetadata().get(StripeHooks.ID))) {
                    return outcome(intent);
                }
            }
            return Outcome.notFound();
        });
    }

    /** A list, as searching by metadata finds what is new only after a while. */
    private static PaymentIntentListParams since(Sought sought) {
        var created =
                PaymentIntentListParams.Created.builder()
                        .setGte(sought.since().getEpochSecond() - LEEWAY_SECONDS)
                        .build();
        return PaymentIntentListParams.builder()
                .setCustomer(sought.payer())
                .setCreated(created)
                .setLimit(PAGE)
                .build();
    }

    private Outcome refund(Sought sought) {
        var of = RefundListParams.builder().setPaymentIntent(sought.of()).setLimit(PAGE).build();
        return ask(stripe -> {
            for (Refund refund : stripe.refunds().list(of).autoPagingIterable()) {
                if (isOurs(sought.id(), refund.getMetadata().get(StripeHooks.ID))) {
                    return outcome(refund);
                }
            }
            return Outcome.notFound();
        });
    }

    private static boolean isOurs(UUID id, @Nullable String told) {
        return id.toString().equals(told);
    }

    @Override
    public Outcome cancel(Sought sought) {
        String known = sought.reference();
        if (known == null) {
            return look(sought);
        }
        try {
            return outcome(clients.current().paymentIntents().cancel(known));
        } catch (InvalidRequestException tooLate) {
            return look(sought);
        } catch (StripeException | RuntimeException e) {
            throw new GatewayDown(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void remove(String token) {
        try {
            clients.current().paymentMethods().detach(token);
        } catch (InvalidRequestException e) {
            // it does not know it any more
        } catch (StripeException | RuntimeException e) {
            throw new GatewayDown(String.valueOf(e.getMessage()), e);
        }
    }

    /** Stripe counts these two in hundredths, though they have none. */
    private static long minor(Money amount) {
        boolean hundredths = currency(amount).equals("isk") || currency(amount).equals("ugx");
        return amount.getAmountMinorLong() * (hundredths && amount.getScale() == 0 ? 100 : 1);
    }

    private static String currency(Money amount) {
        return amount.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
    }
}
