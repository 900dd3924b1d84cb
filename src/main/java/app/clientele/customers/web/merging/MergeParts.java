package app.clientele.customers.web.merging;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What merges tell the site. */
@Configuration(proxyBeanMethods = false)
@Import(MergedPaths.class)
class MergeParts {}
