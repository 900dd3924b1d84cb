package app.clientele.routes;

import static org.awaitility.Awaitility.await;

import app.clientele.Cast;
import app.clientele.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything the database holds of the businesses of the cast. */
final class Contents {
    /** Of which moment the last digest was, and what it was. */
    private static @Nullable Digest last;

    private Contents() {}

    private record Digest(String moment, String contents) {}

    /**
     * One digest of every row of both, by table; when a key was last used, what is searched for in
     * the background, what got free for those who wait, the sandbox's cards and what the gateway is
     * asked again and again, is nobody's deed.
     */
    static synchronized String digest() {
        rest();
        String moment = moment();
        if (last == null || !last.moment.equals(moment)) {
            last = new Digest(moment, read());
        }
        return last.contents;
    }

    /** The same as before when no transaction has written anything since, nor begun to. */
    private static String moment() {
        return TestDatabase.ownerClient()
                        .sql("select pg_current_snapshot()::text")
                        .query(String.class)
                        .single()
                + Cast.mia().business();
    }

    private static String read() {
        String rows =
                tables().stream()
                        .map(t ->
                                "select '%s' told, (to_jsonb(t) - 'last_used_on')::text line from %s t where business_id in (:ours, :theirs) and to_jsonb(t) ->> 'entity' is distinct from 'gateway_operation'"
                                        .formatted(t, t))
                        .collect(Collectors.joining(" union all "));
        return TestDatabase.ownerClient()
                .sql(
                        "select string_agg(told || ' ' || digest, ' ' order by told) from (select told, md5(string_agg(line, '|' order by line)) digest from ("
                                + rows
                                + ") all_rows group by told) all_tables")
                .param("ours", Cast.mia().business())
                .param("theirs", Cast.otto().business())
                .query(String.class)
                .single();
    }

    /** What an earlier request set going, such as an import, must not end meanwhile. */
    private static void rest() {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO) // mostly there is nothing to wait for, hundreds of times
                .pollInterval(Duration.ofMillis(5))
                .until(() ->
                        TestDatabase.ownerClient()
                                        .sql(
                                                "select count(*) from scheduled_tasks where task_name not in ('duplicate-search', 'waitlist-offers') and (picked or execution_time <= now())")
                                        .query(Long.class)
                                        .single()
                                == 0);
    }

    private static List<String> tables() {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select table_name from information_schema.columns where table_schema = 'public' and column_name = 'business_id'
                            and table_name not in ('session', 'sign_in_link', 'customer_pair', 'customer_pair_search', 'waitlist_freed',
                                'gateway_operation', 'sandbox_card')
                        """)
                .query(String.class)
                .list();
    }
}
