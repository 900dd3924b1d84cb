package app.clientele.calendar.web.waitlist;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Service.Performer;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody waits for, as typed so far.
 *
 * @param entry the one that is changed; absent for a new one
 * @param customer the name of whoever is to wait
 */
public record WaitlistForm(
        View view,
        @Nullable WaitlistEntry entry,
        @Nullable String customer,
        Typed typed,
        FormErrors errors,
        List<Branch> branches,
        List<Service> services) {
    public String action() {
        return entry == null
                ? WaitlistPages.PATH + "/create"
                : WaitlistPages.PATH + "/" + entry.id() + "/edit";
    }

    public String title() {
        return view.t(entry == null ? "waitlist.add" : "waitlist.edit.title");
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public List<Option> serviceOptions() {
        return services.stream().map(s -> new Option(s.id().toString(), s.name())).toList();
    }

    /** Everybody who performs anything; who does not perform this is refused when it is sent. */
    public List<Option> staffOptions() {
        return services.stream()
                .flatMap(s -> s.performers().stream())
                .filter(Performer::active)
                .map(p -> new Option(p.staffId().toString(), p.name()))
                .distinct()
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    public List<Option> weekdays() {
        return WaitlistWords.weekdays(view);
    }

    WaitlistForm with(FormErrors problems) {
        return new WaitlistForm(view, entry, customer, typed, problems, branches, services);
    }

    static Typed begun(WaitlistEntry entry) {
        return Typed.nothing()
                .with("branchId", entry.branchId())
                .with("serviceId", entry.serviceId())
                .with("staffId", entry.staffId())
                .with("from", entry.from())
                .with("to", entry.to())
                .with("weekdays[]", entry.weekdays())
                .with("earliest", entry.earliest())
                .with("latest", entry.latest())
                .with("note", entry.note())
                .with("_version", entry.version());
    }
}
