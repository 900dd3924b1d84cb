package app.clientele.site;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where work begins: with the first entry of the navigation that the person may see. */
@Controller
class StartPages {
    private static final String NOTHING_TO_SEE = "/account";

    @GetMapping("/")
    ResponseEntity<Void> start(View view) {
        return view.redirect(
                view.nav().stream().map(NavItem::path).findFirst().orElse(NOTHING_TO_SEE));
    }
}
