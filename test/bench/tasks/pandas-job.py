"""
The same job as people write it in Python: pandas reads the tables and sums them by manager, XlsxWriter writes as many
workbooks with as many sheets, rows and cells. It judges nothing, checks nothing and explains nothing.
"""
import json
import pathlib
import sys

import pandas
import xlsxwriter
from tell import timed

package, shapes, out = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text()), sys.argv[3]
keys = ("工号", "管户人", "manager_id", "借据号", "币种")


def table(path, encoding):
    with open(path, encoding=encoding) as lines:
        title_lines = next(at for at, line in enumerate(lines) if line.startswith(keys) or "管户人" in line)
    text = dict.fromkeys(["工号", "管户人", "manager_id", "核心客户号", "客户编号", "customer_id", "帐号"], str)
    return pandas.read_csv(path, encoding=encoding, skiprows=title_lines, thousands=",", na_values="-", dtype=text)


def encoding_of(path):
    try:
        path.read_text("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return "gb18030"


def write(path, sheets, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(path)
    bold, money = book.add_format({"bold": True, "border": 1}), book.add_format({"num_format": "#,##0.00"})
    for lines, cells in sheets:
        sheet = book.add_worksheet()
        width = max(1, round(cells / max(1, lines)))
        for column in range(width):
            sheet.write(0, column, "年日均余额", bold)
        for line in range(1, lines):
            row = rows[line % len(rows)]
            for column in range(width):
                sheet.write(line, column, row[column % len(row)], money)
    book.close()


def job():
    tables = {path.name: table(path, encoding_of(path)) for path in sorted(package.glob("*.csv"))}
    deposits = pandas.concat(frame for name, frame in tables.items() if name.startswith("存款")).fillna(0)
    deposits.groupby("管户人")[["存款年日平余额", "季日平余额", "存款余额"]].sum()
    by_manager = {manager: rows.values.tolist() for manager, rows in deposits.groupby("管户人")}
    everyone = deposits.head(1000).values.tolist()
    for name, sheets in shapes.items():
        manager = pathlib.Path(name).name.split("-")[0]
        write(pathlib.Path(out, name), sheets, by_manager.get(manager, everyone))
    return {"files": len(shapes)}


timed(job)
