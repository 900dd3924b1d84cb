package app.clientele.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B11: the address bar sends nobody elsewhere. */
class OwnPathTests {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers?q=a&b=c#top", "/customers/%2e%2e"})
    void ownPathsAreKept(String path) {
        assertThat(OwnPath.or(path, "/other")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\..\\b",
                "https://evil.example",
                "javascript:alert(1)",
                "customers",
                "/a\r\nSet-Cookie: a=b",
                "/a\tb",
                "/a\u0000",
                "/a\u0085b",
                "/a{",
                "/a%zz"
            })
    void everythingElseIsNot(String path) {
        assertThat(OwnPath.or(path, "/other")).isEqualTo("/other");
    }
}
