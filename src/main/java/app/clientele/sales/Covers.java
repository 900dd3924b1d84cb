package app.clientele.sales;

import app.clientele.business.Branches;
import app.clientele.sales.Cover.Asked;
import app.clientele.sales.Cover.Covering;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.OrderRules.Checked;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets lines be paid by what the customer has, unless somebody agreed on something else. */
@Component
class Covers {
    private static final Set<String> USUAL = Set.of("list", "agreed", "booked");

    private final List<Cover> covers;
    private final Branches branches;
    private final Clock clock;

    /** In the order of the beans: what is asked first is used first. */
    Covers(List<Cover> covers, Branches branches, Clock clock) {
        this.covers = covers;
        this.branches = branches;
        this.clock = clock;
    }

    /** A line as it is paid. */
    Checked cover(Checked line, LineDetails wanted, OrderTerms.Against against) {
        Money price = line.price();
        boolean sold = line.offer().service() != null || line.offer().product() != null;
        if (!sold
                || price == null
                || !price.isPositive()
                || wanted.discount() != null
                || !USUAL.contains(line.source())) {
            return line;
        }
        return asked(line, price, against)
                .flatMap(asked -> found(line, wanted.isDeclined(), asked, against))
                .orElse(line);
    }

    private Optional<Asked> asked(Checked line, Money price, OrderTerms.Against against) {
        UUID buyer = against.customer() == null ? line.offer().customer() : against.customer();
        return buyer == null
                ? Optional.empty()
                : Optional.of(
                        new Asked(
                                buyer,
                                Objects.requireNonNullElse(line.offer().customer(), buyer),
                                line.offer().appointment(),
                                line.offer().service(),
                                line.offer().product(),
                                line.quantity(),
                                price,
                                today(against.branch()),
                                against.taken()));
    }

    private LocalDate today(@Nullable UUID branch) {
        return branches.all(true).stream()
                .filter(b -> b.id().equals(branch))
                .findFirst()
                .map(b -> LocalDate.now(clock.withZone(ZoneId.of(b.zone()))))
                .orElseGet(() -> LocalDate.now(clock));
    }

    private Optional<Checked> found(
            Checked line, boolean declined, Asked asked, OrderTerms.Against against) {
        Stream<Cover> usable = covers.stream().filter(c -> !declined || !c.declinable());
        return usable.flatMap(
                        c -> c.find(asked).map(found -> covered(line, c, found, against)).stream())
                .findFirst();
    }

    private static Checked covered(
            Checked line, Cover cover, Covering found, OrderTerms.Against against) {
        found.uses().forEach((id, units) -> against.taken().merge(id, units, Long::sum));
        return line.covered(cover.source(), found);
    }
}
