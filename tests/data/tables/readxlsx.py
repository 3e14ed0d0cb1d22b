#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook with nothing but zipfile and xml, and prints what is in it as JSON."""
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def unescaped(text):
    """_x000D_ is how the format writes what XML does not know."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def formats_of(styles):
    codes = {int(n.get("numFmtId")): n.get("formatCode") for n in styles.iter(MAIN + "numFmt")}
    codes.update({3: "#,##0", 4: "#,##0.00", 14: "mm-dd-yy"})
    fonts = [font.find(MAIN + "b") is not None for font in styles.find(MAIN + "fonts")]
    return [{"code": codes.get(int(xf.get("numFmtId")), ""), "bold": fonts[int(xf.get("fontId"))]}
            for xf in styles.find(MAIN + "cellXfs")]


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_of(cell, strings, formats):
    kind = cell.get("t", "n")
    value = cell.find(MAIN + "v")
    found = dict(formats[int(cell.get("s", 0))])
    found["formula"] = cell.find(MAIN + "f") is not None
    found["type"] = "text" if kind == "s" else "number" if kind == "n" else kind
    if value is not None:
        found["value"] = strings[int(value.text)] if kind == "s" else float(value.text)
    return found


def sheet_of(root, strings, formats):
    rows = []
    for row in root.iter(MAIN + "row"):
        while len(rows) < int(row.get("r")):
            rows.append([])
        for cell in row.iter(MAIN + "c"):
            cells = rows[-1]
            while len(cells) < column_of(cell.get("r")):
                cells.append({})
            cells.append(cell_of(cell, strings, formats))
    pane = root.find(".//" + MAIN + "pane")
    frozen = pane is not None and pane.get("state") == "frozen"
    return {"rows": rows, "frozen_rows": int(pane.get("ySplit")) if frozen else 0}


def main():
    book = zipfile.ZipFile(sys.argv[1])
    assert book.testzip() is None
    parts = {name: ET.fromstring(book.read(name)) for name in book.namelist()}
    strings = []
    if "xl/sharedStrings.xml" in parts:
        strings = [unescaped("".join(t.text or "" for t in si.iter(MAIN + "t")))
                   for si in parts["xl/sharedStrings.xml"].iter(MAIN + "si")]
    formats = formats_of(parts["xl/styles.xml"])
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(MAIN + "sheet")]
    sheets = [dict(sheet_of(parts["xl/worksheets/sheet%d.xml" % (i + 1)], strings, formats), name=name)
              for i, name in enumerate(names)]
    core = {child.tag.split("}")[1]: child.text or "" for child in parts["docProps/core.xml"]}
    dates = sorted({"%04d-%02d-%02d" % info.date_time[:3] for info in book.infolist()})
    json.dump({"sheets": sheets, "core": core, "zip_dates": dates}, sys.stdout)


main()
