package io.probity.portfolio;

/**
 * What a constraint costs.
 *
 * @param constraint its name: {@code mostExposure}, {@code mostExpectedLoss}, {@code leastExposure},
 *     {@code most share of S} or {@code least share of S}
 * @param price the profit that one more unit of the bound would bring, 0 or more; for a least
 *     exposure one less, for a share one unit of exposure more in what the share allows
 * @param used what is used of it; for a share, exposure above (below 0: under) what is allowed
 * @param bound the bound; 0 for a share
 */
public record ShadowPrice(String constraint, double price, double used, double bound) {}
