package app.clientele.gateway.web;

import app.clientele.gateway.CardLinks;
import app.clientele.gateway.CardLinks.LinkDetails;
import app.clientele.gateway.CardLinks.NewCardLink;
import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.gateway.Cards.Removal;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cards on file as the desk handles them: asked for by a link, put first, taken off. */
@Controller
@RequestMapping("/customers/{id}/cards")
@Requires({Permission.SALE_EDIT})
class CardPages {
    private final Cards cards;
    private final CardLinks links;
    private final Input input;
    private final Templates templates;

    CardPages(Cards cards, CardLinks links, Input input, Templates templates) {
        this.cards = cards;
        this.links = links;
        this.input = input;
        this.templates = templates;
    }

    /** The link is shown by the answer itself: its secret stands in no other page. */
    @PostMapping
    JteModel ask(
            View view, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean write) {
        NewCardLink made = links.make(id, new LinkDetails(write));
        return templates.gatewayMade(view, id, made, write);
    }

    @PostMapping("/{card}/primary")
    Object putFirst(View view, @PathVariable UUID id, @PathVariable UUID card) {
        CardOnFile first = cards.makePrimary(id, card);
        return view.redirect(path(id), Toast.of("gateway.card.is_primary", first.name()));
    }

    /** It can't be put back, so that it is asked first. */
    @GetMapping("/{card}/removal")
    JteModel ask(View view, @PathVariable UUID id, @PathVariable UUID card) {
        return templates.gatewayRemove(
                view, cards.get(id, card), Typed.nothing(), FormErrors.none());
    }

    @PostMapping("/{card}/removal")
    Object remove(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID card,
            @RequestParam MultiValueMap<String, String> fields) {
        try {
            cards.remove(id, card, input.form(fields, Removal.class));
            return view.redirect(path(id), Toast.of("gateway.card.removed"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.gatewayRemove(
                            view, cards.get(id, card), new Typed(fields), FormErrors.of(view, e)));
        }
    }

    private static String path(UUID customer) {
        return "/customers/" + customer + "/cards";
    }
}
