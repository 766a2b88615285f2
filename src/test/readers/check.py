"""Checks the types of a study's exported CSV in pandas, and prints its rows in one spelling."""

import sys

import pandas as pd

sys.path.insert(0, sys.argv[1])
from runs import columns, runs  # noqa: E402

EXPECTED = {
    "integer": "Int64",
    "number": "float64",
    "text": "string",
    "date": "datetime64[ns]",
    "timestamp": "datetime64[ns, UTC]",
}
found = {name: str(runs[name].dtype) for name in columns.index}
wrong = {name: found[name] for name in columns.index if found[name] != EXPECTED[columns[name]]}
if wrong or list(runs.columns) != list(columns.index):
    sys.exit(f"pandas: {wrong}")


def told(name, value):
    if pd.isna(value):
        return ""
    kind = columns[name]
    if kind == "number":
        return f"{value:.6f}"
    return value.strftime({"date": "%Y-%m-%d", "timestamp": "%Y-%m-%dT%H:%M:%S"}[kind]) if hasattr(value, "strftime") else str(value)


names = [name for name in columns.index if name != "duration_ms"]
for row in runs[names].itertuples(index=False):
    print("|".join(told(name, value) for name, value in zip(names, row)))
