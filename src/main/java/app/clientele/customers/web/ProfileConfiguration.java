package app.clientele.customers.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this module itself has to show on a profile, and what its pages share. */
@Configuration(proxyBeanMethods = false)
@Import({
    AlertGlance.class,
    DetailsCard.class,
    Edits.class,
    Forms.class,
    InPlace.class,
    OverviewPanel.class,
    PreferencesCard.class,
    ProfileParts.class,
    RetentionGlance.class,
    StatusGlance.class,
    WeightCard.class
})
class ProfileConfiguration {}
