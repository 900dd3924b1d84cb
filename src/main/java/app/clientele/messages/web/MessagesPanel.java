package app.clientele.messages.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfilePanel;
import app.clientele.messages.Messages;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.springframework.util.MultiValueMap;

/** What was written to one customer. */
class MessagesPanel implements ProfilePanel {
    private final Messages messages;
    private final Templates templates;

    MessagesPanel(Messages messages, Templates templates) {
        this.messages = messages;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public Permission permission() {
        return Permission.MESSAGE_VIEW;
    }

    @Override
    public String path() {
        return "messages";
    }

    @Override
    public String titleKey() {
        return "messages.tab";
    }

    @Override
    public String glance() {
        return "select count(*) from message m where m.business_id = :business and m.customer_id = c.id";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        var id = profile.customer().id();
        return templates.messagesPanel(
                view,
                "/customers/" + id + "/messages",
                messages.of(id, query.getFirst("cursor"), Limits.of(null)));
    }
}
