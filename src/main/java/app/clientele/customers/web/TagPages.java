package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.choices.TagMenu;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tags on the profile: ticked and unticked. */
@Controller
@RequestMapping(ProfilePages.PATH + "/tags")
@Requires(Permission.PROFILE_VIEW)
class TagPages {
    private final CustomerTags tags;
    private final Customers customers;
    private final Choices choices;
    private final Profiles profiles;
    private final UndoToasts toasts;
    private final Templates templates;

    TagPages(
            CustomerTags tags,
            Customers customers,
            Choices choices,
            Profiles profiles,
            UndoToasts toasts,
            Templates templates) {
        this.tags = tags;
        this.customers = customers;
        this.choices = choices;
        this.profiles = profiles;
        this.toasts = toasts;
        this.templates = templates;
    }

    @GetMapping
    JteModel menu(View view, @PathVariable UUID id) {
        Customer customer = customers.get(id);
        Set<UUID> ticked =
                customer.tagBadges().stream()
                        .map(Customer.TagBadge::id)
                        .collect(Collectors.toSet());
        var menu =
                new TagMenu(
                        id,
                        choices.all(Choices.Kind.TAG, false),
                        ticked,
                        view.may(Permission.SETTINGS_LISTS));
        return templates.profileTagMenu(view, menu);
    }

    @PostMapping("/{tag}")
    Object tick(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID tag,
            @RequestParam(defaultValue = "false") boolean on) {
        if (on) {
            tags.add(id, tag);
        } else {
            String name = choices.get(Choices.Kind.TAG, tag).name();
            view.toast(toasts.after(id, "profile.tag.removed", () -> tags.remove(id, tag), name));
        }
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        view.trigger("history-changed", "");
        return templates.profileTags(view, profiles.open(id, p -> ProfileParts.shown(view, p)));
    }
}
