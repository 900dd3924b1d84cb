package app.style;

import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.TemplateEngine;
import gg.jte.models.runtime.DynamicJteModel;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows every building block in its states, and answers as a module's controller would. */
@Controller
class StylePages {
    private final TemplateEngine engine;

    StylePages(TemplateEngine engine) {
        this.engine = engine;
    }

    @GetMapping("/style")
    JteModel blocks(View view) {
        return page("style/blocks.jte", view);
    }

    @GetMapping("/style/record")
    JteModel record(View view) {
        return page("style/record.jte", view);
    }

    @GetMapping("/style/list")
    JteModel list(View view) {
        return page("style/list.jte", view);
    }

    @GetMapping("/style/settings")
    JteModel settings(View view) {
        return page("style/settings.jte", view);
    }

    @GetMapping("/style/signin")
    JteModel signIn(View view) {
        return page("style/signin.jte", view);
    }

    @GetMapping("/style/peek")
    JteModel peek(View view) {
        return page("style/peek.jte", view);
    }

    @GetMapping("/style/form")
    JteModel form(View view) {
        return form(view, "", FormErrors.none());
    }

    @PostMapping("/style/form")
    Object save(View view, @RequestParam String name) {
        if (name.isBlank()) {
            return view.invalid(form(view, name, FormErrors.of("name", "Enter a name")));
        }
        return view.redirect("/style/form", Toast.of("style.saved", name));
    }

    @PostMapping("/style/label")
    ResponseEntity<Void> removeLabel(View view) {
        view.toast(Toast.of("style.removed", "Ünïcode ☂ <b>VIP</b>").undo("/undo/abc"));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/undo/{token}")
    ResponseEntity<Void> undo(View view, @PathVariable String token) {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/style/order")
    ResponseEntity<Void> order() {
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/style/order/refused")
    ResponseEntity<Void> refused() {
        throw new NotFound("note");
    }

    @PostMapping("/style/photo")
    ResponseEntity<Void> photo(View view, @RequestParam MultipartFile photo) throws IOException {
        var image = ImageIO.read(photo.getInputStream());
        var size = image.getWidth() + "x" + image.getHeight();
        return view.redirect(
                "/style", Toast.of("style.saved", photo.getContentType() + " " + size));
    }

    @GetMapping("/style/fail/{how}")
    JteModel fail(View view, @PathVariable String how) {
        switch (how) {
            case "missing" -> throw new NotFound("customer");
            case "refused" -> throw new Refused("style_refused");
            case "half" -> {
                return page("style/half.jte", view);
            }
            default -> throw new IllegalStateException("Broken on purpose");
        }
    }

    @PostMapping("/style/fail/{how}")
    JteModel failToWrite(View view, @PathVariable String how) {
        return fail(view, how);
    }

    @GetMapping("/api/v1/broken")
    JteModel api() {
        throw new IllegalStateException("Broken on purpose");
    }

    private JteModel form(View view, String name, FormErrors errors) {
        return new DynamicJteModel(
                engine, "style/form.jte", Map.of("view", view, "name", name, "errors", errors));
    }

    private JteModel page(String template, View view) {
        return new DynamicJteModel(engine, template, Map.of("view", view));
    }
}
