package app.clientele.site;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API's description for people; programs read the OpenAPI document it is made from. */
@Controller
class ApiPages {
    private final OpenApiWebMvcResource document;
    private final String path;
    private final JsonMapper json;
    private final Templates templates;

    /** Read when first asked for: the routes stay the same while the server runs. */
    private volatile @Nullable ApiReference reference;

    ApiPages(
            OpenApiWebMvcResource document,
            @Value("${springdoc.api-docs.path:/v3/api-docs}") String path,
            JsonMapper json,
            Templates templates) {
        this.document = document;
        this.path = path;
        this.json = json;
        this.templates = templates;
    }

    @GetMapping("/api/docs")
    JteModel reference(View view, HttpServletRequest request) throws Exception {
        if (reference == null) {
            byte[] api = document.openapiJson(request, path, Locale.ENGLISH);
            reference = ApiReference.of(json.readTree(api));
        }
        return templates.siteApi(view, reference, path);
    }
}
