package app.clientele.business;

import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.business.Services.Filter;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What businesses of a kind usually offer, to begin a catalogue with. */
@Service
public class UsualServices {
    private static final Map<String, List<Usual>> BY_KIND = read();

    private final Services services;
    private final ServiceCategories categories;
    private final Businesses businesses;

    UsualServices(Services services, ServiceCategories categories, Businesses businesses) {
        this.services = services;
        this.categories = categories;
        this.businesses = businesses;
    }

    /** A service as most offer it; prices are everybody's own. */
    public record Usual(String category, String name, int minutes, int after) {}

    /** What is usual in the caller's kind of business and not in its catalogue. */
    @Open("tells nothing but what is usual")
    @Transactional(readOnly = true)
    public List<Usual> missing() {
        Set<String> known = new HashSet<>();
        services.list(Filter.all(false)).forEach(s -> known.add(s.name().toLowerCase(Locale.ROOT)));
        return BY_KIND.getOrDefault(businesses.current().kind(), List.of()).stream()
                .filter(u -> !known.contains(u.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /**
     * Takes those of these names into the catalogue.
     *
     * @return how many there were
     */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public int take(Set<String> names, List<UUID> performers) {
        List<PerformerDetails> team =
                performers.stream().map(id -> new PerformerDetails(id, null, null)).toList();
        List<Usual> chosen = missing().stream().filter(u -> names.contains(u.name())).toList();
        chosen.forEach(usual -> services.create(details(usual, team)));
        return chosen.size();
    }

    private ServiceDetails details(Usual usual, List<PerformerDetails> team) {
        return new ServiceDetails(
                usual.name(),
                null,
                categories.named(usual.category()),
                usual.minutes(),
                0,
                usual.after(),
                null,
                null,
                false,
                team,
                List.of(),
                null);
    }

    private static Map<String, List<Usual>> read() {
        Map<String, List<Usual>> all = new HashMap<>();
        List<Usual> kind = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                kind = new ArrayList<>();
                all.put(line.substring(1, line.length() - 1), kind);
            } else {
                kind.add(usual(line.split("\\s*;\\s*", -1)));
            }
        }
        return Map.copyOf(all);
    }

    private static Usual usual(String[] parts) {
        return new Usual(
                parts[0],
                parts[1],
                Integer.parseInt(parts[2]),
                parts.length > 3 ? Integer.parseInt(parts[3]) : 0);
    }

    private static List<String> lines() {
        try (InputStream in = UsualServices.class.getResourceAsStream("usual-services.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
