package app.clientele.demo;

import app.clientele.access.StandardRole;
import app.clientele.business.Branches.BranchDetails;
import app.clientele.business.SetUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An invented business.
 *
 * @param tags each with its colour
 */
public record DemoBusiness(
        String slug,
        String name,
        String kind,
        String country,
        String currency,
        String zone,
        String language,
        List<String> languages,
        List<BranchDetails> branches,
        List<Colleague> staff,
        List<Tag> tags,
        List<String> referralMethods,
        Map<String, Integer> cultures,
        String home,
        List<String> towns,
        int womenPercent,
        int addressedPercent) {
    /** A tag and its colour. */
    public record Tag(String name, String colour) {}

    /**
     * Somebody who works there.
     *
     * @param signIn the part of their e-mail address before the business
     * @param branches by name
     */
    public record Colleague(String signIn, StandardRole role, String name, List<String> branches) {}

    /** All of them. */
    public static List<DemoBusiness> all() {
        return List.of(of("lumen"), of("atelier"), of("pawfolk"));
    }

    static DemoBusiness of(String slug) {
        DemoFile file = DemoFile.read("businesses/" + slug + ".txt");
        return new DemoBusiness(
                slug,
                file.get("name"),
                file.get("kind"),
                file.get("country"),
                file.get("currency"),
                file.get("zone"),
                file.get("language"),
                DemoFile.split(file.get("languages"), ","),
                file.section("branches").stream().map(DemoBusiness::branch).toList(),
                file.section("staff").stream().map(DemoBusiness::colleague).toList(),
                file.list("tags").stream().map(DemoBusiness::tag).toList(),
                file.list("referral methods"),
                Mix.shares(file.list("cultures")),
                file.get("home"),
                DemoFile.split(file.get("towns"), ","),
                file.number("women", 50),
                file.number("addressed", 60));
    }

    private static BranchDetails branch(String line) {
        List<String> p = DemoFile.split(line, ";");
        return new BranchDetails(
                p.get(0),
                p.get(1),
                p.get(2),
                p.get(3),
                orNull(p.get(4)),
                p.get(5),
                p.get(6),
                p.get(7),
                p.get(8));
    }

    private static Colleague colleague(String line) {
        List<String> p = DemoFile.split(line, ";");
        return new Colleague(p.get(0), role(p.get(1)), p.get(2), DemoFile.split(p.get(3), ","));
    }

    private static StandardRole role(String name) {
        return StandardRole.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Tag tag(String entry) {
        List<String> p = DemoFile.split(entry, "=");
        return new Tag(p.get(0), p.get(1));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The e-mail address a colleague signs in with. */
    String address(Colleague colleague) {
        return colleague.signIn() + "@" + slug + ".example";
    }

    SetUp setUp(String password) {
        Colleague owner = staff.getFirst();
        return new SetUp(
                name,
                kind,
                country,
                currency,
                zone,
                language,
                owner.name(),
                address(owner),
                password);
    }

    /** Whom it knows. */
    public Mix mix(LocalDate today) {
        return new Mix(
                cultures,
                home,
                towns,
                womenPercent,
                addressedPercent,
                tags.stream().map(Tag::name).collect(Collectors.toUnmodifiableList()),
                referralMethods,
                false,
                today);
    }

    /** What its staff write about their customers. */
    public DemoNotes notes(long seed) {
        return new DemoNotes(this, seed);
    }
}
