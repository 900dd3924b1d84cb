package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.ServiceDetails;
import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.business.Services;
import app.clientele.business.Staff;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.choices.Choices.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What an invented business offers. A line of its file says: category; name; minutes; kept free
 * before/after; price, nothing for on request; colour; yes for online; who performs it; where, if
 * not everywhere; what customers read. Somebody's own minutes and price follow their name: {@code
 * pro=75@95}.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoServices {
    private final Services services;
    private final Choices choices;
    private final Staff staff;
    private final Branches branches;

    DemoServices(Services services, Choices choices, Staff staff, Branches branches) {
        this.services = services;
        this.choices = choices;
        this.staff = staff;
        this.branches = branches;
    }

    /** Whom and what the lines name. */
    private record Known(
            CurrencyUnit currency,
            Map<String, UUID> staff,
            Map<String, UUID> branches,
            Map<String, UUID> categories) {
        @Nullable Money price(String amount) {
            return amount.isEmpty() ? null : Money.parse(currency.getCode() + " " + amount);
        }

        PerformerDetails performer(String entry) {
            String[] parts = entry.split("[=@]", -1);
            Integer minutes = entry.contains("=") ? Integer.valueOf(parts[1]) : null;
            String own = entry.contains("@") ? parts[parts.length - 1] : "";
            return new PerformerDetails(staff.get(parts[0]), minutes, price(own));
        }
    }

    void fill(DemoBusiness demo) {
        Known known =
                new Known(
                        CurrencyUnit.of(demo.currency()),
                        colleagues(demo),
                        branches.all(false).stream()
                                .collect(Collectors.toMap(Branch::name, Branch::id)),
                        new HashMap<>());
        for (String line :
                DemoFile.read("businesses/" + demo.slug() + ".txt").section("services")) {
            services.create(details(DemoFile.split(line, ";"), known));
        }
    }

    private Map<String, UUID> colleagues(DemoBusiness demo) {
        Map<String, UUID> byName =
                staff.all().stream()
                        .collect(Collectors.toMap(Staff.Member::name, Staff.Member::id));
        return demo.staff().stream()
                .collect(
                        Collectors.toMap(
                                DemoBusiness.Colleague::signIn,
                                c -> Objects.requireNonNull(byName.get(c.name()))));
    }

    private ServiceDetails details(List<String> line, Known known) {
        List<String> buffers = DemoFile.split(line.get(3), "/");
        return new ServiceDetails(
                line.get(1),
                line.get(9).isEmpty() ? null : line.get(9),
                known.categories().computeIfAbsent(line.get(0), this::category),
                Integer.valueOf(line.get(2)),
                Integer.valueOf(buffers.get(0)),
                Integer.valueOf(buffers.get(1)),
                known.price(line.get(4)),
                line.get(5),
                line.get(6).equals("yes"),
                several(line.get(7)).stream().map(known::performer).toList(),
                several(line.get(8)).stream().map(known.branches()::get).toList(),
                line.size() > 10 ? Integer.valueOf(line.get(10)) : null);
    }

    private UUID category(String name) {
        return choices.add(Kind.SERVICE_CATEGORY, new ChoiceDetails(name, "grey"));
    }

    private static List<String> several(String text) {
        return text.isEmpty() ? List.of() : DemoFile.split(text, ",");
    }
}
