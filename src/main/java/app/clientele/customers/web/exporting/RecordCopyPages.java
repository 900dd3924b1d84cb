package app.clientele.customers.web.exporting;

import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A copy of everything that is kept about one customer. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class RecordCopyPages {
    private final RecordCopyFile file;

    RecordCopyPages(RecordCopyFile file) {
        this.file = file;
    }

    @GetMapping(ProfilePages.PATH + "/export")
    void copy(View view, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        file.send(view, id, response);
    }
}
