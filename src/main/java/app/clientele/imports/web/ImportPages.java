package app.clientele.imports.web;

import app.clientele.customers.custom.CustomFields;
import app.clientele.imports.Import;
import app.clientele.imports.ImportRows;
import app.clientele.imports.Imports;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.UnreadableFile;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import app.clientele.site.FormErrors;
import app.clientele.site.Limits;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a customer list: choose a file, say where its columns go, try, take in, take back. */
@Controller
@RequestMapping("/imports")
class ImportPages {
    private final CustomFields customFields;
    private final Imports imports;
    private final ImportRows rows;
    private final Templates templates;
    private final DataSize most;

    ImportPages(
            CustomFields customFields,
            Imports imports,
            ImportRows rows,
            Templates templates,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize most) {
        this.customFields = customFields;
        this.imports = imports;
        this.rows = rows;
        this.templates = templates;
        this.most = most;
    }

    @GetMapping
    Object all(View view, @RequestParam(required = false) @Nullable String cursor) {
        return all(view, cursor, FormErrors.none());
    }

    private JteModel all(View view, @Nullable String cursor, FormErrors errors) {
        return templates.importsList(view, imports.all(cursor, Limits.of(null)), most, errors);
    }

    @PostMapping
    Object upload(View view, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(view, view.t("imports.unreadable.empty"));
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "list");
        try (InputStream content = file.getInputStream()) {
            return view.redirect(page(imports.upload(content, name, Imports.Options.USUAL).id()));
        } catch (UnreadableFile e) {
            return refused(view, view.t(e.key(), e.args().toArray()));
        }
    }

    private Object refused(View view, String why) {
        return view.invalid(all(view, null, FormErrors.of("file", why)));
    }

    private static String page(UUID id) {
        return "/imports/" + id;
    }

    /** Whatever comes next: where the columns go, how far it is, or how it went. */
    @GetMapping("/{id}")
    Object show(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(required = false) @Nullable String cursor) {
        Import about = imports.get(id);
        return switch (about.state()) {
            case READY -> columns(view, id);
            case RUNNING, UNDOING -> templates.importsProgress(view, about);
            case DONE, FAILED, UNDONE -> result(view, about, verdict, cursor);
        };
    }

    private Object result(View view, Import about, String verdict, @Nullable String cursor) {
        var wanted = verdict.isEmpty() ? null : verdict;
        var found = rows.of(about.id(), wanted, cursor, Limits.of(null));
        return templates.importsResult(
                view,
                new Result(view, about, verdict, found),
                new Reasons(view.formats().texts(), view.locale(), customFields.all(true)));
    }

    @GetMapping("/{id}/columns")
    Object columns(View view, @PathVariable UUID id) {
        if (!imports.get(id).isPlannable()) {
            return view.redirect(page(id));
        }
        PlanForm form = PlanForm.proposed(view, imports.look(id), customFields.all(false));
        return templates.importsColumns(view, form, FormErrors.none());
    }

    @PostMapping("/{id}/columns")
    Object plan(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        if (!imports.get(id).isPlannable()) {
            return view.redirect(page(id));
        }
        PlanForm form = PlanForm.typed(view, imports.look(id), customFields.all(false), typed);
        List<Invalid.Problem> problems = form.problems();
        if (!problems.isEmpty()) {
            FormErrors errors = FormErrors.of(view, new Invalid(problems));
            return view.invalid(templates.importsColumns(view, form, errors));
        }
        Mapping mapping;
        try {
            mapping = form.withFields(customFields::add, customFields::get);
        } catch (Invalid | Refused e) {
            FormErrors errors = FormErrors.of("", view.t("imports.fields.refused"));
            return view.invalid(templates.importsColumns(view, form, errors));
        }
        imports.plan(id, mapping, form.order(), form.duplicates());
        imports.start(id, true);
        return view.redirect(page(id));
    }

    /** The number in the middle of the page, again and again until the work is done. */
    @GetMapping("/{id}/progress")
    Object progress(View view, @PathVariable UUID id) {
        Import about = imports.get(id);
        return about.state().isBusy() && view.htmx()
                ? templates.importsMeter(view, about)
                : view.redirect(page(id));
    }

    @PostMapping("/{id}/start")
    Object start(View view, @PathVariable UUID id) {
        imports.start(id, false);
        return view.redirect(page(id));
    }

    @GetMapping("/{id}/undo")
    Object mayUndo(View view, @PathVariable UUID id) {
        return templates.importsUndo(view, imports.get(id));
    }

    @PostMapping("/{id}/undo")
    Object undo(View view, @PathVariable UUID id) {
        imports.undo(id);
        return view.redirect(page(id));
    }

    @PostMapping("/{id}/discard")
    Object discard(View view, @PathVariable UUID id) {
        return imports.discard(id)
                ? view.redirect("/imports", Toast.of("imports.discarded"))
                : view.redirect(page(id));
    }
}
