package app.clientele.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table in the text form of COPY. */
final class CopyText {
    private final String command;
    private final StringBuilder rows = new StringBuilder();

    /**
     * @param columns the table and its columns: {@code note (id, body)}
     */
    CopyText(String columns) {
        command = "copy " + columns + " from stdin";
    }

    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        rows.append('\n');
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\t' -> rows.append("\\t");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    /** Sends the rows and begins anew. */
    void flush(Connection connection) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(command, new StringReader(rows.toString()), 1 << 16);
        rows.setLength(0);
    }
}
