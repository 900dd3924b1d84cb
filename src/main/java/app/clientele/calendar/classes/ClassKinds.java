package app.clientele.calendar.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Services;
import app.clientele.calendar.classes.ClassKind.Places;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What classes a business gives: services that many take part in at once. */
@Service
public class ClassKinds {
    private static final String KNOWN = "what a business offers is no secret to whoever acts in it";

    private final Sql sql;
    private final Services services;

    ClassKinds(Sql sql, Services services) {
        this.sql = sql;
        this.services = services;
    }

    /** By category and in the order chosen, archived ones last. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<ClassKind> list(boolean archivedToo) {
        Map<UUID, Places> places = places(null);
        return services.classes(archivedToo).stream()
                .map(s -> ClassKind.of(s, requireNonNull(places.get(s.id()))))
                .toList();
    }

    @Open(KNOWN)
    @Transactional(readOnly = true)
    public ClassKind get(UUID id) {
        Places places = places(id).get(id);
        if (places == null) {
            throw new NotFound("class");
        }
        return ClassKind.of(services.get(id), places);
    }

    private Map<UUID, Places> places(@Nullable UUID id) {
        return sql
                .of(
                        """
                        select id, capacity, offer_minutes from service
                        where business_id = :business and capacity is not null and id = coalesce(:id::uuid, id)
                        """)
                .param("id", id)
                .query(Places.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Places::id, Function.identity()));
    }

    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public UUID create(ClassKindDetails details) {
        Validation.check(details);
        UUID id = services.create(details.service());
        write(id, details);
        return id;
    }

    /** Classes planned already keep their number of places. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void change(UUID id, ClassKindDetails details, int version) {
        Validation.check(details);
        get(id);
        services.change(id, details.service(), version);
        write(id, details);
    }

    private void write(UUID id, ClassKindDetails details) {
        sql.of(
                        "update service set capacity = :capacity, offer_minutes = :offer where business_id = :business and id = :id")
                .param("id", id)
                .param("capacity", details.capacity())
                .param("offer", details.offerMinutes())
                .update();
    }

    /** Plans no more of it; what is planned stays. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void archive(UUID id) {
        get(id);
        services.archive(id);
    }

    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        services.reopen(id);
    }

    /** How long a place is offered; absent where it goes to whoever waits at once. */
    @Nullable Integer offerMinutes(UUID kind) {
        Places places = places(kind).get(kind);
        return places == null ? null : places.offerMinutes();
    }
}
