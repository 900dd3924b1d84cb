package app.clientele.customers.web.notes;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What notes have to show on a profile. */
@Configuration(proxyBeanMethods = false)
@Import({NoteCards.class, NotesCard.class, NotesPanel.class})
class NoteParts {}
