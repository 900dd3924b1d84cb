package app.clientele.customers.web.exporting;

import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.exporting.CustomerExport;
import app.clientele.customers.list.Whom;
import app.clientele.customers.web.list.ListParameters;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Customers as files. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
@Requires(Permission.PROFILE_VIEW)
class ExportApi {
    private static final String NAME = "customers";

    private final ExportAnswer answer;

    ExportApi(CustomerExport export, CustomFields fields) {
        this.answer = new ExportAnswer(export, fields);
    }

    @ListParameters
    @Operation(summary = "All customers the filters find, as CSV in UTF-8")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.send(whom(request), ExportAnswer.Format.CSV, NAME, response);
    }

    @ListParameters
    @Operation(summary = "All customers the filters find, as a workbook")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType =
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/export.xlsx")
    void xlsx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.send(whom(request), ExportAnswer.Format.XLSX, NAME, response);
    }

    private static Whom whom(HttpServletRequest request) {
        return Whom.found(Objects.requireNonNullElse(request.getQueryString(), ""));
    }
}
