package app.clientele.customers.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The address of a list holds all that it asks for, and nothing else. */
class ListQueryTests {
    @Test
    void readsBackWhatItWrote() {
        var query =
                ListQuery.of(
                        Map.of(
                                "q",
                                List.of("Åsa & Søn = 50%"),
                                "tag",
                                List.of("VIP", "Röd", "VIP", " "),
                                "sort",
                                List.of("newest"),
                                "cursor",
                                List.of("abc")));
        assertThat(ListQuery.parse(query.toString())).isEqualTo(query);
        assertThat(query.values("tag")).containsExactly("VIP", "Röd");
        assertThat(query.toString()).doesNotContain("cursor");
    }

    @Test
    void forgivesAnAddressTypedWrongly() {
        var query = ListQuery.of(Map.of("tga", List.of("VIP"), "sort", List.of("random")));
        assertThat(query.isEmpty()).isTrue();
        assertThat(query.path()).isEqualTo("/customers");
    }

    @Test
    void losesOneFilterAndKeepsTheOthers() {
        var query = ListQuery.parse("status=Active&tag=VIP&tag=Gold&sort=name");
        assertThat(query.without("tag").path()).isEqualTo("/customers?status=Active&sort=name");
        assertThat(query.without("tag", "VIP").toString())
                .isEqualTo("status=Active&tag=Gold&sort=name");
    }
}
