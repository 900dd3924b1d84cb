package app.clientele.calendar.web.waitlist;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistStatus;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The line as one looks at it.
 *
 * @param status those of one state; those who still wait or are offered a time when absent
 */
public record WaitlistList(
        View view,
        List<Branch> branches,
        List<Service> services,
        @Nullable UUID branch,
        @Nullable UUID service,
        @Nullable WaitlistStatus status,
        Page<WaitlistEntry> found,
        FormErrors errors) {
    public boolean mayEdit() {
        return view.may(Permission.APPOINTMENT_EDIT);
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public List<Option> serviceOptions() {
        return services.stream().map(s -> new Option(s.id().toString(), s.name())).toList();
    }

    /** This list of another state. */
    public String path(@Nullable WaitlistStatus other) {
        return address(other).build().encode().toUriString();
    }

    private UriComponentsBuilder address(@Nullable WaitlistStatus other) {
        var address = UriComponentsBuilder.fromPath(WaitlistPages.PATH);
        add(address, "branch", branch);
        add(address, "service", service);
        add(address, "status", other == null ? null : other.wireName());
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    public boolean filtered() {
        return branch != null || service != null || status != null;
    }

    public @Nullable String next() {
        return found.next() == null
                ? null
                : address(status).queryParam("cursor", found.next()).build().encode().toUriString();
    }
}
