package app.clientele.routes;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.PageClient;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request of the matrix: by whom, about what, and how it has to be answered. */
record Cell(
        Route route, String who, String what, Supplier<Answer> request, Predicate<Answer> right) {
    private static final Predicate<Answer> FORBIDDEN = answer -> answer.status() == 403;
    private static final Predicate<Answer> UNKNOWN = answer -> answer.status() == 401;
    private static final Predicate<Answer> NOT_FOUND = answer -> answer.status() == 404;
    private static final Predicate<Answer> SENT_TO_SIGN_IN =
            answer ->
                    answer.status() == 303 && answer.location().startsWith("/sign-in")
                            || answer.status() == 401
                                    && answer.header("HX-Redirect").startsWith("/sign-in");
    private static final Predicate<Answer> DONE =
            answer -> answer.status() < 400 && !SENT_TO_SIGN_IN.test(answer);

    /** Asked for with what is right for nobody in particular, these refuse in their own way. */
    private static final Map<String, Integer> ODD = Map.of("POST /account/password", 422);

    @Override
    public String toString() {
        return route + " by " + who + " about " + what;
    }

    /** What is wrong with the answer, if anything. */
    List<String> tryIt() {
        Answer answer = request.get();
        if (answer.status() < 500 && right.test(answer)) {
            return List.of();
        }
        String body = answer.body().substring(0, Math.min(answer.body().length(), 200));
        return List.of(this + ": " + answer.status() + " " + answer.location() + " " + body);
    }

    /** All that has to be refused, with addresses of things that exist. */
    static List<Cell> refused(
            Route route, Visitors visitors, World mine, World neighbours, World others) {
        var who = Who.may(route);
        if (who.everybody()) {
            return List.of();
        }
        var cells = new Refused(route, visitors, Sent.to(route, mine), new ArrayList<>());
        String own = route.path(v -> mine.value(World.kind(route, v))) + query(route, mine);
        cells.ofStrangers(own);
        cells.ofThoseWhoMayNot(who, own, etag(route, mine, own));
        Foreign.paths(route, mine, neighbours, others)
                .forEach((what, path) -> cells.ofThoseWhoMay(who, what, path + query(route, mine)));
        return cells.cells();
    }

    private static String query(Route route, World world) {
        return Bodies.QUERIES.getOrDefault(route.toString(), w -> "").apply(world);
    }

    private static @Nullable String etag(Route route, World world, String path) {
        return route.method().equals("PATCH") ? world.api().get(path).etag() : null;
    }

    private record Refused(Route route, Visitors visitors, Sent sent, List<Cell> cells) {
        void ofStrangers(String path) {
            if (route.isApi()) {
                add("no key", "own", program("", path, null), UNKNOWN);
                add("a wrong key", "own", program("ck_wrong", path, null), UNKNOWN);
            } else {
                browse("nobody", "own", PageClient.stranger(), path, SENT_TO_SIGN_IN);
            }
        }

        private Supplier<Answer> program(String key, String path, @Nullable String etag) {
            var client = new ApiClient(Cast.url(), key);
            return () -> sent.by(client, route, path, etag);
        }

        /** As a page, and as a part of one. */
        private void browse(
                String by, String what, PageClient client, String path, Predicate<Answer> right) {
            add(by, what, () -> sent.by(client, route, path, false), right);
            add(by, what + " in part", () -> sent.by(client, route, path, true), right);
        }

        private void add(
                String by, String what, Supplier<Answer> request, Predicate<Answer> right) {
            cells.add(new Cell(route, by, what, request, right));
        }

        void ofThoseWhoMayNot(Who who, String path, @Nullable String etag) {
            var lacking = new LinkedHashSet<>(who.almost());
            if (route.isApi()) {
                lacking.forEach(scopes -> add("key " + scopes, path, etag, scopes, FORBIDDEN));
            } else {
                var people = visitors.staff();
                lacking.forEach(permissions -> people.add(visitors.colleague(permissions)));
                people.removeIf(person -> who.allows(person.permissions()));
                people.forEach(p -> browse(p.name(), "own", visitors.browser(p), path, FORBIDDEN));
            }
        }

        private void add(
                String by,
                String path,
                @Nullable String etag,
                Set<Permission> scopes,
                Predicate<Answer> right) {
            add(by, "own", program(visitors.key(scopes).key(), path, etag), right);
        }

        void ofThoseWhoMay(Who who, String what, String path) {
            for (var permissions : Set.of(Permission.all(), who.least())) {
                if (!route.isApi()) {
                    var browser = visitors.browser(visitors.colleague(permissions));
                    browse("May " + permissions, what, browser, path, NOT_FOUND);
                } else if (!permissions.isEmpty()) {
                    var key = visitors.key(permissions).key();
                    add("key " + permissions, what, program(key, path, "\"1\""), NOT_FOUND);
                }
            }
        }
    }

    /**
     * All that has to be done as asked, one after the other; each write about something of its own.
     */
    static List<Cell> allowed(Route route, Visitors visitors, World mine) {
        var who = Who.may(route);
        if (who.everybody()) {
            var path = route.path(v -> mine.value(World.kind(route, v)));
            return route.isApi()
                    ? List.of(cell(route, "no key", () -> new ApiClient(Cast.url(), "").get(path)))
                    : List.of(open(route, Sent.to(route, mine), path));
        }
        return route.isApi()
                ? byKeys(route, who, visitors, mine)
                : byStaff(route, who, visitors, mine);
    }

    private static Cell cell(Route route, String by, Supplier<Answer> request) {
        int odd = ODD.getOrDefault(route.toString(), 0);
        return new Cell(route, by, "own", request, a -> DONE.test(a) || a.status() == odd);
    }

    private static Cell open(Route route, Sent sent, String path) {
        Supplier<Answer> request = () -> sent.by(PageClient.stranger(), route, path, false);
        return new Cell(route, "nobody", "nothing", request, answer -> answer.status() < 500);
    }

    private static List<Cell> byStaff(Route route, Who who, Visitors visitors, World mine) {
        // what the least may, more may too: writes are not repeated by everybody
        var people = route.isRead() ? visitors.staff() : new LinkedHashSet<>(Set.of(Cast.mia()));
        people.add(visitors.colleague(who.least()));
        return people.stream()
                .filter(person -> who.allows(person.permissions()))
                .flatMap(person ->
                        Stream.of(false, true)
                                .filter(part -> !part || person.permissions().equals(who.least()))
                                .map(part -> byOne(route, person, mine, part)))
                .toList();
    }

    private static Cell byOne(Route route, Cast.Person person, World mine, boolean part) {
        return cell(
                route,
                person.name() + (part ? " in part" : ""),
                () -> {
                    var world = world(route, mine, person);
                    var path =
                            route.path(v -> world.value(World.kind(route, v)))
                                    + query(route, world);
                    return Sent.to(route, world).by(person.pages(), route, path, part);
                });
    }

    private static List<Cell> byKeys(Route route, Who who, Visitors visitors, World mine) {
        var scopes = who.least().isEmpty() ? Set.of(Permission.NOTE_VIEW) : who.least();
        return List.of(Permission.all(), scopes).stream()
                .map(s ->
                        cell(
                                route,
                                "key " + s,
                                () -> {
                                    var world = world(route, mine, Cast.mia());
                                    var path =
                                            route.path(v -> world.value(World.kind(route, v)))
                                                    + query(route, world);
                                    return Sent.to(route, world)
                                            .by(
                                                    visitors.key(s),
                                                    route,
                                                    path,
                                                    etag(route, world, path));
                                }))
                .toList();
    }

    private static World world(Route route, World mine, Cast.Person actor) {
        var world = route.isRead() ? mine : mine.fresh(actor);
        Before.the(route, world);
        return world;
    }
}
