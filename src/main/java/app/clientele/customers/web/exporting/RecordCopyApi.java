package app.clientele.customers.web.exporting;

import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A copy of everything that is kept about one customer. */
@RestController
@Tag(name = "Customers")
@Requires(Permission.PROFILE_VIEW)
class RecordCopyApi {
    private final RecordCopyFile file;

    RecordCopyApi(RecordCopyFile file) {
        this.file = file;
    }

    /**
     * All that is kept about a customer, for an access request: a page to read ({@code
     * index.html}), the values ({@code record.json}) and the files. Needs a key that may see
     * contacts, notes and history; the customer's history tells that it was made.
     */
    @Operation(summary = "A copy of one customer's whole record, as a zip")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/customers/{id}/export")
    void copy(
            @Parameter(hidden = true) View view,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        file.send(view, id, response);
    }
}
