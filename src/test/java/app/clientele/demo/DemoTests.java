package app.clientele.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.TestDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The demo as those who try it, and tests from outside, find it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"clientele.demo=true", "clientele.demo-key=look"})
class DemoTests {
    @LocalServerPort int port;
    @Autowired Demo demo;

    @ParameterizedTest
    @ValueSource(strings = {"lumen", "atelier", "pawfolk"})
    void eachBusinessHasItsCustomersAndAKey(String slug) {
        Answer customers = with("look-" + slug).get("/customers?limit=200");

        assertThat(customers.status()).isEqualTo(200);
        assertThat(customers.json().path("items")).hasSize(200);
        assertThat(customers.json().path("next").isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumen", "atelier", "pawfolk"})
    void everybodyKnowsWhenTheyWork(String slug) {
        ApiClient api = with("look-" + slug);
        var branches = api.get("/branches").json().get("items");
        var staff = api.get("/staff").json().get("items");
        for (var branch : branches) {
            String id = branch.get("id").asString();
            String hours = "/branches/" + id + "/opening-hours";
            assertThat(api.get(hours).json().get("said").asBoolean()).isTrue();
            assertThat(api.get(hours + "/dates").json().get("items")).isNotEmpty();
            for (var member : staff) {
                if (member.get("branchIds").values().contains(branch.get("id"))) {
                    String theirs =
                            "/staff/" + member.get("id").asString() + "/working-hours/" + id;
                    assertThat(api.get(theirs).json().get("said").asBoolean()).as(theirs).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumen", "atelier", "pawfolk"})
    void theBooksAgree(String slug) {
        var verified = with("look-" + slug).get("/verification").json();
        assertThat(verified.path("findings")).isEmpty();
        assertThat(verified.path("entries").asInt()).isPositive();
        assertThat(verified.path("invoices").asInt()).isPositive();
    }

    private ApiClient with(String key) {
        return new ApiClient("http://127.0.0.1:" + port, key);
    }

    @Test
    void itsPastWasWrittenByItsStaffOverTwoYears() {
        var past =
                TestDatabase.ownerClient()
                        .sql(
                                """
                                select min(c.at) earliest, max(c.at) latest, count(distinct c.at::date) days,
                                       count(*) filter (where c.source <> 'booking' and c.at < now() - interval '1 day' and (c.actor is null or c.source <> 'page')) nobodys,
                                       bool_and(n.created_at = c.at) filter (where c.entity = 'note') told
                                from change c join business b on b.id = c.business_id
                                left join note n on n.business_id = c.business_id and n.id = c.row_id
                                where b.slug = 'lumen' and c.customer_id is not null
                                """)
                        .query()
                        .singleRow();

        Instant now = Instant.now();
        assertThat(((java.sql.Timestamp) past.get("earliest")).toInstant())
                .isBetween(now.minus(735, ChronoUnit.DAYS), now.minus(600, ChronoUnit.DAYS));
        assertThat(((java.sql.Timestamp) past.get("latest")).toInstant())
                .isBetween(now.minus(20, ChronoUnit.DAYS), now);
        assertThat((Long) past.get("days")).isGreaterThan(250);
        assertThat(past.get("nobodys")).isEqualTo(0L);
        assertThat(past.get("told")).isEqualTo(true);
    }

    @Test
    void somethingComesAgainAndSomebodyBringsAGuest() {
        var booked =
                TestDatabase.ownerClient()
                        .sql(
                                """
                                select count(distinct a.series_id) series, count(*) filter (where a.guest_name is not null) guests,
                                       count(*) filter (where a.visit_id <> a.id) parts
                                from appointment a join business b on b.id = a.business_id where b.slug = 'lumen'
                                """)
                        .query()
                        .singleRow();
        assertThat((Long) booked.get("series")).isGreaterThan(1);
        assertThat((Long) booked.get("guests")).isPositive();
        assertThat((Long) booked.get("parts")).isPositive();
    }

    @Test
    void theSpaHasCardsOnFileInTheSandbox() {
        var cards =
                TestDatabase.ownerClient()
                        .sql(
                                """
                                select count(*) many, count(distinct k.customer_id) people,
                                       count(*) filter (where k.expires_on < current_date + interval '2 months') ending
                                from customer_card k join business b on b.id = k.business_id where b.slug = 'lumen'
                                """)
                        .query()
                        .singleRow();
        assertThat((Long) cards.get("people")).isGreaterThan(40);
        assertThat((Long) cards.get("many")).isGreaterThan((Long) cards.get("people"));
        assertThat((Long) cards.get("ending")).isPositive();
    }

    @Test
    void aSecondStartAddsNothing() {
        long before = customers();

        demo.run(new org.springframework.boot.DefaultApplicationArguments());

        assertThat(before).isBetween(1_150L, 1_212L);
        assertThat(customers()).isEqualTo(before);
    }

    private static long customers() {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select count(*) from customer c join business b on b.id = c.business_id
                        where b.slug in ('lumen', 'atelier', 'pawfolk')
                        """)
                .query(Long.class)
                .single();
    }
}
