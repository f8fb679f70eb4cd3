"""Makes the files of this folder with programs that are not ours: openpyxl, XlsxWriter, LibreOffice, and plain zip.

    python3 test/intake/files/make.py        (needs openpyxl, XlsxWriter and soffice)

The files are checked in; this script is how they came about, but for two: libreoffice-encrypted.xlsx and
libreoffice.xls are hidden.xlsx saved by LibreOffice with a password (Standard encryption) and as Excel 97.
"""
import datetime
import os
import subprocess
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment

here = os.path.dirname(os.path.abspath(__file__))
path = lambda name: os.path.join(here, name)


def two_row_header():
    """openpyxl: a title, a unit line, a merged two-row header, a blank column, subtotals, a total, signatures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    rows = [
        [None, "XX银行存款明细表"],
        [None, "导出人：李四", None, None, None, None, None, "单位：万元"],
        [],
        [None, "所属机构", "管户人", "客户", None, "日均余额", None, None, "期末余额（万元）"],
        [None, None, None, "客户编号", "户名", "年日均余额", "上年日均余额", "季日均余额", None],
        [None, "东城支行", "0012", "000123", "甲公司", 1234.5678, 1000, "1,300.00", 1400],
        [None, "东城支行", "0013", "000124", "乙公司", "（5.00）", "—", 2, "¥3.00"],
        [None, "东城支行小计", None, None, None, 1229.5678, 1000, 1302, 1403],
        [],
        [None, "西城支行", "0014", "000125", "丙公司", 10, None, 20, 30],
        [None, "合  计", None, None, None, 1239.5678, 1000, 1322, 1433],
        [None, "填报人：张三", None, "复核人：李四", None, None, "主管领导："],
        [None, "注：本表不含同业存款。"],
    ]
    for row in rows:
        sheet.append(row)
    for merged in ["B1:I1", "B4:B5", "C4:C5", "D4:E4", "F4:H4", "I4:I5", "B8:E8", "B11:E11"]:
        sheet.merge_cells(merged)
    sheet["B1"].alignment = Alignment(horizontal="center")
    book.save(path("two-row-header.xlsx"))


def three_row_header():
    """XlsxWriter: three header rows; 日均 and 期末 repeat under 本年, 上年 and 年初."""
    book = xlsxwriter.Workbook(path("three-row-header.xlsx"))
    sheet = book.add_worksheet("存款")
    sheet.merge_range("A1:A3", "工号")
    sheet.merge_range("B1:B3", "客户号")
    sheet.merge_range("C1:G1", "人民币存款")
    sheet.merge_range("C2:E2", "本年")
    sheet.merge_range("F2:G2", "上年")
    for column, name in enumerate(["日均余额", "季日均", "期末余额", "日均余额", "季日均"]):
        sheet.write(2, 2 + column, name)
    sheet.write_row(3, 0, ["0012", "C1", 100, 200, 300, 400, 500])
    book.close()


def cells():
    """XlsxWriter: rich text, numbers as text, percent and zero-padded formats, formulas, Chinese date formats."""
    book = xlsxwriter.Workbook(path("cells.xlsx"))
    bold = book.add_format({"bold": True})
    date = lambda number: book.add_format({"num_format": number})
    loans = book.add_worksheet("贷款")
    loans.write_row(
        0, 0,
        ["工号", "客户号", "客户名称", "借据号", "年日均余额", "季日均余额", "期末余额", "到期日", "逾期天数", "分成比例"],
    )
    padded, percent = date("0000"), date("0%")
    for row, (format_, share) in enumerate([(27, 0.6), (31, 0.6), (50, 1), (57, 1), (14, 1), ('yyyy"年"m"月"d"日"', 1)], 1):
        loans.write_number(row, 0, 12, padded)
        loans.write_string(row, 1, "007")
        loans.write_rich_string(row, 2, "甲", bold, "公", "司")
        loans.write_string(row, 3, f"0000{row}")
        loans.write_string(row, 4, "１，２３４．５０")
        loans.write_number(row, 5, 0.1 + 0.2)
        loans.write_formula(row, 6, "=1000/3", None, 333.333333333333)
        loans.write_number(row, 7, 46295, date(format_))
        loans.write_number(row, 8, row)
        loans.write_number(row, 9, share, percent)
    loans.write_string(1, 0, "0013")
    loans.write_string(1, 3, "00002")
    loans.write_number(1, 9, 0.4, percent)
    loans.write_string(2, 0, "0012")
    book.close()


def dates_1904():
    """openpyxl: a workbook of the 1904 date system."""
    book = openpyxl.Workbook()
    book.epoch = datetime.datetime(1904, 1, 1)
    sheet = book.active
    sheet.title = "事件"
    sheet.append(["工号", "日期", "事件类型"])
    for day in [datetime.date(2026, 9, 30), 44833, "2026年9月30日", "2026/9/30", "20260930", 20260930]:
        sheet.append(["0012", day, "诫勉"])
    sheet["B3"].number_format = "General"
    book.save(path("dates-1904.xlsx"))


def hidden():
    """openpyxl: a hidden sheet, a hidden row, a hidden column."""
    book = openpyxl.Workbook()
    book.active.append(["说明"])
    sheet = book.create_sheet("存款")
    sheet.append(["工号", "客户号", "年日均余额", "季日均余额", "期末余额"])
    sheet.append(["0012", "C1", 1, 2, 3])
    sheet.append(["0012", "C2", 10, 20, 30])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.sheet_state = "hidden"
    book.save(path("hidden.xlsx"))


def libreoffice():
    """LibreOffice: a UTF-8 CSV as .xlsx, and the workbook two-row-header.xlsx as a GBK, tab-separated CSV."""
    source = path("libreoffice.csv")
    with open(source, "w", encoding="utf-8") as file:
        file.write("工号,客户号,币种,年日均余额(万元),季日均余额(万元),期末余额(万元)\n")
        file.write('"0012","0001",人民币,1234.56,"1,300.00",0.01\n"0013","0002",014-美元,1,2,3\n')
    run = lambda *options: subprocess.run(
        ["soffice", "--headless", "--convert-to", *options, "--outdir", here], check=True, capture_output=True
    )
    # Columns 1 and 2 as text, so that the zeros stay.
    run("xlsx", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2", source)
    os.remove(source)
    # 9: tab; 34: double quote; 85: GB18030.
    run("csv:Text - txt - csv (StarCalc):9,34,85", path("two-row-header.xlsx"))
    os.replace(path("two-row-header.csv"), path("libreoffice-gbk.csv"))


CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>"""
RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>%s</Relationships>"""
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def plain_zip(name, sheet, strings):
    """The parts of a workbook in a zip, the sheet before its strings, as some exporters write them."""
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELS % ("officeDocument", "xl/workbook.xml", ""))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="存款" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        more = '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
        archive.writestr("xl/_rels/workbook.xml.rels", RELS % ("worksheet", "worksheets/sheet1.xml", more))
        archive.writestr("xl/sharedStrings.xml", strings)


def handmade():
    """Plain XML: inline strings, phonetic text, cells without addresses, a dimension of the whole sheet, an empty string formula."""
    strings = (
        f'<sst {MAIN}><si><t>工号</t></si><si><t>客户号</t></si><si><t>年日均余额</t></si><si><t>季日均余额</t></si>'
        '<si><r><t>期末</t></r><r><t>余额</t></r></si>'
        '<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si></sst>'
    )
    sheet = (
        f'<worksheet {MAIN}><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c></row>'
        '<row><c t="inlineStr"><is><t>0012</t></is></c><c t="s"><v>5</v></c><c><v>1E3</v></c>'
        '<c t="str"><f>IF(1,"","x")</f><v></v></c><c t="n"><v>0.30000000000000004</v></c></row>'
        '</sheetData></worksheet>'
    )
    plain_zip("handmade.xlsx", sheet, strings)


for make in [two_row_header, three_row_header, cells, dates_1904, hidden, libreoffice, handmade]:
    make()
