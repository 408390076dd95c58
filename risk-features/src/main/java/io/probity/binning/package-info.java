/**
 * Fitted bins and how they are applied: {@link io.probity.binning.Binning} is the partition of one
 * feature with the WOE of each bin, {@link io.probity.binning.BinTable} its counts with WOE, IV and
 * PSI. Fitting lives in the training module.
 *
 * <p>WOE is ln(share of goods / share of bads), so a higher WOE is safer; the shares are of all goods
 * and all bads of the feature, missing and special bins included.
 */
@NullMarked
package io.probity.binning;

import org.jspecify.annotations.NullMarked;
