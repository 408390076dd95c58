"""Bins one numeric variable by optbinning and prints the IV and the seconds it took.

Not part of the build. Run it in a throw-away environment:

    python -m venv peers && peers/bin/pip install optbinning==1.0.0
    peers/bin/python binning_peers.py values.csv [cuts.txt]

The first file has two columns, the value and the outcome (1 for bad); `risk bench
binning --python peers/bin/python` writes it and the cuts between our pre-bins, and runs this script. Both sides have the same rules:
at most 64 pre-bins, at most 8 bins of 5% of the records or more, bad rates that rise throughout or fall
throughout. Without the second file the pre-bins are the peer's own quantiles, which it takes from a
random sample, so its IV changes from run to run.
"""

import argparse
import time

import numpy as np
import optbinning


def binned(values, target, solver, cuts):
    binning = optbinning.OptimalBinning(
        dtype="numerical",
        prebinning_method="quantile",
        max_n_prebins=64,
        min_prebin_size=0.001,
        max_n_bins=8,
        min_bin_size=0.05,
        monotonic_trend="auto_asc_desc",
        solver=solver,
        user_splits=cuts,
    )
    wall, cpu = time.perf_counter(), time.process_time()
    binning.fit(values, target)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    table = binning.binning_table
    table.build()
    print(
        f"optbinning {optbinning.__version__} {solver}: IV {table.iv:.9f}"
        f" in {len(binning.splits) + 1} bins, {wall:.3f} s, {cpu:.3f} s of processor time,"
        f" {binning.status}"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("values", help="a CSV of value and outcome, with a header")
    parser.add_argument("cuts", nargs="?", help="the cuts between the pre-bins, one a line")
    given = parser.parse_args()
    data = np.loadtxt(given.values, delimiter=",", skiprows=1)
    cuts = np.loadtxt(given.cuts) if given.cuts else None
    for solver in ("cp", "mip"):
        for _ in range(3):
            binned(data[:, 0], data[:, 1].astype(int), solver, cuts)


if __name__ == "__main__":
    main()
