package app.clientele.customers.web.exporting;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What pages and the API share in making files. */
@Configuration(proxyBeanMethods = false)
@Import(RecordCopyFile.class)
class ExportParts {}
