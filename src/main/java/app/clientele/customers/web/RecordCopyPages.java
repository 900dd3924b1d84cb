package app.clientele.customers.web;

import app.clientele.business.Businesses;
import app.clientele.customers.RecordCopies;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** A copy of everything that is kept about one customer. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class RecordCopyPages {
    private final RecordCopyFile file;

    RecordCopyPages(
            RecordCopies copies,
            Businesses businesses,
            Templates templates,
            JsonMapper json,
            Clock clock) {
        this.file = new RecordCopyFile(copies, businesses, templates, json, clock);
    }

    @GetMapping(ProfilePages.PATH + "/export")
    void copy(View view, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        file.send(view, id, response);
    }
}
