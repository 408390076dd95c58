package io.probity.preparation;

/**
 * Records of applications that the applications file does not have. They are left out.
 *
 * @param records how many records
 * @param firstPlace where the first of them stands
 * @param firstId the id that it names
 */
public record UnknownIds(long records, String firstPlace, String firstId) {}
