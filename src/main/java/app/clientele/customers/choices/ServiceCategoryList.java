package app.clientele.customers.choices;

import app.clientele.business.ServiceCategories;
import app.clientele.customers.choices.Choices.Kind;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Categories of services are one of the lists. */
@Component
class ServiceCategoryList implements ServiceCategories {
    private final Choices choices;

    ServiceCategoryList(Choices choices) {
        this.choices = choices;
    }

    @Override
    public UUID named(String name) {
        return choices.find(Kind.SERVICE_CATEGORY, name)
                .orElseGet(() -> choices.insert(Kind.SERVICE_CATEGORY, name, "grey"));
    }
}
