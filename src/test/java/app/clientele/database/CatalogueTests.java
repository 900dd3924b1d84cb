package app.clientele.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.PersonalData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every table against the rules of the house, out of the database's own catalogue. */
@ClienteleTest
class CatalogueTests {
    /**
     * Across businesses: read before anybody is known to belong to one, or of no business at all.
     */
    private static final Set<String> ACROSS_BUSINESSES =
            Set.of(
                    "account",
                    "session",
                    "sign_in_link",
                    "scheduled_tasks",
                    "flyway_schema_history");

    /** Keyed otherwise than by (business_id, id), since nothing refers to their rows. */
    private static final Set<String> OTHER_KEY =
            Set.of(
                    "custom_value",
                    "customer_key",
                    "customer_text",
                    "name_word",
                    "customer_number",
                    "customer_pair",
                    "customer_pair_search",
                    "staff_preference",
                    "import_row");

    /** Derived from logged tables, or a log themselves: their changes need no log. */
    private static final Set<String> NOT_LOGGED =
            Set.of(
                    "change",
                    "custom_value",
                    "customer_key",
                    "customer_text",
                    "name_word",
                    "customer_number",
                    "customer_pair",
                    "customer_pair_search",
                    "staff_preference",
                    "appointment_link",
                    "staff_time",
                    "waitlist_freed",
                    "import_row",
                    "invoice_counter",
                    "sandbox_card",
                    "sandbox_entry",
                    "sandbox_page",
                    "ledger_lot",
                    "idempotent_request");

    /** What a business says of itself and its staff; nothing in them is about a customer. */
    private static final Set<String> NOT_ABOUT_CUSTOMERS =
            Set.of(
                    "customer_number",
                    "customer_pair_search",
                    "appointment_link",
                    "business",
                    "branch",
                    "weekly_hours",
                    "dated_hours",
                    "time_off",
                    "role",
                    "service",
                    "service_branch",
                    "service_staff",
                    "staff",
                    "staff_branch",
                    "staff_time",
                    "waitlist_freed",
                    "api_key",
                    "booking_settings",
                    "class_series",
                    "class_session",
                    "choice",
                    "custom_field",
                    "erasure_rule",
                    "import_batch",
                    "import_mapping",
                    "invoice_counter",
                    "gateway_settings",
                    "gateway_operation",
                    "sandbox_card",
                    "sandbox_entry",
                    "sandbox_page",
                    "fee_rule",
                    "credit_settings",
                    "membership_benefit",
                    "membership_plan",
                    "membership_plan_benefit",
                    "membership_settings",
                    "gift_settings",
                    "ledger_lot",
                    "order_tip",
                    "own_tender",
                    "package",
                    "package_item",
                    "point_rule",
                    "point_settings",
                    "product",
                    "sales_settings",
                    "tax_rate",
                    "tax_rate_branch",
                    "saved_view");

    private static List<String> tables() {
        return TestDatabase.ownerClient()
                .sql(
                        "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1")
                .query(String.class)
                .list();
    }

    private static List<String> tenantTables() {
        return tables().stream().filter(t -> !ACROSS_BUSINESSES.contains(t)).toList();
    }

    private static List<String> names(String query) {
        return TestDatabase.ownerClient().sql(query).query(String.class).list();
    }

    @Test
    void everyTenantTableNamesItsBusiness() {
        assertThat(
                        names(
                                "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'business_id' and is_nullable = 'NO'"))
                .containsAll(tenantTables());
    }

    @Test
    void everyTenantTableIsKeyedByBusinessAndId() {
        List<String> keyed =
                names(
                        """
                        select c.conrelid::regclass::text from pg_constraint c
                        where c.contype = 'p' and (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality k(column_number, place)
                            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.column_number) = array['business_id', 'id']
                        """);
        assertThat(tenantTables())
                .filteredOn(t -> !OTHER_KEY.contains(t))
                .allSatisfy(t -> assertThat(keyed).contains(t));
    }

    @Test
    void everyUniqueRuleBeginsWithTheBusiness() {
        List<String> others =
                names(
                        """
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                        where i.indisunique and c.relnamespace = 'public'::regnamespace
                            and (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'business_id'
                        """);
        assertThat(others)
                .as(
                        "unique across businesses, so able to tell one of another's values; each named here on purpose")
                .containsExactlyInAnyOrder(
                        "account_pkey",
                        "account_email_key",
                        "session_pkey",
                        "session_token_hash_key",
                        "sign_in_link_pkey",
                        "sign_in_link_token_hash_key",
                        "business_slug_key",
                        "api_key_key_hash_key",
                        "scheduled_tasks_pkey",
                        "flyway_schema_history_pk");
    }

    @Test
    void everyReferenceBetweenTenantTablesNamesTheBusiness() {
        List<String> without =
                names(
                        """
                        select c.conname from pg_constraint c
                        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
                            select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname = 'business_id')
                        """);
        assertThat(without).allMatch(name -> name.contains("account_id"));
    }

    @Test
    void everyTenantTableStandsBehindTheWall() {
        List<String> walled =
                names(
                        """
                        select c.relname from pg_class c join pg_policies p on p.tablename = c.relname
                        where c.relrowsecurity and p.qual like '%app.business_id%' and p.cmd = 'ALL'
                        """);
        assertThat(walled).containsAll(tenantTables());
    }

