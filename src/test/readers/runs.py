import pandas as pd

columns = pd.read_csv("columns.csv", keep_default_na=False).set_index("column")["type"]
types = {"integer": "Int64", "number": "float64", "text": "string"}
runs = pd.read_csv(
    "runs.csv",
    keep_default_na=False,  # a label may be NA; an empty field is what is missing
    na_values=[""],
    dtype={name: types[kind] for name, kind in columns.items() if kind in types},
    parse_dates=[name for name, kind in columns.items() if kind in ("date", "timestamp")],
)
