package app.clientele.business;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Ids;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places a business works from. */
@Service
public class Branches {
    private static final int MOST = 1000;

    private final Sql sql;
    private final Clashes clashes;

    Branches(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * A branch; its country is the one its phones are read in, its zone the one its times are told
     * in.
     */
    public record Branch(
            UUID id,
            String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String region,
            String country,
            String zone,
            @Nullable String phone,
            @Nullable String email,
            @JsonIgnore int version,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant archivedAt)
            implements Versioned {
        /** What may be changed about it. */
        public BranchDetails details() {
            return new BranchDetails(
                    name, street, postcode, city, region, country, zone, phone, email);
        }
    }

    /** What one may say of a branch; name, country and zone are needed. */
    public record BranchDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @Line(max = 200) @Nullable String street,
            @Line(max = 20) @Nullable String postcode,
            @Line(max = 100) @Nullable String city,
            @Line(max = 100) @Nullable String region,
            @NotNull @OneOf(known = Known.COUNTRY) @Nullable String country,
            @NotNull @OneOf(known = Known.ZONE) @Nullable String zone,
            @Line(max = 50) @Nullable String phone,
            @EmailAddress @Nullable String email) {}

    private static final String COLUMNS =
            "id, name, street, postcode, city, region, country, zone, phone, email, version, created_at, updated_at, archived_at";

    @Open("where a business is, is no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<Branch> all(boolean archivedToo) {
        return sql.of(
                        "select "
                                + COLUMNS
                                + " from branch where business_id = :business and (:archived or archived_at is null)"
                                + " order by archived_at nulls first, position, name, id limit 2000")
                .param("archived", archivedToo)
                .query(Branch.class)
                .list();
    }

    @Open("where a business is, is no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Branch get(UUID id) {
        return sql.of(
                        "select "
                                + COLUMNS
                                + " from branch where business_id = :business and id = :id")
                .param("id", id)
                .query(Branch.class)
                .optional()
                .orElseThrow(() -> new NotFound("branch"));
    }

    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public UUID add(BranchDetails details) {
        Validation.check(details);
        if (all(true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return insert(details);
    }

    UUID addFirst(SetUp command) {
        return insert(
                new BranchDetails(
                        command.businessName(),
                        null,
                        null,
                        null,
                        null,
                        command.country(),
                        command.zone(),
                        null,
                        null));
    }

    private UUID insert(BranchDetails details) {
        UUID id = Ids.next();
        bind(
                        sql.of(
                                """
                                insert into branch (business_id, id, name, street, postcode, city, region, country, zone, phone, email, position)
                                values (:business, :id, :name, :street, :postcode, :city, :region, :country, :zone, :phone, :email,
                                    (select count(*) from branch where business_id = :business))
                                """),
                        id,
                        details)
                .update();
        return id;
    }

    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void change(UUID id, BranchDetails details, int version) {
        Validation.check(details);
        Branch present = get(id);
        int changed =
                bind(
                                sql.of(
                                        """
                                        update branch set name = :name, street = :street, postcode = :postcode, city = :city,
                                            region = :region, country = :country, zone = :zone, phone = :phone, email = :email,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """),
                                id,
                                details)
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since("branch", id, version, present.version());
        }
    }

    private static StatementSpec bind(StatementSpec statement, UUID id, BranchDetails details) {
        return statement
                .param("id", id)
                .param("name", requireNonNull(details.name()))
                .param("street", details.street())
                .param("postcode", details.postcode())
                .param("city", details.city())
                .param("region", details.region())
                .param("country", details.country())
                .param("zone", details.zone())
                .param("phone", details.phone())
                .param("email", details.email());
    }

    /** Closes a branch; its past stays. The last open one can't be closed. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void archive(UUID id) {
        // taken so that two at once can't close the last two
        sql.of("select id from branch where business_id = :business order by id for update")
                .query()
                .listOfRows();
        if (get(id).archivedAt() == null && all(false).size() == 1) {
            throw new Refused("last_branch");
        }
        setArchived(id, "coalesce(archived_at, now())");
    }

    /** Opens a closed branch again. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        setArchived(id, "null");
    }

    private void setArchived(UUID id, String value) {
        sql.of(
                        "update branch set archived_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }
}
