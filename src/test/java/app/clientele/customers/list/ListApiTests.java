package app.clientele.customers.list;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The list over HTTP: filtered, sorted, changed in bulk, kept as views, exported. */
@ClienteleTest
class ListApiTests {
    @Autowired private Customers customers;
    @Autowired private Choices choices;

    private static @Nullable UUID peopled;
    private static UUID ada = new UUID(0, 0);
    private static UUID bo = new UUID(0, 0);

    @BeforeEach
    void people() {
        if (Cast.mia().business().equals(peopled)) {
            return;
        }
        peopled = Cast.mia().business();
        Cast.mia()
                .run(() -> {
                    choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails("VIP", "purple"));
                    ada =
                            customers
                                    .create(
                                            People.named("Ada", "Åberg")
                                                    .email("ada@example.se")
                                                    .phone("+46 70 123 45 67")
                                                    .tag("VIP")
                                                    .details())
                                    .id();
                    bo = customers.create(People.named("Bo", "Berg").details()).id();
                });
    }

    private static ApiClient all() {
        return Cast.api(Permission.values());
    }

    private static List<String> firstNames(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(c -> c.path("firstName").asString())
                .toList();
    }

    @Test
    void filtersAndSorts() {
        assertThat(firstNames(all().get("/customers?sort=name_descending")))
                .containsExactly("Bo", "Ada");
        assertThat(firstNames(all().get("/customers?tag=VIP&hasPhone=true")))
                .containsExactly("Ada");
        assertThat(firstNames(all().get("/customers?hasEmail=false"))).containsExactly("Bo");
        assertThat(all().get("/customers?sort=random").status()).isEqualTo(422);
        assertThat(all().get("/customers?tag=Gone").status()).isEqualTo(422);
    }

    @Test
    void tagsManyAndTakesItBack() {
        Answer made =
                all().post(
                                "/bulk-changes",
                                Map.of("action", "tag", "tag", "vip", "query", "hasEmail=false"));
        assertThat(made.status()).isEqualTo(201);
        JsonNode change = made.json();
        assertThat(change.path("state").asString()).isEqualTo("done");
        assertThat(change.path("total").asInt()).isEqualTo(1);
        assertThat(change.path("choice").asString()).isEqualTo("VIP");
        String path = made.location().substring("/api/v1".length());
        assertThat(all().get(path).json()).isEqualTo(change);
        assertThat(Cast.otto().api(Permission.values()).get(path).status()).isEqualTo(404);
        assertThat(all().delete(path).json().path("undone").asInt()).isEqualTo(1);
    }

    @Test
    void tellsTheKeyThatBeganItHowItWent() {
        ApiClient api = all();
        Answer made =
                api.post(
                        "/bulk-changes",
                        Map.of(
                                "action",
                                "deactivate",
                                "customerIds",
                                List.of(bo, UUID.randomUUID())));
        String path = made.location().substring("/api/v1".length());
        JsonNode told = api.get(path).json();
        assertThat(told.path("failed").asInt()).isEqualTo(1);
        assertThat(told.path("failures").path(0).path("reason").asString())
                .isEqualTo("There is no such customer any more.");
        assertThat(ChangeLog.of(Cast.mia().business(), bo))
                .last()
                .asString()
                .startsWith("update by Test");
        Answer undone = api.delete(path);
        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.json().path("undone").asInt()).isEqualTo(1);
        assertThat(api.get("/customers/" + bo).json().path("deactivatedAt").isNull()).isTrue();
    }

    @Test
    void refusesABulkChangeThatMightMeanEverybody() {
        for (Map<String, Object> body :
                List.<Map<String, Object>>of(
                        Map.of("action", "deactivate"),
                        Map.of("action", "deactivate", "query", ""),
                        Map.of("action", "deactivate", "customerIds", List.of()),
                        Map.of("action", "deactivate", "query", "tga=VIP"),
                        Map.of(
                                "action",
                                "deactivate",
                                "query",
                                "tag=VIP",
                                "customerIds",
                                List.of(ada)),
                        Map.of("action", "explode", "query", "tag=VIP"),
                        Map.of("action", "tag", "query", "tag=VIP"),
                        Map.of("action", "tag", "tag", "Gone", "query", "tag=VIP"),
                        Map.of("action", "tag", "tag", "VIP", "query", "tag=VIP", "extra", 1))) {
            assertThat(all().post("/bulk-changes", body).status()).as("%s", body).isEqualTo(422);
        }
    }

    @Test
    void asksForThePermissionOfEachDeed() {
        ApiClient tagger = Cast.api(Permission.PROFILE_VIEW, Permission.TAG_ASSIGN);
        var tag = Map.of("action", "tag", "tag", "VIP", "customerIds", List.of(ada));
        var away = Map.of("action", "deactivate", "customerIds", List.of(ada));
        assertThat(tagger.post("/bulk-changes", tag).status()).isEqualTo(201);
        assertThat(tagger.post("/bulk-changes", away).status()).isEqualTo(403);
        assertThat(tagger.get("/customers/export.csv").status()).isEqualTo(403);
        assertThat(Cast.api(Permission.NOTE_VIEW).get("/customer-views").status()).isEqualTo(403);
    }

    @Test
    void keepsViewsSharedWithEverybody() {
        ApiClient api = all();
        Answer made =
                api.post(
                        "/customer-views",
                        Map.of("name", "Stars", "query", "tag=VIP&sort=newest", "shared", true));
        assertThat(made.status()).isEqualTo(201);
        String path = made.location().substring("/api/v1".length());
        assertThat(
                        api.patch(path, made.etag(), Map.of("name", "Suns"))
                                .json()
                                .path("name")
                                .asString())
                .isEqualTo("Suns");
        assertThat(Cast.dora().pages().get("/customers").body()).contains("Suns");
        assertThat(Cast.otto().api(Permission.values()).get(path).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        for (Map<String, Object> body :
                List.<Map<String, Object>>of(
                        Map.of("name", "Mine", "query", "tag=VIP"),
                        Map.of("name", "Odd", "query", "tga=VIP", "shared", true),
                        Map.of("query", "tag=VIP", "shared", true))) {
            assertThat(api.post("/customer-views", body).status()).isEqualTo(422);
        }
    }

    @Test
    void isDescribedToItsReaders() {
        JsonNode paths = all().get("/openapi.json").json().path("paths");
        List<String> names =
                StreamSupport.stream(
                                paths.path("/api/v1/customers")
                                        .path("get")
                                        .path("parameters")
                                        .spliterator(),
                                false)
                        .map(p -> p.path("name").asString())
                        .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .doesNotContain("params")
                .containsAll(CustomerFilter.PARAMETERS)
                .contains("sort", "cursor", "limit");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/bulk-changes",
                        "/api/v1/bulk-changes/{id}",
                        "/api/v1/customer-views",
                        "/api/v1/customers/export.csv",
                        "/api/v1/customers/export.xlsx");
        assertThat(paths.path("/api/v1/customers/export.csv").path("get").path("parameters").size())
                .isGreaterThan(20);
    }
}
