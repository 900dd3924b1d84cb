package app.clientele.imports;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.Target;
import app.clientele.shared.Folded;
import java.util.List;
import java.util.Optional;

/** Columns that go to fields the business defined itself. */
public final class OwnColumns {
    private OwnColumns() {}

    /** Columns that are called like such a field go there, unless we know better. */
    public static Mapping suggested(Mapping mapping, List<CustomField> fields) {
        Mapping suggested = mapping;
        for (int i = 0; i < mapping.columns().size(); i++) {
            Mapping.Column column = mapping.columns().get(i);
            Optional<CustomField> named =
                    column.target() == Target.UNKNOWN
                            ? named(column.header(), fields)
                            : Optional.empty();
            if (named.isPresent()) {
                suggested = suggested.with(i, target(named.get().type()), named.get().key());
            }
        }
        return suggested;
    }

    private static Optional<CustomField> named(String header, List<CustomField> fields) {
        String words = Folded.of(header);
        return fields.stream()
                .filter(f -> f.key().equals(header) || Folded.of(f.label()).equals(words))
                .findFirst();
    }

    /** A mapping kept from before: fields that have gone since take nothing. */
    static Mapping present(Mapping kept, List<CustomField> fields) {
        Mapping present = kept;
        for (int i = 0; i < kept.columns().size(); i++) {
            String field = kept.columns().get(i).field();
            if (field != null && fields.stream().noneMatch(f -> f.key().equals(field))) {
                present = present.with(i, Target.UNKNOWN);
            }
        }
        return present;
    }

    /** How the cells of a column for such a field are read. */
    public static Target target(Type type) {
        return switch (type) {
            case DATE -> Target.CUSTOM_DATE;
            case YES_NO -> Target.CUSTOM_FLAG;
            default -> Target.CUSTOM;
        };
    }
}
