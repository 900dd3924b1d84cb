package app.clientele.gateway;

import static app.clientele.customers.PersonalData.OnErase.DELETE_ROW;

import app.clientele.customers.ErasedPerson;
import app.clientele.customers.PersonalData;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Cards go with whoever left them, here and at the gateway. When records merge all of them come
 * along, even if they are more than a customer may add.
 */
@Component
class GatewayPersonalData implements PersonalData {
    private final Sql sql;
    private final OperationRows operations;

    GatewayPersonalData(Sql sql, OperationRows operations) {
        this.sql = sql;
        this.operations = operations;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                table(
                                "customer_card",
                                "gateway",
                                "token",
                                "payer",
                                "brand",
                                "last_four",
                                "expires_on",
                                "holder",
                                "removed_reason",
                                "created_via")
                        .with(Links.once("is_default")),
                table(
                        "card_link",
                        "secret_hash",
                        "state",
                        "gateway",
                        "reference",
                        "page",
                        "created_via"));
    }

    private static Table table(String name, String... columns) {
        return new Table(
                        name,
                        "customer_id",
                        OnMerge.REPOINT,
                        Stream.of(columns)
                                .collect(Collectors.toMap(Function.identity(), c -> DELETE_ROW)))
                .seen(Permission.SALE_VIEW);
    }

    private record Token(String gateway, String token) {}

    @Override
    public void erase(ErasedPerson person) {
        UUID[] ids = person.ids().toArray(UUID[]::new);
        sql.of(
                        """
                        select gateway, token from customer_card
                        where business_id = :business and customer_id = any(:ids) and removed_at is null
                        """)
                .param("ids", ids)
                .query(Token.class)
                .list()
                .forEach(t -> operations.forget(t.gateway(), t.token()));
    }
}
