package app.clientele.business.web;

import app.clientele.access.Roles.Role;
import app.clientele.business.Branches.Branch;
import app.clientele.shared.Caller;
import app.clientele.site.Option;
import java.util.List;

/** What a colleague may be and where: roles no mightier than the caller, branches that are open. */
public record TeamOptions(List<Option> roles, List<Option> branches) {
    static TeamOptions of(List<Role> roles, List<Branch> branches) {
        return new TeamOptions(
                roles.stream()
                        .filter(r -> Caller.current().permissions().containsAll(r.permissions()))
                        .map(r -> new Option(r.id().toString(), r.name()))
                        .toList(),
                branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList());
    }
}
