package app.clientele.business;

import java.util.UUID;

/**
 * A business has just been set up; modules give it what it begins with, in the same transaction.
 */
public record BusinessCreated(UUID business, String language) {}
