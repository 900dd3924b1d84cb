package app.clientele.business.web;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Service.Performer;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as its page shows it.
 *
 * @param found what is listed, archived ones last
 * @param q what was sought, perhaps empty
 * @param archived whether archived ones are shown
 */
public record ServiceList(
        View view, List<Service> found, List<Branch> branches, String q, boolean archived) {
    private static final int NAMED = 3;

    /** Those of one category. */
    public record Group(String title, List<Service> services) {}

    /** In their order; those without a category last. */
    public List<Group> groups() {
        Map<String, List<Service>> groups = new LinkedHashMap<>();
        found.stream()
                .filter(s -> s.archivedAt() == null)
                .forEach(s ->
                        groups.computeIfAbsent(title(s.category()), t -> new ArrayList<>()).add(s));
        return groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue())).toList();
    }

    private String title(@Nullable String category) {
        return category == null ? view.t("business.services.category.none") : category;
    }

    public List<Service> gone() {
        return found.stream().filter(s -> s.archivedAt() != null).toList();
    }

    /** Rows can be moved only where none is hidden between them. */
    public boolean sortable() {
        return q.isEmpty();
    }

    public String price(Service service) {
        return price(view, service);
    }

    private static String price(View view, Service service) {
        if (service.price() == null) {
            return view.t("business.services.on_request");
        }
        return service.price().isZero()
                ? view.t("business.services.free")
                : view.formats().money(service.price());
    }

    /** Who performs it and, where not everywhere, at which branches. */
    public String note(Service service) {
        return String.join(
                " · ",
                Stream.of(people(service), places(service)).filter(Objects::nonNull).toList());
    }

    public boolean performed(Service service) {
        return service.performers().stream().anyMatch(Performer::active);
    }

    private String people(Service service) {
        List<Performer> active = service.performers().stream().filter(Performer::active).toList();
        if (active.isEmpty()) {
            return view.t("business.services.nobody");
        }
        return active.size() > NAMED
                ? view.tn("business.services.performers", active.size())
                : String.join(", ", active.stream().map(this::person).toList());
    }

    private String person(Performer performer) {
        List<String> own = new ArrayList<>();
        if (performer.minutes() != null) {
            own.add(view.formats().minutes(performer.minutes()));
        }
        if (performer.price() != null) {
            own.add(view.formats().money(performer.price()));
        }
        return own.isEmpty()
                ? performer.name()
                : performer.name() + " (" + String.join(", ", own) + ")";
    }

    private @Nullable String places(Service service) {
        return service.branchIds().isEmpty()
                ? null
                : String.join(
                        ", ",
                        branches.stream()
                                .filter(b -> service.branchIds().contains(b.id()))
                                .map(Branch::name)
                                .toList());
    }
}
