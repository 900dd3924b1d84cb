package app.clientele.calendar.rules;

import app.clientele.shared.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a wish may be booked.
 *
 * @param objections what stands against it, the heaviest first
 * @param terms how long it takes and what it costs, if it may be
 */
public record Verdict(List<Objection> objections, Terms terms) {
    public Verdict {
        objections =
                objections.stream()
                        .sorted(Comparator.comparing(Objection::weight).reversed())
                        .toList();
    }

    public boolean allowed() {
        return of(Weight.REFUSED).isEmpty();
    }

    public List<Objection> of(Weight weight) {
        return objections.stream().filter(o -> o.weight() == weight).toList();
    }

    /** Without what is said of the service, whoever it is for. */
    public Verdict aboutTheCustomer() {
        return new Verdict(
                objections.stream().filter(o -> !OfferRule.CODES.contains(o.code())).toList(),
                terms);
    }

    /** What weighs most, if anything does. */
    public Optional<Weight> weight() {
        return objections.stream().map(Objection::weight).findFirst();
    }

    /** Whether the customer is to be shown no times, and no reason. */
    public boolean isSilent() {
        return of(Weight.REFUSED).stream().anyMatch(Objection::silent);
    }

    /**
     * Goes no further with what nobody may.
     *
     * @throws Refused telling every reason
     */
    public void refuse() {
        if (!allowed()) {
            throw new Refused(of(Weight.REFUSED).stream().map(Objection::reason).toList());
        }
    }
}
