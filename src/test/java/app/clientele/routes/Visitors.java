package app.clientele.routes;

import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.PageClient;
import app.clientele.access.Roles;
import app.clientele.access.Roles.RoleDetails;
import app.clientele.business.Staff;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Permission;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Colleagues and keys of mia's business with any permissions one likes, each made once. */
final class Visitors {
    private final Map<Set<Permission>, Cast.Person> colleagues = new HashMap<>();
    private final Map<Set<Permission>, ApiClient> keys = new HashMap<>();
    private final Map<Cast.Person, PageClient> browsers = new HashMap<>();

    /** Those with the roles every business begins with, and one who may nothing at all. */
    Set<Cast.Person> staff() {
        var staff = new LinkedHashSet<>(List.of(Cast.mia(), Cast.mona(), Cast.dora(), Cast.paul()));
        staff.add(colleague(Set.of()));
        return staff;
    }

    synchronized Cast.Person colleague(Set<Permission> permissions) {
        return colleagues.computeIfAbsent(permissions, p -> Cast.mia().call(() -> hire(p)));
    }

    private static Cast.Person hire(Set<Permission> permissions) {
        var name = "May " + permissions;
        var email = UUID.randomUUID() + "@example.com";
        var role = Cast.bean(Roles.class).create(new RoleDetails(World.any(), permissions));
        var staff = Cast.bean(Staff.class).add(new MemberDetails("May", email, role, List.of()));
        return new Cast.Person(Cast.mia().business(), staff, name, email, permissions);
    }

    synchronized ApiClient key(Set<Permission> scopes) {
        return keys.computeIfAbsent(scopes, s -> Cast.api(s.toArray(Permission[]::new)));
    }

    /** Signed in once and for all: only for requests that end no session. */
    synchronized PageClient browser(Cast.Person person) {
        return browsers.computeIfAbsent(person, Cast.Person::pages);
    }
}
