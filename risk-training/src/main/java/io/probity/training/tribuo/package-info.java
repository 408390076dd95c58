/**
 * The bridge to Tribuo. {@link io.probity.training.tribuo.TribuoFamilyTrainer} trains any of Tribuo's
 * classification trainers on the records of a plan, served as a {@link
 * io.probity.training.tribuo.TribuoModel}; {@link io.probity.training.tribuo.ProbityTrainer} offers a
 * family of ours as a trainer of Tribuo's. {@link io.probity.training.tribuo.TribuoData} turns feature
 * vectors into Tribuo's examples and datasets, {@link io.probity.training.tribuo.TribuoBaseline} trains
 * Tribuo's plain logistic regression on them, to be set beside a model of ours.
 */
@NullMarked
package io.probity.training.tribuo;

import org.jspecify.annotations.NullMarked;
