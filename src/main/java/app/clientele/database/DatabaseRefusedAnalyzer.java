package app.clientele.database;

import app.clientele.database.embedded.DatabaseRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the one sentence instead of a stack trace. */
class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, DatabaseRefused refused) {
        return new FailureAnalysis(refused.getMessage(), null, refused);
    }
}
