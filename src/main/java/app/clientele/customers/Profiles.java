package app.clientele.customers;

import app.clientele.business.Businesses;
import app.clientele.database.Plans;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the profile of a customer: the record and, in one more statement, all that the parts of the
 * profile want to know at a glance. Parts come from every module.
 */
@Service
public class Profiles {
    private final Sql sql;
    private final Customers customers;
    private final Businesses businesses;
    private final List<ProfilePart> parts;
    private final JsonMapper json;
    private final Clock clock;

    Profiles(
            Sql sql,
            Customers customers,
            Businesses businesses,
            List<ProfilePart> parts,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.businesses = businesses;
        this.parts = parts;
        this.json = json;
        this.clock = clock;
    }

    /** Does the work with a profile, all reading in one transaction. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public <T> T open(UUID id, Function<Profile, T> work) {
        return work.apply(read(id));
    }

    private Profile read(UUID id) {
        var business = businesses.current();
        var today = LocalDate.now(clock.withZone(business.zone()));
        var profile = new Profile(customers.get(id), business, today, Map.of());
        List<ProfilePart> asking =
                parts.stream().filter(p -> p.glance() != null && p.shownOn(profile)).toList();
        var glances = glances(id, asking);
        return new Profile(profile.customer(), business, today, glances);
    }

    private Map<ProfilePart, JsonNode> glances(UUID id, List<ProfilePart> asking) {
        if (asking.isEmpty()) {
            return Map.of();
        }
        String expressions =
                asking.stream()
                        .map(part -> "to_json((" + part.glance() + "))::text")
                        .collect(Collectors.joining(",\n"));
        return sql.of(
                        "select "
                                + expressions
                                + "\nfrom customer c where c.business_id = :business and c.id = :id")
                .param("id", id)
                .query((row, number) -> glances(row, asking))
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    private Map<ProfilePart, JsonNode> glances(ResultSet row, List<ProfilePart> asking)
            throws SQLException {
        Map<ProfilePart, JsonNode> glances = new HashMap<>();
        for (int i = 0; i < asking.size(); i++) {
            String answer = row.getString(i + 1);
            glances.put(asking.get(i), json.readTree(answer == null ? "null" : answer));
        }
        return glances;
    }
}
