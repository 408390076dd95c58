package io.probity.feature;

/**
 * A special code that a feature of the catalogue may give.
 *
 * @param code which
 * @param meaning what it means for this feature
 */
public record CatalogSpecial(CatalogCode code, String meaning) {}
