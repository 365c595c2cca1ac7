#!/usr/bin/env python3
"""Time and peak memory of `labcensus inspect` on hostile files, one process each.

    python3 tests/ingest/memory.py target/debug/labcensus [mutants]

Looks at the shared nasty files (when the shared folder is there), at hostile files made here, and at seeded
damaged copies of the bundled fiches. Fails on an exit code other than 0 and 1, on a panic, on a file that
takes more than 2 s or 300 MB.
"""

import io
import os
import random
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

SECONDS, MEGABYTES = 2.0, 300
HERE = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LABCENSUS_SHARED", HERE.parent / "shared"))

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORKBOOK = ('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>')


def sheet(cells, head=""):
    return ('<?xml version="1.0"?>' + head + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<sheetData>' + cells + '</sheetData></worksheet>')


def cell(name, text="x"):
    row = "".join(c for c in name if c.isdigit()) or "1"
    return f'<row r="{row}"><c r="{name}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def book(parts=None, method=zipfile.ZIP_DEFLATED, extra=()):
    """A workbook whose parts may be replaced; `extra` are further (name, bytes)."""
    usual = {"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS,
             "xl/worksheets/sheet1.xml": sheet(cell("A1") + cell("B2"))}
    usual.update(parts or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in list(usual.items()) + list(extra):
            archive.writestr(name, text)
    return out.getvalue()


def bomb(size):
    """An entry that inflates to `size` bytes."""
    return book(extra=[("xl/media/a.xml", b"<a>" + b" " * size + b"</a>")])


def overlapping():
    """Many directory entries over one local entry (after David Fifield's idea)."""
    data = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = data.compress(b" " * 10_000_000) + data.flush()
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(b" " * 10_000_000), len(raw), 10_000_000, 1, 0) + b"a"
    directory = b""
    for at in range(1500):
        name = b"a" if at == 0 else b"x%d.xml" % at
        directory += struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(b" " * 10_000_000), len(raw),
                                 10_000_000, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1500, 1500, len(directory), len(local) + len(raw), 0)
    return local + raw + directory + end


def false_size(bytes_):
    """Declares in the directory that every part is 10 bytes long."""
    out = bytearray(bytes_)
    at = out.find(b"PK\1\2")
    while at >= 0:
        out[at + 24:at + 28] = struct.pack("<I", 10)
        at = out.find(b"PK\1\2", at + 4)
    return bytes(out)


