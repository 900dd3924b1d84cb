package app.clientele.routes;

import app.clientele.routes.Route.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses that name what is not the caller's, or not together. */
final class Foreign {
    private Foreign() {}

    /** By what is wrong with them. */
    static Map<String, String> paths(Route route, World mine, World neighbours, World others) {
        var paths = new LinkedHashMap<String, String>();
        List<Variable> things =
                route.variables().stream()
                        .filter(v -> World.isThing(World.kind(route, v)))
                        .toList();
        for (Variable one : things) {
            String kind = World.kind(route, one);
            paths.put("another business's " + kind, with(route, mine, one, others.value(kind)));
            paths.put("nobody's " + kind, with(route, mine, one, World.nobodys(kind)));
            if (World.isOfOneCustomer(kind)) {
                String neighbour = neighbours.value(kind);
                paths.put("another customer's " + kind, with(route, mine, one, neighbour));
            }
        }
        if (things.size() > 1) {
            String all = route.path(v -> others.value(World.kind(route, v)));
            paths.put("another business's all", all);
        }
        return paths;
    }

    private static String with(Route route, World mine, Variable one, String value) {
        return route.path(v -> v.equals(one) ? value : mine.value(World.kind(route, v)));
    }
}
