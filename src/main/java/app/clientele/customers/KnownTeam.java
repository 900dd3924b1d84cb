package app.clientele.customers;

import app.clientele.customers.CustomerDetails.BarredStaff;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether the staff and branches that details name are the business's. */
@Component
class KnownTeam {
    private final Sql sql;

    KnownTeam(Sql sql) {
        this.sql = sql;
    }

    /** Names each that is not; what the record said before needs no looking up. */
    void check(CustomerDetails details, @Nullable Customer present, List<Problem> problems) {
        CustomerDetails before = present == null ? null : present.details();
        UUID branch = details.preferredBranchId();
        if (branch != null && (before == null || !branch.equals(before.preferredBranchId()))) {
            if (known("branch", Set.of(branch)).isEmpty()) {
                problems.add(new Problem("preferredBranchId", "branch_unknown"));
            }
        }
        Set<UUID> named = new HashSet<>(StaffLists.all(details));
        StaffLists.all(before).forEach(named::remove);
        if (!named.isEmpty()) {
            named.removeAll(known("staff", named));
            unknown(details, named, problems);
        }
    }

    private static void unknown(CustomerDetails details, Set<UUID> ids, List<Problem> problems) {
        for (int i = 0; i < details.preferredStaffIds().size(); i++) {
            if (ids.contains(details.preferredStaffIds().get(i))) {
                problems.add(new Problem("preferredStaffIds[" + i + "]", "staff_unknown"));
            }
        }
        for (int i = 0; i < details.barredStaff().size(); i++) {
            BarredStaff barred = details.barredStaff().get(i);
            if (barred != null && barred.staffId() != null && ids.contains(barred.staffId())) {
                problems.add(new Problem("barredStaff[" + i + "].staffId", "staff_unknown"));
            }
        }
    }

    private Set<UUID> known(String table, Set<UUID> ids) {
        return new HashSet<>(
                sql.of(
                                "select id from "
                                        + table
                                        + " where business_id = :business and id = any(:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Each once, as first said. */
    static List<BarredStaff> once(List<BarredStaff> barred) {
        List<BarredStaff> once = new ArrayList<>();
        for (BarredStaff each : barred) {
            if (once.stream()
                    .noneMatch(b -> java.util.Objects.equals(b.staffId(), each.staffId()))) {
                once.add(each);
            }
        }
        return List.copyOf(once);
    }
}
