package app.clientele.imports;

import app.clientele.customers.Team;
import app.clientele.shared.Folded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds the staff and branches that a file names. */
final class NamedTeam {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;|/\\n]\\s*");
    private static final int MOST = 20;

    private final Map<String, UUID> staff = new HashMap<>();
    private final Map<String, UUID> branches = new HashMap<>();

    /** A name that two bear says nothing, unless one of them left. */
    NamedTeam(Team team) {
        Set<String> unclear = new HashSet<>();
        for (Team.Colleague colleague : team.staff()) {
            String name = Folded.of(colleague.name());
            boolean second = staff.putIfAbsent(name, colleague.id()) != null;
            if (second && !colleague.left()) {
                unclear.add(name);
            }
        }
        unclear.forEach(staff::remove);
        team.branches().forEach(b -> branches.putIfAbsent(Folded.of(b.name()), b.id()));
    }

    Optional<UUID> branch(String name) {
        return Optional.ofNullable(branches.get(Folded.of(name)));
    }

    /**
     * Those of a list that are found.
     *
     * @param unknown the names that nobody here bears
     */
    record Found(List<UUID> ids, List<String> unknown) {}

    /** Reads one name or several. */
    Found staff(String names) {
        Set<UUID> ids = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        boolean one = staff.containsKey(Folded.of(names));
        List<String> all = one ? List.of(names) : Arrays.asList(BETWEEN.split(names, -1));
        for (String name : all) {
            UUID id = staff.get(Folded.of(name));
            if (id != null && ids.size() < MOST) {
                ids.add(id);
            } else if (!name.isBlank()) {
                unknown.add(name);
            }
        }
        return new Found(List.copyOf(ids), unknown);
    }
}
