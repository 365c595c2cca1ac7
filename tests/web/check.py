"""The PDF's tags and the published data, read by programs that are not ours.

python check.py REPORTS_FOLDER YEAR
"""
import json
import sys
from pathlib import Path

import duckdb
import frictionless
import pandas
import pikepdf

folder = Path(sys.argv[1]) / sys.argv[2]
failures = []


def check(holds, what):
    print("ok  " if holds else "FAIL", what)
    if not holds:
        failures.append(what)


def tags(node, found, depth=0):
    if isinstance(node, pikepdf.Array):
        for child in node:
            tags(child, found, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append((str(node.S), node))
        if "/K" in node:
            tags(node.K, found, depth + 1)


pdf = pikepdf.open(folder / f"bilan-{sys.argv[2]}.pdf")
root = pdf.Root
check(bool(root.MarkInfo.Marked), "PDF: tagged")
check(str(root.Lang).startswith(("fr", "en")), "PDF: language")
check(bool(root.ViewerPreferences.DisplayDocTitle), "PDF: its title is shown")
with pdf.open_metadata() as metadata:
    check(bool(metadata.get("dc:title")), "PDF: title")
    check(metadata.get("pdfuaid:part") == "1", "PDF: says PDF/UA-1")
    check(metadata.get("pdfaid:part") == "2", "PDF: says PDF/A-2")
check("/Outlines" in root, "PDF: bookmarks")
found = []
tags(root.StructTreeRoot.K, found)
names = [name for name, _ in found]
levels = [int(name[2:]) for name in names if name[1:2] == "H" and name[2:].isdigit()]
ordered = all(after <= before + 1 for before, after in zip([0] + levels, levels))
check(levels and ordered, f"PDF: {len(levels)} headings, no level skipped")
tables = [node for name, node in found if name == "/Table"]
heads = []
for table in tables:
    inside = []
    tags(table.K, inside)
    heads.append(sum(name == "/TH" for name, _ in inside))
check(tables and all(heads), f"PDF: {len(tables)} tables, each with headers")
pictures = [node for name, node in found if name == "/Figure"]
check(pictures and all(str(node.get("/Alt", "")) for node in pictures), f"PDF: {len(pictures)} figures, each with Alt")
fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
check(fonts and all(any(k in f for k in ("/FontFile", "/FontFile2", "/FontFile3")) for f in fonts), f"PDF: {len(fonts)} fonts, all embedded")

report = frictionless.validate(str(folder / "data" / "datapackage.json"))
for task in report.tasks:
    for error in task.errors[:3]:
        print(task.name, error.message[:300])
check(report.valid, "Frictionless: the data package is valid")

for path in sorted((folder / "data").glob("*.parquet")):
    rows = len(pandas.read_csv(path.with_suffix(".csv"), dtype=str)) if path.with_suffix(".csv").exists() else None
    by_duckdb = duckdb.sql(f"select count(*) from read_parquet('{path}')").fetchall()[0][0]
    by_pandas = len(pandas.read_parquet(path))
    check(by_duckdb == by_pandas and rows in (None, by_duckdb), f"{path.name}: {by_duckdb} rows for DuckDB, pandas and CSV")

points = json.loads((folder / "data" / "labs.geojson").read_text("utf-8"))
check(points["type"] == "FeatureCollection" and points["features"], "GeoJSON: a collection")
for feature in points["features"]:
    longitude, latitude = feature["geometry"]["coordinates"]
    good = feature["type"] == "Feature" and feature["geometry"]["type"] == "Point" and -180 <= longitude <= 180 and -90 <= latitude <= 90
    if not good or not feature["properties"]["name"]:
        check(False, f"GeoJSON: {feature['id']}")
labs = pandas.read_csv(folder / "data" / "labs.csv", dtype=str)
check(len(points["features"]) == (labs.response == "received").sum(), "GeoJSON: a point for each lab that answered")
sys.exit(bool(failures))
