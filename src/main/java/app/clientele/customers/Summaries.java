package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The few figures that sum a customer up, read in one statement. */
@Service
public class Summaries {
    private static final TypeReference<Map<String, @Nullable Object>> FIGURES =
            new TypeReference<>() {};

    private final Sql sql;
    private final List<SummaryPart> parts;
    private final JsonMapper json;

    Summaries(Sql sql, List<SummaryPart> parts, JsonMapper json) {
        this.sql = sql;
        this.parts = parts;
        this.json = json;
    }

    /**
     * The figures known so far.
     *
     * @param figures those of the modules whose data the caller may see, such as {@code lastVisit}
     */
    public record Summary(
            @Nullable LocalDate customerSince,
            long notes,
            long referrals,
            @JsonAnyGetter Map<String, @Nullable Object> figures) {}

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Summary of(UUID customer) {
        String figures =
                parts.stream()
                        .filter(part -> Caller.current().may(part.permission()))
                        .map(part -> " || (" + part.figures() + ")::jsonb")
                        .collect(Collectors.joining());
        return sql.of(
                        """
                        select c.customer_since,
                               (select count(*) from note n where n.business_id = :business and n.customer_id = c.id) notes,
                               (select count(*) from customer r where r.business_id = :business and r.referred_by_id = c.id) referrals,
                               '{}'::jsonb%s figures
                        from customer c where c.business_id = :business and c.id = :customer
                        """
                                .formatted(figures))
                .param("customer", customer)
                .query(this::summary)
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    private Summary summary(ResultSet row, int number) throws SQLException {
        return new Summary(
                row.getObject("customer_since", LocalDate.class),
                row.getLong("notes"),
                row.getLong("referrals"),
                json.readValue(row.getString("figures"), FIGURES));
    }
}
