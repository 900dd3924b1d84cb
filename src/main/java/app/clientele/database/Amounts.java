package app.clientele.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money in the database: minor units, with the currency beside them. */
public final class Amounts {
    private Amounts() {}

    public static @Nullable Money read(ResultSet row, String minor, String currency)
            throws SQLException {
        return of(row.getObject(minor, Long.class), row.getString(currency));
    }

    public static @Nullable Money of(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null
                ? null
                : Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    public static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.getAmountMinorLong();
    }

    public static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.getCurrencyUnit().getCode();
    }
}
