package app.clientele.imports;

import app.clientele.customers.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of imported files. */
@Component
class ImportPersonalData implements PersonalData {
    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        "import_row",
                        "customer_id",
                        OnMerge.LEAVE,
                        Map.of(
                                "verdict",
                                OnErase.KEEP,
                                "reasons",
                                OnErase.BLANK,
                                "cells",
                                OnErase.BLANK)));
    }
}
