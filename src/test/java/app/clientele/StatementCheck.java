package app.clientele;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads along with everything a tested application asks the database: a statement about a table of
 * businesses that does not say which one fails there and then, whatever row-level security would
 * have made of it.
 */
public final class StatementCheck implements BeanPostProcessor {
    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(from|join|into|update|using)\\s+(?:only\\s+)?(\\w+)(?:\\s+(?:as\\s+)?(\\w+))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ALIAS =
            Set.of(
                    "where",
                    "set",
                    "join",
                    "left",
                    "cross",
                    "inner",
                    "on",
                    "order",
                    "group",
                    "limit",
                    "values",
                    "select",
                    "using",
                    "union",
                    "for",
                    "returning",
                    "offset",
                    "natural",
                    "lateral",
                    "window",
                    "having",
                    "default");

    private final Set<String> right = ConcurrentHashMap.newKeySet();

    private static final class Tables {
        static final Set<String> OF_BUSINESSES =
                TestDatabase.ownerClient()
                        .sql(
                                """
                                select table_name from information_schema.columns where table_schema = 'public' and column_name = 'business_id'
                                    and table_name not in ('session', 'sign_in_link')
                                """)
                        .query(String.class)
                        .set();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JdbcClient client ? reading(client) : bean;
    }

    private JdbcClient reading(JdbcClient client) {
        return (JdbcClient)
                Proxy.newProxyInstance(
                        JdbcClient.class.getClassLoader(),
                        new Class<?>[] {JdbcClient.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("sql")
                                    && right.add((String) arguments[0])) {
                                check((String) arguments[0]);
                            }
                            try {
                                return method.invoke(client, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
    }

    /**
     * @throws AssertionError naming the statement and the table
     */
    static void check(String statement) {
        Matcher tables = TABLE.matcher(statement);
        while (tables.find()) {
            String table = tables.group(2);
            String alias =
                    tables.group(1).equalsIgnoreCase("into") ? "\\w+" : alias(tables.group(3));
            if (Tables.OF_BUSINESSES.contains(table)
                    && !isNamed(statement, alias == null ? table : alias)) {
                throw new AssertionError(
                        "Of which business is " + table + " in this statement?\n" + statement);
            }
        }
    }

    private static @Nullable String alias(@Nullable String word) {
        return word == null || NO_ALIAS.contains(word) ? null : word;
    }

    private static boolean isNamed(String statement, String name) {
        return Pattern.compile("(?<![\\w.])(?:" + name + "\\.)?business_id\\b")
                .matcher(statement)
                .find();
    }
}
