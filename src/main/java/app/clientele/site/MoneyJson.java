package app.clientele.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money as {@code {"amount":"12.50","currency":"EUR"}}: a text, so that no program rounds it. */
final class MoneyJson {
    private static final String DECIMAL = "-?[0-9]{1,15}([.][0-9]{1,6})?";

    private MoneyJson() {}

    static SimpleModule module() {
        return new SimpleModule("money")
                .addSerializer(Money.class, new Writer())
                .addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Money> {
        private Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("amount", money.getAmount().toPlainString());
            out.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            out.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        private Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            String amount = node.path("amount").asString("");
            if (!Set.of("amount", "currency").containsAll(node.propertyNames())
                    || !amount.matches(DECIMAL)) {
                return context.reportInputMismatch(this, "no money");
            }
            try {
                var currency = CurrencyUnit.of(node.path("currency").asString(""));
                return Money.of(currency, new BigDecimal(amount), RoundingMode.UNNECESSARY);
            } catch (IllegalCurrencyException | ArithmeticException e) {
                return context.reportInputMismatch(this, "no money: %s", e.getMessage());
            }
        }
    }
}
