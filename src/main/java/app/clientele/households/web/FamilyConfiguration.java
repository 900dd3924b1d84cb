package app.clientele.households.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What families have to show on a profile. */
@Configuration(proxyBeanMethods = false)
@Import({FamilyCard.class, FamilyForms.class, FamilyPanel.class})
class FamilyConfiguration {}
