package io.probity.model;

/**
 * Boosted trees that walk in the scratch space of the caller. The score is taken from the log-odds, so
 * that the trees are walked once.
 */
final class CompiledTrees implements CompiledPredictor {

  private final TreeEnsemble trees;
  private final ScoreScale scale;
  private final double offset;
  private final double factor;

  CompiledTrees(TreeEnsemble trees, ScoreScale scale) {
    this.trees = trees;
    this.scale = scale;
    this.offset = scale.offset();
    this.factor = scale.factor();
  }

  @Override
  public Margin newMargin() {
    return new Margin(trees.features().size(), trees.walkSlots());
  }

  @Override
  public double badLogOdds(double[] x) {
    return trees.badLogOdds(x);
  }

  @Override
  public void predict(double[] x, Margin out) {
    out.keep(x);
    out.badLogOdds = trees.badLogOdds(x, out.walk);
    out.score = scale.rounded(offset - factor * out.badLogOdds);
  }

  @Override
  public void contribute(Margin out) {
    trees.contributions(out.cells, out.contributions);
  }
}
