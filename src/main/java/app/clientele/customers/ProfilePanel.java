package app.clientele.customers;

import app.clientele.site.View;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A tab of the profile. A capability appears there by declaring a bean of this type; the first in
 * order is what the profile opens with. Its {@link #glance} is the count beside its title.
 */
public interface ProfilePanel extends ProfilePart {
    /** Its part of the address: {@code /customers/{id}/notes} for {@code notes}. */
    String path();

    String titleKey();

    /** Which it stands together with, under one tab; by itself when absent. */
    default @Nullable ProfileGroup group() {
        return null;
    }

    /**
     * What it shows; called within one reading transaction.
     *
     * @param query the parameters of its address: filters, cursors
     */
    @Nullable Content show(View view, Profile profile, MultiValueMap<String, String> query);
}
