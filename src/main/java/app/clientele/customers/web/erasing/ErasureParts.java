package app.clientele.customers.web.erasing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What erasures tell the site. */
@Configuration(proxyBeanMethods = false)
@Import({ClosedForms.class, ErasedPaths.class})
class ErasureParts {}
