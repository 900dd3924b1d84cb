package app.clientele.site;

import org.jspecify.annotations.Nullable;

/**
 * One tab of a record.
 *
 * @param count shown beside the title when there is something to count
 */
public record Tab(String id, String title, String path, @Nullable Long count) {}
