package app.clientele.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the method for a request among hundreds of routes. Spring puts each of them, one after the
 * other, to all of its tests, which took a fifth of a short request; here a path with other words
 * in it, or fewer, is passed over at once. What is left is judged by Spring as ever.
 */
class Routes extends RequestMappingHandlerMapping {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w.*}");
    private static final Pattern WORD = Pattern.compile("[^{*?]+");

    /** By identity: a mapping compares by all its conditions. Complete before the first request. */
    private final Map<RequestMappingInfo, Shape> shapes = new IdentityHashMap<>();

    @Override
    protected void registerHandlerMethod(
            Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        Shape shape = shape(mapping.getPatternValues());
        if (shape != null) {
            shapes.put(mapping, shape);
        }
    }

    /**
     * Nothing where there is more than one path, or one with more in it than words and variables.
     */
    private static @Nullable Shape shape(Set<String> paths) {
        if (paths.size() != 1) {
            return null;
        }
        String[] parts = paths.iterator().next().split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            if (VARIABLE.matcher(parts[i]).matches()) {
                parts[i] = Shape.ANY;
            } else if (!WORD.matcher(parts[i]).matches()) {
                return null;
            }
        }
        return new Shape(List.of(parts));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(
            String lookupPath, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(lookupPath, new Asked(request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, HttpServletRequest request) {
        Shape shape = shapes.get(mapping);
        return shape != null && request instanceof Asked asked && !shape.fits(asked.parts)
                ? null
                : super.getMatchingMapping(mapping, request);
    }

    /** A request that has its path at hand, rather than behind a dozen wrappers. */
    static final class Asked extends HttpServletRequestWrapper {
        /** Between its slashes, as a route's; those within a part are part of it. */
        private final String[] parts;

        Asked(HttpServletRequest request) {
            super(request);
            List<PathContainer.Element> elements =
                    ServletRequestPathUtils.getParsedRequestPath(request)
                            .pathWithinApplication()
                            .elements(); // slash, word, slash, word …
            parts = new String[elements.size() / 2 + 1];
            for (int i = 0; i < parts.length; i++) {
                parts[i] =
                        i > 0 && elements.get(2 * i - 1) instanceof PathSegment segment
                                ? segment.valueToMatch()
                                : "";
            }
        }
    }

    /** The parts of a route's path between its slashes; the first is empty. */
    private record Shape(List<String> parts) {
        /** Cannot be a word: it would have ended there. */
        static final String ANY = "/";

        boolean fits(String[] path) {
            if (path.length != parts.size()) {
                return false;
            }
            for (int i = path.length - 1; i > 0; i--) { // the last are the most telling
                String part = parts.get(i);
                if (!part.equals(ANY) && !part.equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
