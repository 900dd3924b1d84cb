package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** The short cut to a route's method never decides otherwise than the long way. */
@ClienteleTest
class RoutesTests {
    private static final UUID ID = new UUID(0x0123456789abL << 16, 0x1f);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void everyRouteIsFoundByItsOwnPath() {
        var lost = new ArrayList<String>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().stream()
                                .filter(pattern -> !found(mapping, example(pattern)))
                                .forEach(lost::add));
        assertThat(lost).isEmpty();
        assertThat(routes.getHandlerMethods()).hasSizeGreaterThan(200);
    }

    private static String example(String pattern) {
        return pattern.replaceAll("\\{\\w+:\\[0-9a-f].*?\\{12}}", ID.toString())
                .replaceAll("\\{\\w+:\\\\d\\{1,18}}", "7")
                .replaceAll("\\{[^}]+}", "a-b")
                .replace("*", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/customers",
                "/customers/",
                "/customers//edit",
                "/%63ustomers/x/edit",
                "/customers;a=b/x/edit;c",
                "/api/v1/customers/x/notes/",
                "/assets/app.css",
                "/nowhere/at/all"
            })
    void oddPathsFindWhatTheyWouldOtherwise(String path) {
        assertThat(matching(routes, path)).isEqualTo(matching(null, path));
    }

    /** What fits the path, by the mapping of the application or by Spring's own judgement. */
    private List<String> matching(@Nullable RequestMappingHandlerMapping by, String path) {
        return routes.getHandlerMethods().keySet().stream()
                .filter(mapping ->
                        by == null
                                ? mapping.getMatchingCondition(request(mapping, path)) != null
                                : found(mapping, path))
                .map(RequestMappingInfo::toString)
                .sorted()
                .toList();
    }

    private boolean found(RequestMappingInfo mapping, String path) {
        var asked = new Routes.Asked(request(mapping, path));
        return ((Routes) routes).getMatchingMapping(mapping, asked) != null;
    }

    /** As the route wants it, its path aside. */
    private static MockHttpServletRequest request(RequestMappingInfo mapping, String path) {
        RequestMethod method =
                mapping.getMethodsCondition().getMethods().stream()
                        .findFirst()
                        .orElse(RequestMethod.GET);
        var request = new MockHttpServletRequest(method.name(), path);
        mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .ifPresent(type -> request.setContentType(type.toString()));
        mapping.getParamsCondition()
                .getExpressions()
                .forEach(param ->
                        request.setParameter(param.getName(), String.valueOf(param.getValue())));
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }
}
