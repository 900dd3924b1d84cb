package app.clientele.imports.web;

import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.imports.Import;
import app.clientele.imports.ImportRows;
import app.clientele.imports.Imports;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.UnreadableFile;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.site.Limits;
import app.clientele.site.Texts;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports: send a file, ask how it goes, take it back. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportApi {
    private final Imports imports;
    private final ImportRows rows;
    private final Texts texts;

    ImportApi(Imports imports, ImportRows rows, Texts texts) {
        this.imports = imports;
        this.rows = rows;
        this.texts = texts;
    }

    /** A row and why it went as it did, in words. */
    record RowTold(int row, String verdict, @Nullable UUID customerId, @Nullable String reason) {}

    /** An import with the rows asked for. */
    record ImportTold(@JsonUnwrapped Import about, List<RowTold> rows, @Nullable String nextRows) {}

    /** Imports, latest first. */
    @GetMapping
    Page<Import> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.all(cursor, Limits.of(limit));
    }

    /**
     * Takes a CSV or XLSX file in, or with dryRun only tries it; the format is recognised by its
     * columns.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Import> upload(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "skip") String onDuplicate,
            @RequestParam(required = false) @Nullable String dateOrder)
            throws IOException {
        Imports.Options options =
                new Imports.Options(onDuplicate(onDuplicate), null, dateOrder(dateOrder));
        try (InputStream content = file.getInputStream()) {
            Import planned =
                    imports.upload(
                            content,
                            Objects.requireNonNullElse(file.getOriginalFilename(), "list"),
                            options);
            imports.start(planned.id(), dryRun);
            return ResponseEntity.created(URI.create("/api/v1/imports/" + planned.id()))
                    .body(imports.get(planned.id()));
        } catch (UnreadableFile e) {
            throw new Invalid(
                    List.of(
                            new Invalid.Problem(
                                    "file",
                                    "file_unreadable",
                                    texts.text(Locale.ENGLISH, e.key(), e.args().toArray()))));
        }
    }

    private static OnDuplicate onDuplicate(String name) {
        for (OnDuplicate choice : OnDuplicate.values()) {
            if (choice.wireName().equals(name)) {
                return choice;
            }
        }
        throw new Invalid("onDuplicate", "choice");
    }

    private static @Nullable DateOrder dateOrder(@Nullable String name) {
        return name == null
                ? null
                : DateOrder.of(name).orElseThrow(() -> new Invalid("dateOrder", "choice"));
    }

    /** How an import goes, with what became of its rows. */
    @GetMapping("/{id}")
    ImportTold get(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Import about = imports.get(id);
        Page<ImportRows.Row> page = rows.of(id, verdict, cursor, Limits.of(limit));
        return new ImportTold(about, page.items().stream().map(this::told).toList(), page.next());
    }

    private RowTold told(ImportRows.Row row) {
        String reason =
                String.join(
                        " ",
                        row.reasons().stream()
                                .map(r ->
                                        (r.field().isEmpty() ? "" : r.field() + ": ")
                                                + texts.text(
                                                        Locale.ENGLISH,
                                                        r.key(),
                                                        r.args().toArray()))
                                .toList());
        return new RowTold(
                row.row(), row.verdict(), row.customerId(), reason.isEmpty() ? null : reason);
    }

    /** Takes a tried import in for real. */
    @PostMapping("/{id}/start")
    ResponseEntity<Import> start(@PathVariable UUID id) {
        imports.start(id, false);
        return ResponseEntity.accepted().body(imports.get(id));
    }

    /**
     * Takes an import back as far as it went, also while it is under way (202); one that was only
     * tried is deleted with its file (204).
     */
    @DeleteMapping("/{id}")
    ResponseEntity<Import> undo(@PathVariable UUID id) {
        if (imports.get(id).isPlannable()) {
            imports.discard(id);
            return ResponseEntity.noContent().build();
        }
        imports.undo(id);
        return ResponseEntity.accepted().body(imports.get(id));
    }
}