    @Test
    void everyTenantTableIsLogged() {
        List<String> logged =
                names(
                        """
                        select r.tgrelid::regclass::text from pg_trigger r join pg_trigger s on s.tgrelid = r.tgrelid
                        where r.tgname = 'change_log' and s.tgname = 'change_log_insert'
                        """);
        assertThat(tenantTables())
                .filteredOn(t -> !NOT_LOGGED.contains(t))
                .allSatisfy(t -> assertThat(logged).contains(t));
    }

    /** But for what tells of the erasing itself, and of copies taken out. */
    @Test
    void nothingIsHungOnWhoIsBeingErased() {
        assertThat(
                        names(
                                """
                                select r.tgrelid::regclass::text from pg_trigger r
                                where r.tgname in ('erasing_insert', 'erasing_update', 'erasing_delete')
                                group by r.tgrelid having count(*) = 3
                                """))
                .containsAll(
                        names(
                                """
                                select t.tgrelid::regclass::text from pg_trigger t
                                join pg_attribute a on a.attrelid = t.tgrelid and a.attname = 'customer_id'
                                where t.tgname = 'change_log'
                                    and t.tgrelid::regclass::text not in ('customer_erasure', 'customer_export', 'retention_notice')
                                """))
                .contains("note", "alert", "customer_tag", "customer_distinct", "customer_photo");
    }

    @Test
    void nobodyEditsTheChangeLog() {
        assertThat(
                        names(
                                "select privilege_type from information_schema.role_table_grants where table_name = 'change' and grantee = 'clientele_app'"))
                .containsExactly("SELECT");
    }

    @Test
    void everyColumnThatCanHoldACustomerIsOnTheMap() {
        Map<String, PersonalData.Table> map =
                Cast.beans(PersonalData.class).stream()
                        .flatMap(p -> p.tables().stream())
                        .collect(Collectors.toMap(PersonalData.Table::name, Function.identity()));
        assertThat(map.keySet()).doesNotContainAnyElementsOf(NOT_ABOUT_CUSTOMERS);
        for (String table : tenantTables()) {
            if (!NOT_ABOUT_CUSTOMERS.contains(table)) {
                assertThat(map).as("the map names table " + table).containsKey(table);
                assertThat(map.get(table).columns().keySet())
                        .as("columns of " + table)
                        .containsAll(tellingColumns(table));
            }
        }
    }

    @Test
    void everyTableThatNamesACustomerIsOnTheMap() {
        Set<String> mapped =
                Cast.beans(PersonalData.class).stream()
                        .flatMap(p -> p.tables().stream())
                        .map(PersonalData.Table::name)
                        .collect(Collectors.toSet());
        assertThat(mapped)
                .containsAll(
                        names(
                                "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'customer_id'"));
    }

    /** A row left behind would keep a record from merging, or be lost with it. */
    @Test
    void everyReferenceToACustomerIsOnTheMap() {
        Set<String> mapped =
                Cast.beans(PersonalData.class).stream()
                        .flatMap(p -> p.tables().stream())
                        .flatMap(t ->
                                Stream.concat(
                                                Stream.ofNullable(t.customerColumn()),
                                                t.links().others().stream())
                                        .map(column -> t.name() + "." + column))
                        .collect(Collectors.toSet());
        assertThat(mapped)
                .containsAll(
                        names(
                                """
                                select c.conrelid::regclass || '.' || a.attname from pg_constraint c
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                                where c.contype = 'f' and c.confrelid = 'customer'::regclass and a.attname <> 'business_id'
                                    and c.confdeltype <> 'c'
                                """));
    }

    /**
     * Two rows that may not stand side by side must be on the map, or a merge would fail on them.
     */
    @Test
    void everyRuleThatACustomersRowsBeDifferentIsOnTheMap() {
        for (PersonalData.Table table : moving()) {
            Set<String> minded = new HashSet<>(table.links().same());
            minded.addAll(table.links().once());
            assertThat(unique(table))
                    .as("unique rules about the customer in " + table.name())
                    .allSatisfy(rule -> assertThat(rule).containsAnyElementsOf(minded));
        }
    }

    private static List<PersonalData.Table> moving() {
        return Cast.beans(PersonalData.class).stream()
                .flatMap(p -> p.tables().stream())
                .filter(t ->
                        t.onMerge() == PersonalData.OnMerge.REPOINT
                                || t.onMerge() == PersonalData.OnMerge.COMBINE)
                .toList();
    }

    /** The words of each unique rule that names the table's customer. */
    private static List<List<String>> unique(PersonalData.Table table) {
        return names(
                        """
                        select pg_get_indexdef(i.indexrelid) from pg_index i
                        where i.indrelid = '%1$s'::regclass and i.indisunique and pg_get_indexdef(i.indexrelid) ~ '\\y%2$s\\y'
                        """
                                .formatted(table.name(), table.customerColumn()))
                .stream()
                .map(rule -> List.of(rule.split("[^a-z_]+")))
                .toList();
    }

    /** Columns whose type can hold words, pictures or a date about somebody. */
    private static List<String> tellingColumns(String table) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select column_name from information_schema.columns where table_schema = 'public' and table_name = :table
                            and (data_type in ('text', 'jsonb', 'bytea', 'date', '"char"') or udt_name = 'char')
                        """)
                .param("table", table)
                .query(String.class)
                .list();
    }

    @Test
    void theApplicationSeesNothingUntilItSaysWhose() {
        for (String table : tenantTables()) {
            assertThat(
                            TestDatabase.client()
                                    .sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single())
                    .as(table)
                    .isZero();
        }
    }
}
