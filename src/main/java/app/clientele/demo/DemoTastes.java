package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.BarredStaff;
import app.clientele.customers.Team;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Gives some customers a branch they like to come to, favourites among the staff, and a few
 * somebody to be kept from.
 */
final class DemoTastes {
    private final List<UUID> branches;
    private final List<UUID> staff;
    private final List<String> reasons;
    private final Random random;

    DemoTastes(DemoBusiness demo, Team team, Random random) {
        this.branches = team.branches().stream().map(Team.Place::id).toList();
        this.staff = team.staff().stream().map(Team.Colleague::id).toList();
        this.reasons = DemoFile.read("businesses/" + demo.slug() + ".txt").section("barred");
        this.random = random;
    }

    CustomerDetails fill(CustomerDetails person) {
        return person.with(d -> {
            if (branches.size() > 1 && random.nextInt(100) < 35) {
                d.preferredBranchId = any(branches);
            }
            if (random.nextInt(100) < 30) {
                d.preferredStaffIds =
                        random.ints(1 + random.nextInt(3), 0, staff.size())
                                .distinct()
                                .mapToObj(staff::get)
                                .toList();
            }
            if (random.nextInt(100) < 3) {
                UUID barred = any(staff);
                d.preferredStaffIds =
                        d.preferredStaffIds.stream().filter(s -> !s.equals(barred)).toList();
                d.barredStaff = List.of(new BarredStaff(barred, any(reasons)));
            }
        });
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
