/**
 * From what is known of an applicant to a vector of numbers: {@link
 * io.probity.feature.FeatureExtractor} is compiled once for a schema and the wanted features, and
 * then used by training (over the rows of a table) and by serving (over an application) alike.
 */
@NullMarked
package io.probity.feature;

import org.jspecify.annotations.NullMarked;
