"""Trains the peers of the additive family on given folds and writes what they predict.

Not part of the build. Run it in a throw-away environment:

    python -m venv peers && peers/bin/pip install -r requirements.txt
    peers/bin/python train_peers.py --data german.csv --folds folds/german.csv --out out/german

Every column but the target and those named by --drop is used. A column is a category if one of its
values is no number. Categories are one-hot columns for XGBoost, level codes for scikit-learn and
nominal for the EBM; missing values stay missing.

The folds file has a column row_index and one column for each repeat (fold, fold2, ...) with the fold
that a row is held out in. For each repeat and fold a peer learns from the other folds only; where it
is tuned, by five stratified folds inside them.

Writes OUT/<peer>.csv (row_index and one column of held-out log-odds of bad for each repeat) and
OUT/<peer>.json (AUC and log-loss of each fold, their means, seconds of processor time, versions).
"""

import argparse
import json
import pathlib
import platform
import time

import numpy as np
import pandas as pd
import sklearn
import xgboost
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

MOST_ROUNDS = 3000
PATIENCE = 50
INNER_FOLDS = 5


def read(path, drop):
    frame = pd.read_csv(path).drop(columns=drop)
    target = frame.pop("default").to_numpy()
    for name in frame.columns:
        if not pd.api.types.is_numeric_dtype(frame[name]):
            frame[name] = frame[name].astype("category")
    return frame, target


def one_hot(frame):
    return pd.get_dummies(frame, dtype=float).to_numpy(dtype=np.float32)


def log_odds(pd_of_bad):
    clipped = np.clip(pd_of_bad, 1e-7, 1 - 1e-7)
    return np.log(clipped / (1 - clipped))


class XgBoost:
    """Rounds, and the settings where there are several candidates, by inner folds and log-loss."""

    def __init__(self, depths, monotone, penalties=(1, 10)):
        self.candidates = [
            {"max_depth": depth, "min_child_weight": weight, "reg_lambda": penalty}
            for depth in depths
            for weight in (1, 20)
            for penalty in penalties
        ]
        self.monotone = monotone

    def predict(self, frame, target, learn, judge):
        x = one_hot(frame)
        names = list(pd.get_dummies(frame, dtype=float).columns)
        base = {
            "objective": "binary:logistic",
            "eval_metric": "logloss",
            "eta": 0.05,
            "subsample": 0.7,
            "colsample_bytree": 0.7,
            "tree_method": "hist",
            "nthread": 1,
            "seed": 1,
            "monotone_constraints": tuple(self.monotone.get(name, 0) for name in names),
        }
        data = xgboost.DMatrix(x[learn], target[learn])
        folds = list(StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=7).split(learn, target[learn]))
        best = None
        for candidate in self.candidates:
            path = xgboost.cv(
                {**base, **candidate},
                data,
                num_boost_round=MOST_ROUNDS,
                folds=folds,
                early_stopping_rounds=PATIENCE,
            )["test-logloss-mean"]
            found = (path.min(), int(path.idxmin()) + 1, candidate)
            best = found if best is None or found[0] < best[0] else best
        model = xgboost.train({**base, **best[2]}, data, num_boost_round=best[1])
        return model.predict(xgboost.DMatrix(x[judge]), output_margin=True)


class HistogramBoosting:
    def predict(self, frame, target, learn, judge):
        coded = frame.copy()
        for name in coded.columns:
            if isinstance(coded[name].dtype, pd.CategoricalDtype):
                coded[name] = coded[name].cat.codes.replace(-1, np.nan)
        categories = [isinstance(frame[name].dtype, pd.CategoricalDtype) for name in frame.columns]
        model = HistGradientBoostingClassifier(random_state=1, categorical_features=categories)
        model.fit(coded.iloc[learn], target[learn])
        return log_odds(model.predict_proba(coded.iloc[judge])[:, 1])


class Ebm:
    def predict(self, frame, target, learn, judge):
        from interpret.glassbox import ExplainableBoostingClassifier

        text = frame.copy()
        types = []
        for name in text.columns:
            if isinstance(text[name].dtype, pd.CategoricalDtype):
                text[name] = text[name].astype(object)
                types.append("nominal")
            else:
                types.append("continuous")
        model = ExplainableBoostingClassifier(feature_types=types, random_state=1, n_jobs=1)
        model.fit(text.iloc[learn], target[learn])
        return log_odds(model.predict_proba(text.iloc[judge])[:, 1])


def peers(monotone):
    return {
        "xgboost-depth-1": XgBoost([1], monotone),
        "xgboost-depth-2": XgBoost([2], monotone),
        "xgboost-depth-3-to-5": XgBoost([3, 4, 5], monotone),
        "xgboost-tuned": XgBoost([1, 2, 3, 4, 6], monotone, penalties=(5,)),
        "histogram-boosting": HistogramBoosting(),
        "ebm": Ebm(),
    }


def versions():
    found = {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "xgboost": xgboost.__version__,
        "scikit-learn": sklearn.__version__,
    }
    try:
        import interpret

        found["interpret-core"] = interpret.__version__
    except ImportError:
        pass
    return found


def run(name, peer, frame, target, folds, out):
    predicted = pd.DataFrame({"row_index": folds["row_index"]})
    figures = []
    begin = time.process_time()
    for repeat in [column for column in folds.columns if column.startswith("fold")]:
        held_out = np.full(len(target), np.nan)
        for fold in sorted(folds[repeat].unique()):
            judge = np.flatnonzero(folds[repeat].to_numpy() == fold)
            learn = np.flatnonzero(folds[repeat].to_numpy() != fold)
            held_out[judge] = peer.predict(frame, target, learn, judge)
            figures.append({
                "repeat": repeat,
                "fold": int(fold),
                "auc": roc_auc_score(target[judge], held_out[judge]),
                "logLoss": log_loss(target[judge], 1 / (1 + np.exp(-held_out[judge]))),
            })
        predicted[repeat] = held_out
    predicted.to_csv(out / f"{name}.csv", index=False)
    summary = {
        "peer": name,
        "auc": float(np.mean([f["auc"] for f in figures])),
        "logLoss": float(np.mean([f["logLoss"] for f in figures])),
        "processorSeconds": time.process_time() - begin,
        "versions": versions(),
        "folds": figures,
    }
    (out / f"{name}.json").write_text(json.dumps(summary, indent=1) + "\n")
    print(f"{out.name} {name}: AUC {summary['auc']:.4f} log-loss {summary['logLoss']:.5f}"
          f" ({summary['processorSeconds']:.0f} s)", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--folds", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--drop", default="", help="columns to leave out, by comma")
    parser.add_argument("--rises", default="", help="columns whose value raises risk, by comma (XGBoost)")
    parser.add_argument("--falls", default="", help="columns whose value lowers risk, by comma (XGBoost)")
    parser.add_argument("--peers", default="", help="only these, by comma")
    options = parser.parse_args()

    def names(text):
        return [name for name in text.split(",") if name]

    monotone = {**{n: 1 for n in names(options.rises)}, **{n: -1 for n in names(options.falls)}}
    frame, target = read(options.data, names(options.drop))
    folds = pd.read_csv(options.folds)
    if not np.array_equal(folds["row_index"].to_numpy(), np.arange(len(target))):
        raise SystemExit("the folds must have one line for each row of the data, in its order")
    options.out.mkdir(parents=True, exist_ok=True)
    known = peers(monotone)
    for name in names(options.peers) or known:
        run(name, known[name], frame, target, folds, options.out)


if __name__ == "__main__":
    main()
