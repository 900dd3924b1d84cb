package app.clientele.routes;

import app.clientele.Cast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One way into the application, as it answers to it: a method and a pattern of addresses, such as
 * {@code GET /customers/{id}/notes/{note}}.
 */
record Route(String method, String pattern) {
    /**
     * A part of the address that differs from one thing to the next.
     *
     * @param place what stands before it, such as {@code notes/} or {@code undo/branch-}
     */
    record Variable(String name, String place) {}

    /** All routes of the running application. */
    static List<Route> all() {
        return Cast.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Route::of)
                .distinct()
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        (methods.isEmpty() ? List.of(RequestMethod.GET) : methods)
                                .stream().map(m -> new Route(m.name(), plain(pattern))));
    }

    /** Without the expressions that say what a variable may look like. */
    private static String plain(String pattern) {
        var plain = new StringBuilder();
        int depth = 0;
        boolean expression = false;
        for (char c : pattern.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            expression = depth > 0 && (expression || c == ':');
            if (!expression) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    boolean isApi() {
        return pattern.startsWith("/api/v1/");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    List<Variable> variables() {
        List<Variable> found = new ArrayList<>();
        for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
            String before = pattern.substring(0, at);
            int slash = before.lastIndexOf('/', before.lastIndexOf('/') - 1);
            String name = pattern.substring(at + 1, pattern.indexOf('}', at));
            found.add(new Variable(name, before.substring(slash + 1)));
        }
        return found;
    }

    /** The address with these values in it; for the API the part below {@code /api/v1}. */
    String path(Function<Variable, String> values) {
        String path = pattern;
        for (Variable variable : variables()) {
            path = path.replace("{" + variable.name() + "}", values.apply(variable));
        }
        return isApi() ? path.substring("/api/v1".length()) : path;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
