package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.business.Staff;
import app.clientele.customers.CustomerDetails.BarredStaff;
import app.clientele.customers.CustomerDetails.Draft;
import app.clientele.customers.history.History;
import app.clientele.customers.history.Restoration;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerRow;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where and by whom somebody likes to be served, and by whom never. */
@ClienteleTest
class PreferencesTests {
    @Autowired private Customers customers;
    @Autowired private CustomerList list;
    @Autowired private StaffPreferences preferences;
    @Autowired private History history;
    @Autowired private Restoration restoration;
    @Autowired private Merges merges;
    @Autowired private Staff staff;

    private UUID dora = new UUID(0, 0);
    private UUID paul = new UUID(0, 0);
    private UUID mona = new UUID(0, 0);

    @BeforeEach
    void colleagues() {
        Cast.dora();
        Cast.paul();
        Cast.mona();
        dora = colleague("Dora Lind");
        paul = colleague("Paul Vries");
        mona = colleague("Mona Haddad");
    }

    private UUID colleague(String name) {
        return Cast.mia()
                .call(() ->
                        preferences.team().staff().stream()
                                .filter(c -> c.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .id());
    }

    private UUID customer(String name, Consumer<Draft> more) {
        return Cast.mia()
                .call(() ->
                        customers
                                .create(
                                        CustomerDetails.of(d -> {
                                            d.firstName = name;
                                            more.accept(d);
                                        }))
                                .id());
    }

    private CustomerDetails now(UUID customer) {
        return Cast.mia().call(() -> customers.get(customer).details());
    }

    private void change(UUID customer, Consumer<Draft> edit) {
        Cast.mia().run(() -> customers.change(customer, p -> p.with(edit)));
    }

    private static BarredStaff barred(UUID staff, String reason) {
        return new BarredStaff(staff, reason);
    }

    @Test
    void theApiTakesRanksChangesAndForgetsThem() {
        ApiClient api = Cast.api(Permission.values());
        Answer made =
                api.post(
                        "/customers",
                        Map.of(
                                "firstName",
                                "Api",
                                "preferredBranchId",
                                Cast.branch(),
                                "preferredStaffIds",
                                List.of(paul, dora, paul),
                                "barredStaff",
                                List.of(Map.of("staffId", mona, "reason", "Asked for another"))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().get("id").asString());
        assertThat(made.json().path("preferredBranchId").asString())
                .isEqualTo(Cast.branch().toString());
        assertThat(now(id).preferredStaffIds()).containsExactly(paul, dora);
        assertThat(made.json().at("/barredStaff/0/reason").asString())
                .isEqualTo("Asked for another");
        assertThat(Cast.mia().call(() -> preferences.of(id)))
                .isEqualTo(
                        new StaffPreferences.Preference(
                                List.of(paul, dora),
                                List.of(new StaffPreferences.Barred(mona, "Asked for another"))));
        String path = "/customers/" + id;
        Answer ranked =
                api.patch(path, made.etag(), Map.of("preferredStaffIds", List.of(dora, paul)));
        assertThat(now(id).preferredStaffIds()).containsExactly(dora, paul);
        assertThat(ChangeLog.of(Cast.mia().business(), id).getLast())
                .contains("preferred_staff=[{")
                .doesNotContain("barred_staff");
        assertThat(
                        api.patch(path, made.etag(), Map.of("preferredStaffIds", List.of(paul)))
                                .status())
                .isEqualTo(412);
        api.patch(
                path,
                ranked.etag(),
                "{\"preferredBranchId\":null,\"preferredStaffIds\":null,\"barredStaff\":[]}");
        assertThat(now(id).preferredBranchId()).isNull();
        assertThat(now(id).preferredStaffIds()).isEmpty();
        assertThat(now(id).barredStaff()).isEmpty();
    }

    @Test
    void nobodyIsBothAndStrangersAreNamed() {
        UUID stranger = UUID.randomUUID();
        assertThatThrownBy(() ->
                        customer(
                                "Odd",
                                d -> {
                                    d.preferredBranchId = stranger;
                                    d.preferredStaffIds = List.of(paul, stranger);
                                    d.barredStaff =
                                            List.of(
                                                    barred(paul, "Why"),
                                                    barred(stranger, "Why"),
                                                    new BarredStaff(dora, null));
                                }))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(p -> p.field() + " " + p.code())
                                        .containsExactlyInAnyOrder(
                                                "preferredBranchId branch_unknown",
                                                "preferredStaffIds[1] staff_unknown",
                                                "barredStaff[0].staffId preferred_too",
                                                "barredStaff[1].staffId preferred_too",
                                                "barredStaff[1].staffId staff_unknown",
                                                "barredStaff[2].reason required"));
        assertThatThrownBy(() ->
                        customer(
                                "Many",
                                d ->
                                        d.preferredStaffIds =
                                                IntStream.range(0, 21)
                                                        .mapToObj(i -> UUID.randomUUID())
                                                        .toList()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void theListNarrowsByAllThree() {
        customer("Bea", d -> d.preferredStaffIds = List.of(dora, paul));
        customer("Cem", d -> d.preferredStaffIds = List.of(paul));
        customer("Dan", d -> d.barredStaff = List.of(barred(paul, "Quarrel")));
        customer("Eva", d -> d.preferredBranchId = Cast.branch());
        assertThat(found("preferredStaffId=" + paul)).contains("Bea", "Cem").doesNotContain("Dan");
        assertThat(found("preferredStaffId=" + dora)).contains("Bea").doesNotContain("Cem");
        assertThat(found("barredStaffId=" + paul)).containsExactly("Dan");
        assertThat(found("preferredBranchId=" + Cast.branch())).containsExactly("Eva");
    }

    private List<String> found(String... params) {
        Map<String, List<String>> query =
                Arrays.stream(params)
                        .map(p -> p.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> List.of(p[1])));
        return Cast.mia()
                .call(() ->
                        list.page(list.filter(query), null, null, 50).slice().rows().stream()
                                .map(CustomerRow::name)
                                .toList());
    }

    @Test
    void whoLeftStaysNamedAndTheHistoryTellsAndPutsBack() {
        UUID leaver =
                Cast.mia()
                        .call(() ->
                                staff.add(
                                        new Staff.MemberDetails(
                                                "Lea Ver",
                                                "lea-" + UUID.randomUUID() + "@example.org",
                                                staff.get(paul).roleId(),
                                                List.of())));
        UUID ada = customer("Ada", d -> d.preferredStaffIds = List.of(leaver, paul));
        Cast.mia().run(() -> staff.deactivate(leaver));
        change(ada, d -> d.preferredStaffIds = List.of(paul, leaver));
        Cast.mia()
                .run(() -> {
                    assertThat(customers.get(ada).team().colleague(leaver))
                            .contains(new Team.Colleague(leaver, "Lea Ver", true));
                    History.Change ranked =
                            history.of(ada, History.Filter.ALL, null, 5).items().getFirst();
                    assertThat(ranked.fields())
                            .extracting(f -> f.field() + ": " + f.before() + " > " + f.after())
                            .containsExactly(
                                    "preferredStaffIds: Lea Ver, Paul Vries > Paul Vries, Lea Ver");
                    restoration.putBack(ada, ranked.id(), "preferredStaffIds");
                    customers.change(ada, p -> p.with(d -> d.preferredStaffIds = List.of()));
                    customers.change(
                            ada,
                            p ->
                                    p.with(d -> {
                                        d.preferredBranchId = Cast.branch();
                                        d.barredStaff = List.of(barred(dora, "Quarrel"));
                                    }));
                    History.Change both =
                            history.of(ada, History.Filter.ALL, null, 5).items().getFirst();
                    assertThat(both.fields())
                            .extracting(f -> f.field() + ": " + f.after())
                            .containsExactlyInAnyOrder(
                                    "preferredBranchId: Mia’s studio".replace('M', 'm'),
                                    "barredStaff: Dora Lind (Quarrel)");
                    restoration.putBack(ada, both.id(), "preferredBranchId");
                });
        assertThat(now(ada).preferredBranchId()).isNull();
        assertThat(now(ada).barredStaff()).containsExactly(barred(dora, "Quarrel"));
    }

    @Test
    void aMergeJoinsThemTheStricterWinsAndUndoGivesBackTheSameBytes() {
        UUID kept =
                customer(
                        "Kim",
                        d -> {
                            d.preferredStaffIds = List.of(dora, mona);
                            d.barredStaff = List.of();
                        });
        UUID gone =
                customer(
                        "Kim",
                        d -> {
                            d.preferredStaffIds = List.of(paul, dora);
                            d.barredStaff = List.of(barred(mona, "Quarrel"));
                            d.preferredBranchId = Cast.branch();
                        });
        List<String> before = rows(kept, gone);
        Merge merge = Cast.mia().call(() -> merges.merge(new MergeDetails(kept, gone, Map.of())));
        assertThat(now(kept).preferredStaffIds()).containsExactly(dora, paul);
        assertThat(now(kept).barredStaff()).containsExactly(barred(mona, "Quarrel"));
        assertThat(now(kept).preferredBranchId()).isEqualTo(Cast.branch());
        Cast.mia().run(() -> merges.undo(merge.id()));
        assertThat(rows(kept, gone)).isEqualTo(before);
    }

    private static List<String> rows(UUID... customers) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select r.* from (
                            select (to_jsonb(c) - 'version' - 'updated_at')::text from customer c where id = any(:ids)
                            union all
                            select to_jsonb(p)::text from staff_preference p where customer_id = any(:ids)) r
                        order by 1
                        """)
                .param("ids", customers)
                .query(String.class)
                .list();
    }
}
