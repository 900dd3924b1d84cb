package app.clientele.imports.web;

import app.clientele.imports.Import;
import app.clientele.imports.ImportRows;
import app.clientele.shared.Page;
import app.clientele.site.Tab;
import app.clientele.site.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do, row by row.
 *
 * @param verdict of the rows shown; empty for all
 */
public record Result(View view, Import about, String verdict, Page<ImportRows.Row> rows) {
    private static final List<String> VERDICTS =
            List.of("create", "update", "unchanged", "skip", "error");

    public String path() {
        return "/imports/" + about.id();
    }

    public @Nullable String next() {
        return rows.next() == null
                ? null
                : path() + "?verdict=" + verdict + "&cursor=" + rows.next();
    }

    /** A filter for each verdict that some row has. */
    public List<Tab> tabs() {
        Tab all = new Tab("", view.t("imports.verdict.all"), path(), (long) about.handled());
        return Stream.concat(
                        Stream.of(all), VERDICTS.stream().filter(v -> count(v) > 0).map(this::tab))
                .toList();
    }

    private Tab tab(String each) {
        return new Tab(
                each,
                view.t("imports.verdict." + each),
                path() + "?verdict=" + each,
                (long) count(each));
    }

    private int count(String each) {
        return switch (each) {
            case "create" -> about.created();
            case "update" -> about.updated();
            case "unchanged" -> about.unchanged();
            case "skip" -> about.skipped();
            default -> about.failed();
        };
    }

    public String colour(ImportRows.Row row) {
        return switch (row.verdict()) {
            case "create" -> "green";
            case "update" -> "blue";
            case "error" -> "red";
            default -> "grey";
        };
    }

    /** One sentence of how it went, or would go. */
    public String summary() {
        return view.t(
                about.dryRun() ? "imports.would" : "imports.did",
                about.created(),
                about.updated(),
                about.unchanged() + about.skipped(),
                about.failed());
    }

    /** Whether customers could still be made or changed by this file. */
    public boolean worthwhile() {
        return about.dryRun() && about.created() + about.updated() > 0;
    }
}
