package app.clientele.calendar.web.rules;

import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.business.Service;
import app.clientele.business.Service.Performer;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.web.rules.RuleForm.Choices;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Fills the forms about a customer's bookings. */
class RuleForms {
    private final Customers customers;
    private final Locks locks;
    private final Services services;
    private final Branches branches;
    private final Businesses businesses;
    private final Templates templates;

    RuleForms(
            Customers customers,
            Locks locks,
            Services services,
            Branches branches,
            Businesses businesses,
            Templates templates) {
        this.customers = customers;
        this.locks = locks;
        this.services = services;
        this.branches = branches;
        this.businesses = businesses;
        this.templates = templates;
    }

    /**
     * One to be filled in.
     *
     * @param below where on the profile its kind lies
     * @param id of the one that is changed, if any
     */
    RuleForm begin(
            View view, UUID customer, String kind, String below, @Nullable UUID id, Typed typed) {
        return one(
                view,
                customer,
                "rules." + kind + (id == null ? ".add" : ".change"),
                "/customers/" + customer + "/" + below + (id == null ? "" : "/" + id),
                id != null,
                typed);
    }

    /** The same where there is one for each customer. */
    RuleForm one(
            View view,
            UUID customer,
            String titleKey,
            String path,
            boolean removable,
            Typed typed) {
        locks.checkOpen(customer);
        return new RuleForm(
                view,
                customer,
                customers.get(customer).shownName(),
                titleKey,
                path,
                removable,
                typed,
                FormErrors.none(),
                choices(typed));
    }

    CurrencyUnit currency() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    private Choices choices(Typed typed) {
        List<Service> all = services.list(Filter.all(true));
        return new Choices(
                all.stream()
                        .filter(s ->
                                s.archivedAt() == null
                                        || s.id().toString().equals(typed.value("serviceId")))
                        .map(s -> new Option(s.id().toString(), s.name()))
                        .toList(),
                staff(all, typed),
                branches.all(true).stream()
                        .filter(b ->
                                b.archivedAt() == null
                                        || b.id().toString().equals(typed.value("branchId")))
                        .map(b -> new Option(b.id().toString(), b.name()))
                        .toList(),
                currency());
    }

    /** Who performs anything, each once. */
    private static List<Option> staff(List<Service> all, Typed typed) {
        List<Option> staff = new ArrayList<>();
        all.stream()
                .flatMap(s -> s.performers().stream())
                .filter(p -> p.active() || p.staffId().toString().equals(typed.value("staffId")))
                .map(RuleForms::option)
                .distinct()
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .forEach(staff::add);
        return staff;
    }

    private static Option option(Performer performer) {
        return new Option(performer.staffId().toString(), performer.name());
    }

    /** In a dialog, or on a page of its own. */
    JteModel show(RuleForm form, Content fields) {
        return form.view().htmx()
                ? templates.rulesDialog(form, fields)
                : templates.rulesPage(form, fields);
    }
}
