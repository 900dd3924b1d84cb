package app.clientele.memberships.web;

import app.clientele.gateway.CardOnFile;
import app.clientele.memberships.Leaving;
import app.clientele.memberships.Membership;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.MembershipCharge;
import app.clientele.memberships.MembershipEvent;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One membership: how it stands, what it charged, and what can be done about it.
 *
 * @param cards that could be charged instead
 */
public record MembershipPage(
        View view,
        Membership membership,
        List<MembershipCharge> charges,
        List<MembershipEvent> events,
        List<CardOnFile> cards,
        Leaving leaving,
        Typed typed,
        FormErrors errors) {
    public String path() {
        return "/memberships/" + membership.id();
    }

    public String customer() {
        return membership.customer() == null ? view.t("memberships.nobody") : membership.customer();
    }

    /** Whether it still runs, and the caller may do something about it. */
    public boolean editable() {
        return view.may(Permission.SALE_EDIT) && membership.state().isLive();
    }

    /** Whether it charges another period, which can be left out or be another plan's. */
    public boolean goesOn() {
        return cancellable() && membership.nextOn() != null;
    }

    /** Whether its next period is not charged. */
    public boolean pauses() {
        var pause = membership.pause();
        LocalDate next = membership.nextOn();
        return pause != null
                && next != null
                && (pause.resumesOn() == null || next.isBefore(pause.resumesOn()));
    }

    public boolean cancellable() {
        return editable() && membership.cancelledAt() == null;
    }

    /** Whether there is something to charge now. */
    public boolean processable() {
        return view.may(Permission.SALE_EDIT)
                && (membership.nextOn() != null && !pauses()
                        || charges.stream().anyMatch(c -> c.state().isOwed()));
    }

    public List<Option> cardOptions() {
        return cards.stream().map(c -> new Option(c.id().toString(), c.name())).toList();
    }

    /** How one may leave, each with what it comes to. */
    public List<Option> ways() {
        String fee = view.formats().money(leaving.fee());
        boolean costs = leaving.fee().isPositive();
        return Stream.of(
                        new Option(
                                How.PERIOD_END.wireName(),
                                view.t(
                                        "memberships.leave.period_end",
                                        view.formats().date(leaving.lastDay()))),
                        costs
                                ? new Option(
                                        How.FEE.wireName(), view.t("memberships.leave.fee", fee))
                                : null,
                        new Option(
                                How.WAIVED.wireName(),
                                view.t(
                                        costs
                                                ? "memberships.leave.waived"
                                                : "memberships.leave.now")))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Why leaving costs something, if it does. */
    public @Nullable String why() {
        return leaving.why() == null ? null : view.t("memberships.leave.why." + leaving.why());
    }

    public String chosen() {
        String how = typed.value("how");
        return how == null ? How.PERIOD_END.wireName() : how;
    }

    public @Nullable String value(String field, @Nullable Object present) {
        String sent = typed.value(field);
        return sent != null || present == null ? sent : present.toString();
    }
}
