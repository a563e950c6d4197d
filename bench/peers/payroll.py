# Writes the cells of a dump (bench/dumpCells.ts) with XlsxWriter in constant memory; prints the seconds that writing took.
# The dump is read and split before the clock starts.
import sys
import time

import xlsxwriter

dump, path = sys.argv[1:3]


def text(value):
    if "\\" not in value:
        return value
    return value.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\")


formats, sheets = [], []
with open(dump, encoding="utf-8", newline="\n") as lines:
    for line in lines:
        mark, *fields = line.rstrip("\n").split("\t")
        if mark == "F":
            formats.append((fields[0], fields[1] == "1"))
        elif mark == "S":
            sheets.append((text(fields[0]), []))
        else:
            row = []
            for field in fields:
                kind, rest = field[:1], field[1:]
                if kind == "":
                    row.append(None)
                    continue
                style, _, value = rest.partition(":")
                if kind == "n":
                    row.append(("n", int(style), float(value), None))
                elif kind == "s":
                    row.append(("s", int(style), text(value), None))
                elif kind == "b":
                    row.append(("b", int(style), None, None))
                else:
                    result, _, formula = value.partition("|")
                    row.append(("f", int(style), "=" + text(formula), float(result)))
            sheets[-1][1].append(row)

began = time.perf_counter()
book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
styles = [book.add_format({"num_format": code, "text_wrap": wrap}) for code, wrap in formats]
for name, rows in sheets:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is None:
                continue
            kind, style, value, result = cell
            if kind == "n":
                sheet.write_number(y, x, value, styles[style])
            elif kind == "s":
                sheet.write_string(y, x, value, styles[style])
            elif kind == "b":
                sheet.write_blank(y, x, None, styles[style])
            else:
                sheet.write_formula(y, x, value, styles[style], result)
book.close()
print(time.perf_counter() - began)
