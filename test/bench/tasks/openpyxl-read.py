"""Reads a workbook's cells with openpyxl in its read-only mode, the fastest it has."""
import sys

import openpyxl
from tell import timed


def read():
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    return {"rows": sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))}


timed(read)
