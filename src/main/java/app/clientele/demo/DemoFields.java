package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.customers.custom.CustomFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The fields an invented business defined itself, and what its customers have in them. A line of
 * its file says: label; type; heading; help; what may stand there; how many in a hundred have it.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoFields {
    private final CustomFields fields;

    DemoFields(CustomFields fields) {
        this.fields = fields;
    }

    /** Gives people values in these fields. */
    record Filled(List<CustomField> fields, List<List<String>> lines, LocalDate today) {
        CustomerDetails fill(CustomerDetails person, Random random) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                List<String> line = lines.get(i);
                if (random.nextInt(100) < Integer.parseInt(line.get(5))) {
                    values.put(
                            fields.get(i).key(), value(fields.get(i).type(), line.get(4), random));
                }
            }
            return person.with(d -> d.customFields = values);
        }

        private Object value(Type type, String range, Random random) {
            List<String> choices = DemoFile.split(range, "|");
            String one = choices.get(random.nextInt(choices.size()));
            return switch (type) {
                case NUMBER -> between(range, random);
                case DATE -> today.minusDays(between(range, random)).toString();
                case YES_NO -> one.equals("yes");
                case CHOICES -> List.of(one, choices.getFirst());
                default -> one;
            };
        }

        private static int between(String range, Random random) {
            List<String> ends = DemoFile.split(range, "–");
            return random.nextInt(
                    Integer.parseInt(ends.getFirst()), Integer.parseInt(ends.getLast()) + 1);
        }
    }

    Filled define(DemoBusiness demo, LocalDate today) {
        List<List<String>> lines =
                DemoFile.read("businesses/" + demo.slug() + ".txt").section("fields").stream()
                        .map(line -> DemoFile.split(line, ";"))
                        .toList();
        List<CustomField> defined = new ArrayList<>();
        lines.forEach(line -> defined.add(fields.get(fields.add(details(line)))));
        return new Filled(defined, lines, today);
    }

    private static CustomFieldDetails details(List<String> line) {
        Type type = Type.valueOf(line.get(1).toUpperCase(Locale.ROOT));
        return new CustomFieldDetails(
                null,
                line.get(0),
                type,
                line.get(3).isEmpty() ? null : line.get(3),
                line.get(2).isEmpty() ? null : line.get(2),
                false,
                false,
                false,
                type.hasOptions()
                        ? DemoFile.split(line.get(4), "|").stream()
                                .map(option -> new OptionDetails(null, option, false))
                                .toList()
                        : List.of());
    }
}
