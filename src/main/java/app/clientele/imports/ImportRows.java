package app.clientele.imports;

import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** What became of each row of an import, and why. */
@Service
public class ImportRows {
    private final Sql sql;

    ImportRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * Why a row went as it did.
     *
     * @param field of the customer, or the header of the column; empty for the row
     * @param key message key, with its args
     */
    public record Reason(String field, String key, List<String> args) {}

    /**
     * One row.
     *
     * @param row its number as a spreadsheet program shows it
     * @param verdict create, update, unchanged, skip or error
     * @param customer their name, while they are there; in a trial that of whom it would make
     * @param cells as they stand in the file, kept only with an error
     */
    public record Row(
            int row,
            String verdict,
            @Nullable UUID customerId,
            @Nullable String customer,
            List<Reason> reasons,
            List<String> cells) {}

    /** The rows of an import in order, all or those with one verdict. */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional(readOnly = true)
    public Page<Row> of(
            UUID importId, @Nullable String verdict, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 1);
        List<Row> rows =
                sql.of(
                                """
                                select r.row, r.verdict, r.customer_id, r.reasons,
                                    case when r.verdict = 'error' then r.cells end cells,
                                    case when c.id is not null then coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name))
                                        when r.verdict <> 'error' then r.cells ->> 0 end customer
                                from import_row r
                                left join customer c on c.business_id = :business and c.id = r.customer_id
                                where r.business_id = :business and r.import_id = :import and r.row > :from
                                    and (:verdict::text is null or r.verdict = :verdict)
                                order by r.row limit :limit
                                """)
                        .param("import", importId)
                        .param("from", from == null ? 0 : number(from))
                        .param("verdict", verdict)
                        .param("limit", limit + 1)
                        .query((row, n) ->
                                new Row(
                                        row.getInt("row"),
                                        row.getString("verdict"),
                                        row.getObject("customer_id", UUID.class),
                                        blankToNull(row.getString("customer")),
                                        list(
                                                row.getString("reasons"),
                                                new TypeReference<List<Reason>>() {}),
                                        list(
                                                row.getString("cells"),
                                                new TypeReference<List<String>>() {})))
                        .list();
        return Page.of(rows, limit, r -> Cursor.of(r.row()));
    }

    private static @Nullable String blankToNull(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }

    private static int number(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.get(0));
        } catch (NumberFormatException e) {
            throw new Invalid("cursor", "cursor");
        }
    }

    private <T> List<T> list(@Nullable String text, TypeReference<List<T>> type) {
        return text == null ? List.of() : ImportJson.MAPPER.readValue(text, type);
    }
}
