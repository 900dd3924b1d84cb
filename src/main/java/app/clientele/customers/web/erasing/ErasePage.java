package app.clientele.customers.web.erasing;

import app.clientele.customers.Customer;
import app.clientele.customers.ErasureBlocker.Obstacle;
import app.clientele.customers.erasing.Erasures.Preview;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What erasing somebody would do, with the form that asks for it.
 *
 * @param typed what stands in the form so far
 */
public record ErasePage(
        View view,
        Customer customer,
        Preview preview,
        int graceDays,
        Typed typed,
        FormErrors errors) {
    /** What one types: why, and the name or number to show that one means it. */
    public record Typed(String reason, String confirm) {
        static final Typed NOTHING = new Typed("", "");
    }

    public String path() {
        return "/customers/" + customer.id();
    }

    public List<ErasurePage.Part> erased() {
        return ErasurePage.erased(view, preview.erased());
    }

    public List<ErasurePage.Part> kept() {
        return ErasurePage.kept(view, preview.kept(), preview.reasons());
    }

    /** What stands in the way, in words. */
    public String words(Obstacle obstacle) {
        return view.reason(obstacle.reason());
    }

    public boolean blocked() {
        return !preview.obstacles().isEmpty();
    }

    /** When it is done, and until when it can be undone. */
    public String when() {
        return graceDays == 0
                ? view.t("erase.when.now")
                : view.t("erase.when", view.date(due()), graceDays);
    }

    private Instant due() {
        return preview.dueAt();
    }

    /** Whether it is this customer whom one has typed. */
    static boolean isMeant(Customer customer, String typed) {
        String plain = typed.strip().replaceFirst("^#", "");
        return plain.equals(String.valueOf(customer.number()))
                || plain.toLowerCase(Locale.ROOT)
                        .equals(customer.shownName().toLowerCase(Locale.ROOT));
    }
}
