package app.clientele.ledger;

import app.clientele.business.Branches;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Which day it is for what expires: value belongs to no branch, so that of the last of them. */
@Component
public class LedgerDays {
    private final Branches branches;
    private final Clock clock;

    LedgerDays(Branches branches, Clock clock) {
        this.branches = branches;
        this.clock = clock;
    }

    /** As long as it is still somewhere the last day, it is not over. */
    public LocalDate today() {
        return branches.all(false).stream()
                .map(b -> LocalDate.now(clock.withZone(ZoneId.of(b.zone()))))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