def ods(content, manifest=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def table(rows):
    return ('<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="S">'
            + rows + '</table:table></office:spreadsheet></office:body></office:document-content>')


def made():
    doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    cells = '<table:table-cell table:number-columns-repeated="%s"><text:p>x</text:p></table:table-cell>'
    row = '<table:table-row table:number-rows-repeated="%s">%s</table:table-row>'
    yield "bomb-400MB.xlsx", bomb(400_000_000)
    yield "many-small.xlsx", book(extra=[(f"xl/m/{at}.xml", "<a/>") for at in range(2500)])
    yield "many-large.xlsx", book(extra=[(f"xl/m/{at}.xml", b"<a>" + b" " * 15_000_000 + b"</a>") for at in range(80)])
    yield "overlap.xlsx", overlapping()
    yield "false-size.xlsx", false_size(book())
    yield "absolute.xlsx", book(extra=[("/etc/passwd", "x")])
    yield "climbs.xlsx", book(extra=[("xl/../../x", "x")])
    yield "twice.xlsx", book(extra=[("xl/worksheets/sheet1.xml", sheet(cell("A1", "autre")))])
    for part in ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]:
        yield f"doctype-{part.rsplit('/', 1)[-1]}.xlsx", book({part: doctype + "<a>&x;</a>"})
    yield "doctype-sheet.xlsx", book({"xl/worksheets/sheet1.xml": sheet(cell("A1", "&x;"), doctype)})
    yield "doctype.ods", ods(doctype + table(row % (1, cells % 1)))
    yield "far.xlsx", book({"xl/worksheets/sheet1.xml": sheet(cell("A1") + cell("XFD1048576"))})
    yield "too-far.xlsx", book({"xl/worksheets/sheet1.xml": sheet(cell("A1") + cell("XFE1"))})
    yield "counts.xlsx", book({"xl/sharedStrings.xml": '<sst count="4294967295" uniqueCount="4294967295"></sst>'})
    yield "merges.xlsx", book({"xl/worksheets/sheet1.xml": sheet(cell("A1")).replace(
        "</worksheet>", "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells></worksheet>")})
    yield "deep.xlsx", book({"xl/worksheets/sheet1.xml": "<worksheet>" + "<a>" * 500_000})
    yield "rows.ods", ods(table(row % (1_000_000_000, cells % 1)))
    yield "columns.ods", ods(table(row % (1, cells % 1_000_000_000)))
    yield "both.ods", ods(table(row % (1_000_000, cells % 1000)))
    yield "spaces.ods", ods(table(row % (1, '<table:table-cell><text:p>' + '<text:s text:c="4294967295"/>' * 5000 + 'x</text:p></table:table-cell>')))
    yield "deep.ods", ods("<office:document-content>" + "<a>" * 500_000)
    yield "encrypted.ods", ods(b"\x93\x10" * 400, '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml">'
                               '<manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
    yield "nul.csv", b"a;b\n\0\0;1\n" * 50
    yield from degenerate()
    yield "bom.csv", b"\xef\xbb\xbf"
    yield "empty.xlsx", b""
    yield "command.csv", b"Nom;Valeur\n=cmd|' /C calc'!A0;@SUM(1)\n+1;-1\n"
    yield "page.xls", b"<html><script>" + b"<td>x</td>" * 100_000 + b"</script><table><tr><td>a<td>b</table>"
    yield "spans.xls", b"<table>" + b"<tr><td colspan=1000 rowspan=10000>a</td></tr>" * 3000 + b"</table>"
    yield "open-tags.xls", b"<table><tr><td>" + b"</" * 3_000_000
    yield "open-comments.xls", b"<table><tr><td>" + b"<!--" * 3_000_000
    yield "same-header.csv", b"q [a];" * 16_000 + b"\n" + b"x;" * 16_000 + b"\n"
    yield "brackets.csv", (b"[" * 30_000 + b"]" * 30_000 + b",") * 20 + b"\n" + b"a," * 20 + b"\n"
    yield "dashes.csv", b"Respondent ID," + (b"a - " * 4000 + b"b,") * 300 + b"\n1," + b"x," * 300 + b"\n"
    yield "kobo.csv", b"_uuid,_submission_time," + b",".join(b"a/" * 400 + b"%d" % at for at in range(3000)) + b"\n" + b"1," * 3000 + b"1\n"
    yield "joined.csv", b"Horodateur,Q\n" + b"".join(b'1/2/2020,"' + b", ".join(b"o%d" % (at * 7 % 997) for at in range(i, i + 40)) + b'"\n' for i in range(4000))
    yield "xml2003.xls", (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
                          b'<Worksheet ss:Name="S"><Table><Row ss:Index="4294967295"><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>')
    yield "loop.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10) + struct.pack(
        "<9I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + struct.pack("<108I", *[0xFFFFFFFF] * 108) + struct.pack("<128I", *[0] * 128) * 4


def degenerate():
    """Text tables of 40 to 60 MB that are no tables, and a few that are, but as large as a sheet."""
    line = "valeur %07d du bas de la page et plus loin encore x"
    yield "line.csv", b"a;b\n" + b"x" * 60_000_000
    yield "line-utf16.csv", b"\xff\xfe" + "a;b\n".encode("utf-16le") + "x".encode("utf-16le") * 28_000_000
    yield "line-of-fields.csv", b"a;b\n" + b"ab;" * 20_000_000
    yield "quote.csv", b'a;b\n"' + b"x;y\n" * 15_000_000
    yield "quote-late.csv", b"a;b\n" + b"1;2\n" * 900_000 + b'"' + b"x;y\n" * 14_000_000
    yield "quotes.csv", b'"' * 60_000_000
    yield "quotes-in-pairs.csv", b"a;b\n" + b'"";' * 20_000_000
    for name, byte in [("semicolons", b";"), ("commas", b","), ("tabs", b"\t"), ("bars", b"|"), ("spaces", b" "), ("returns", b"\r")]:
        yield f"{name}.csv", byte * 60_000_000
    yield "lines.csv", b"\n" * 60_000_000 + b"a;b\n1;2\n"
    yield "lines-windows.csv", b"\r\n" * 30_000_000
    yield "column.csv", "\n".join(["colonne"] + [line % at for at in range(1_000_000)]).encode()
    yield "column-mac.csv", "\r".join(["colonne"] + [line % at for at in range(1_000_000)]).encode()
    yield "latin1.csv", b"a;b\n" + "\u00e9".encode("latin1") * 60_000_000
    yield "long-cells.csv", b"a;b\n" + (b"x" * 1_100_000 + b";y\n") * 50
    yield "wide.csv", b";".join(b"q%d" % at for at in range(16_384)) + b"\n" + (b"x;" * 16_383 + b"y\n") * 300
    wide = {"lime": "ID de la r\u00e9ponse,Date de soumission", "kobo": "_uuid,_submission_time", "google": "Horodateur",
            "typeform": "#", "monkey": "Respondent ID", "plain": "Nom"}
    for tool, first in wide.items():
        for kind, shape in [("own", "q%d"), ("option", "q [o%d]"), ("path", "g/q/o%d")]:
            header = ",".join([first] + [shape % at for at in range(16_000)])
            for value in ("x", ""):
                rows = [",".join(["1"] * len(first.split(",")) + [value] * 16_000)] * 3
                yield f"wide-{tool}-{kind}-{value}.csv", "\n".join([header] + rows).encode()
    yield "rows.xls", b"<table>" + b"<tr><td>x</td></tr>" * 2_500_000
    yield "cut-xml2003.xls", (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>'
                              + b"<Row><Cell><Data>x</Data></Cell></Row>" * 1_500_000 + b"<Row")


def mutants(count):
    """Seeded damaged copies of the bundled fiches and of the shared workbooks of other kinds."""
    dice = random.Random(20201125)
    folder = HERE / "surveys/2020/responses"
    sources = [path for path in sorted(folder.iterdir()) if path.suffix in {".xlsx", ".xls", ".ods", ".csv", ".xlsb"}]
    nasty = SHARED / "data/nasty"
    if nasty.is_dir():
        sources += [nasty / name for name in ("098_calamine_date.xlsb", "097_poi_62815.xlsb", "095_readxl_deaths.xls",
                                              "043_poi_testEXCEL_95.xls", "041_poi_testEXCEL_3.xls")]
    for at in range(count):
        source = sources[at % len(sources)]
        data = bytearray(source.read_bytes())
        kind = dice.randrange(3)
        if kind == 0:
            for _ in range(dice.randrange(1, 9)):
                data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
        elif kind == 1:
            del data[dice.randrange(len(data)):]
        else:
            start = dice.randrange(len(data))
            data[start:start + dice.randrange(64)] = bytes(dice.randrange(256) for _ in range(dice.randrange(64)))
        yield f"mutant-{at}{source.suffix}", bytes(data)


def look(binary, path):
    """Runs the binary on one file; gives what is wrong, the seconds and the megabytes."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([binary, "inspect", "--json", str(path)], stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        # The time of its own: other processes may hold the machine.
        seconds = usage.ru_utime + usage.ru_stime
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    megabytes = usage.ru_maxrss / 1024
    wrong = []
    if process.returncode not in (0, 1) or "panicked" in words:
        wrong.append(f"exit {process.returncode}: {words[:200]}")
    if seconds > SECONDS:
        wrong.append(f"{seconds:.1f} s")
    if megabytes > MEGABYTES:
        wrong.append(f"{megabytes:.0f} MB")
    return wrong, seconds, megabytes


def make(folder, count):
    for source in (made(), mutants(count)):
        for name, data in source:
            (Path(folder) / name).write_bytes(data)


def main():
    if sys.argv[1] == "--make":
        return make(sys.argv[2], int(sys.argv[3]))
    binary, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    nasty = SHARED / "data/nasty"
    failed, slowest, largest, seen = 0, (0, ""), (0, ""), 0
    with tempfile.TemporaryDirectory() as folder:
        # Made in a process of its own: a child's peak begins with the size of the one that starts it.
        subprocess.run([sys.executable, __file__, "--make", folder, str(count)], check=True)
        files = sorted(nasty.iterdir()) if nasty.is_dir() else []
        files += sorted(Path(folder).iterdir())
        for path in (path for path in files if path.name != "INDEX.tsv"):
            wrong, seconds, megabytes = look(binary, path)
            seen += 1
            slowest, largest = max(slowest, (seconds, path.name)), max(largest, (megabytes, path.name))
            if wrong:
                failed += 1
                print(f"{path.name}: {', '.join(wrong)}")
    print(f"{seen} files, {failed} wrong; slowest {slowest[0]:.2f} s ({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
