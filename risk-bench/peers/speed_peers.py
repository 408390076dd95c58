"""Trains InterpretML's EBM with default settings on a CSV and prints one line of a Markdown table.

Not part of the build; `risk bench training --python INTERPRETER` runs it on the file that our families
were trained on. The outcome is the column bad; text columns are categories.
"""

import argparse
import resource
import time

import interpret
import pandas as pd
from interpret.glassbox import ExplainableBoostingClassifier


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--columns", default="", help="only these features, by comma")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    columns = options.columns.split(",") + ["bad"] if options.columns else None
    wall = time.perf_counter()
    frame = pd.read_csv(options.data, usecols=columns)
    target = frame.pop("bad").to_numpy()
    types = ["continuous" if pd.api.types.is_numeric_dtype(frame[c]) else "nominal" for c in frame]
    for name, kind in zip(frame.columns, types):
        if kind == "nominal":
            frame[name] = frame[name].astype(object)
    model = ExplainableBoostingClassifier(feature_types=types, random_state=1, n_jobs=options.threads)
    model.fit(frame, target)
    wall = time.perf_counter() - wall
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(part.ru_utime + part.ru_stime for part in usage)
    print(
        f"| EBM (interpret-core {interpret.__version__}), CSV read and fitted | {wall:.1f} | {cpu:.1f}"
        f" | | resident {usage[0].ru_maxrss >> 10} MiB, start of the interpreter in processor time |"
    )


if __name__ == "__main__":
    main()
