"""Counts every figure of a report again, with nothing of the program's: the .docx by zipfile and ElementTree, the workbook by openpyxl.

usage: recount.py so.xlsx bao-cao.docx [more.docx]
One JSON line a report: how many figures of each kind were counted, and those that are wrong.
"""

import json
import re
import sys
import unicodedata
import zipfile
from fractions import Fraction
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADERS = {
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "typed": "Kết quả nhập tay",
    "estimate": "Ước thực hiện đến 31/12",
}
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"


def tidy(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text))).strip()


def said(text):
    """A figure as the report prints it: «1.298», «97,30»."""
    return Fraction(text.replace(".", "").replace(",", "."))


def typed(value):
    """A cell: a number, or one typed as text under a Vietnamese locale; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return Fraction(str(value))
    text = tidy(value).rstrip("%").strip()
    return said(text) if re.fullmatch(NUMBER, text) else None


def rows_of(sheet):
    """The rows of a tab by its headers; the line of the headers is the first that holds «Mã» or «Kỳ»."""
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = lambda line: [tidy(cell) if cell is not None else "" for cell in line]
    at = next(number for number, line in enumerate(lines) if {"Mã", "Kỳ"} & set(heads(line)))
    return [dict(zip(heads(lines[at]), line)) for line in lines[at + 1 :] if any(cell is not None for cell in line)]


def links(row):
    """«Lấy từ TK3.4 + TK3.5 / TK3.3» as the codes of both sides."""
    for value in row.values():
        found = re.match(r"^Lấy từ (.+?) / (.+?)(?:;.*|\.)?$", tidy(value or ""))
        if found:
            return [[tidy(code) for code in side.split("+")] for side in found.groups()]
    return None


class Office:
    """What was typed, and what the plan says of it."""

    def __init__(self, path):
        import openpyxl

        book = openpyxl.load_workbook(path)
        actuals = rows_of(book["Nhập số liệu"])
        self.actuals = {(tidy(row["Mã"]), tidy(row["Kỳ"])): row for row in actuals if row.get("Mã") and row.get("Kỳ")}
        self.plan = {tidy(row["Mã"]): row for row in rows_of(book["Kế hoạch - Chỉ tiêu"]) if row.get("Mã")}

    def cell(self, code, period, field):
        return typed(self.actuals.get((code, period), {}).get(HEADERS[field]))

    def side(self, code, period, field):
        """A side of a fraction: as typed, else the sum of the rows that the plan takes it from."""
        own = self.cell(code, period, field)
        if own is not None:
            return own
        sides = links(self.plan.get(code, {}))
        if sides is None:
            return None
        parts = [self.value(each, period) for each in sides[field == "denominator"]]
        return None if None in parts else sum(parts)

    def value(self, code, period):
        """The result of a row: what was typed, else its fraction (a rate in hundredths, a mean as it is)."""
        own = self.cell(code, period, "typed")
        if own is not None:
            return own
        top, bottom = self.side(code, period, "numerator"), self.side(code, period, "denominator")
        if top is None or bottom is None:
            return top
        is_rate = tidy(self.plan.get(code, {}).get("Đơn vị tính") or "") == "%"
        return None if bottom == 0 else top * (100 if is_rate else 1) / bottom


def text_of(element):
    return "".join(part.text or "" for part in element.iter(f"{W}t")).replace("\u00a0", " ")


class Report:
    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            body = ElementTree.fromstring(package.read("word/document.xml"))
            customs = [package.read(name) for name in package.namelist() if name.startswith("customXml/item")]
        part = next(custom for custom in customs if b"urn:so-cchc:sources" in custom and b"<source " in custom)
        sources = {found.get("key"): found.attrib for found in ElementTree.fromstring(part)}
        self.figures = []
        for control in body.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            if tag is not None and tag.get(f"{W}val") in sources:
                self.figures.append((sources[tag.get(f"{W}val")], text_of(control)))
        within = {id(line) for table in body.iter(f"{W}tbl") for line in table.iter(f"{W}p")}
        self.paragraphs = [text_of(line) for line in body.iter(f"{W}p") if id(line) not in within]
        tables = [[[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] for table in body.iter(f"{W}tbl")]
        self.tables = [table for table in tables if table]

    def tables_of(self, *titles):
        return [table for table in self.tables if table[0][: len(titles)] == list(titles)]


def rounds_to(value, printed):
    """Whether the printed figure is the value with as many decimals as were printed."""
    decimals = len(printed.split(",")[1]) if "," in printed else 0
    return abs(value - said(printed)) <= Fraction(1, 2 * 10**decimals)


class Recount:
    def __init__(self, office, report):
        self.office, self.report, self.counts, self.wrong = office, report, {}, []

    def check(self, kind, good, what):
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if not good:
            self.wrong.append(f"{kind}: {what}")

    def sourced(self):
        """Each figure in a content control is what its own cell, or its own fraction, makes."""
        for source, text in self.report.figures:
            bare, field = tidy(text).rstrip("%"), source["field"]
            if source["of"] != "actual" or field not in {*HEADERS, "result"} or not re.fullmatch(NUMBER, bare):
                continue
            code, period = source["id"], source["period"]
            value = self.office.value(code, period) if field == "result" else self.office.cell(code, period, field)
            if value is None and field in {"numerator", "denominator"}:
                value = self.office.side(code, period, field)
            if value is None and field == "typed":
                value = self.office.value(code, period)
            self.check("figures of cells", value is not None and rounds_to(value, bare), f"{text} of {code} {field}: {value}")

    def rates(self):
        for line in self.report.paragraphs:
            for whole, rate, top, bottom in re.findall(rf"(đạt ({NUMBER})% \(({NUMBER})/({NUMBER})\))", line):
                self.check("rates", rounds_to(said(top) * 100 / said(bottom), rate), whole)

    def distances(self):
        """«đạt 97,30% (973/1.000), chưa đạt chỉ tiêu Kế hoạch (từ 98% trở lên), thấp hơn 0,70 điểm phần trăm»."""
        pattern = (
            rf"đạt ({NUMBER})%(?: \(({NUMBER})/({NUMBER})\))?, (?:vượt|chưa đạt|gần đạt|đạt)(?: ({NUMBER}) điểm phần trăm so với)?"
            rf" chỉ tiêu Kế hoạch \((?:từ |không quá )?({NUMBER})%(?: trở lên)?\)(?:, (?:thấp|cao) hơn(?: mức tối đa)? ({NUMBER}) điểm)?"
        )
        for line in self.report.paragraphs:
            for found in re.finditer(pattern, line):
                rate, top, bottom, above, level, short = found.groups()
                by = above or short
                if by is None:
                    continue
                # Without its fraction the rate is known to the decimals that are printed.
                exact = abs((said(top) * 100 / said(bottom) if top else said(rate)) - said(level))
                good = rounds_to(exact, by) if top else abs(exact - said(by)) <= Fraction(1, 100)
                self.check("distances from levels", good, found.group(0))

    def totals(self):
        pattern = rf"[Tt]ổng số [^:;.]*: ({NUMBER}) [^:;.(]*?(?: \([^)]*\))?, gồm: ([^;]*?)(?=; |\. [A-ZĐ]|\.$)"
        for line in self.report.paragraphs:
            for total, parts in re.findall(pattern, line):
                flat = re.sub(r"\([^)]*\)", "", parts)
                numbers = [said(number) for number in re.findall(rf" ({NUMBER}) \w", flat)]
                self.check("totals", sum(numbers) == said(total), f"{total}: {parts}")

    def verdicts(self):
        """The sentence of counts against the rows of the annex of indicators, each of which bears its verdict."""
        words = {"Đạt": 0, "Chưa đạt": 0, "Gần đạt": 0}
        for annex in self.report.tables_of("STT", "Chỉ tiêu"):
            at = annex[0].index("Đánh giá")
            for row in annex[1:]:
                if len(row) > at and row[at] in words:
                    words[row[at]] += 1
        told = " ".join(line for line in self.report.paragraphs if "được đánh giá trong kỳ" in line)
        add = lambda pattern: sum(int(number) for number in re.findall(pattern, told))
        self.check("verdicts counted", add(r"Có (\d+) chỉ tiêu được đánh giá") == sum(words.values()), f"judged, annex {words}")
        self.check("verdicts counted", add(r": đạt (\d+) chỉ tiêu") == words["Đạt"], f"met, annex {words}")
        missed = add(r"chưa đạt (\d+) chỉ tiêu")
        self.check("verdicts counted", missed == words["Chưa đạt"] + words["Gần đạt"], f"{missed} missed, annex {words}")

    def statuses(self):
        """«Trong bảng: …» over each table of tasks against its rows."""
        lines = [line for line in self.report.paragraphs if line.startswith("Trong bảng: ")]
        for line, table in zip(lines, self.report.tables_of("STT", "Nhiệm vụ")):
            at = table[0].index("Tình trạng")
            rows = [tidy(row[at]).lower() for row in table[1:] if len(row) > at]
            for what, count in re.findall(r"([^;:]+?) (\d+)(?=[;.])", line[len("Trong bảng: ") :]):
                word = "……" if tidy(what).startswith("chưa có kết quả") else tidy(what).lower()
                self.check("statuses counted", rows.count(word) == int(count), f"{what} {count}, rows {rows.count(word)}")

    def forms(self):
        """A rate of a form is the second of the two rows under it over the first."""
        for table in self.report.tables_of("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu"):
            rows = {row[0]: row for row in table[1:] if len(row) >= 4}
            for code, row in rows.items():
                under = [rows[each] for each in rows if re.fullmatch(re.escape(code) + r"\.\d+", each)]
                figures = [said(one[3]) for one in under if re.fullmatch(NUMBER, one[3])]
                if row[2] == "%" and re.fullmatch(NUMBER, row[3]) and len(under) == 2 == len(figures) and figures[0] > 0:
                    self.check("rates of forms", rounds_to(figures[1] * 100 / figures[0], row[3]), f"{code}: {row[3]}")

    def movements(self):
        """A movement that the text tells of a row whose annex prints last year's figure beside this year's."""
        text = " ".join(self.report.paragraphs)
        for annex in self.report.tables_of("STT", "Chỉ tiêu"):
            last = next((at for at, title in enumerate(annex[0]) if re.search(r"^(Cùng kỳ n|N)ăm \d{4}$", title)), None)
            now = annex[0].index("Thực hiện")
            for row in annex[1:] if last is not None else []:
                figures = [row[at].rstrip("%") for at in (now, last) if len(row) > at]
                if len(figures) < 2 or not all(re.fullmatch(NUMBER, figure) for figure in figures):
                    continue
                told = rf"{re.escape(row[1])}(?: đạt|:)? {re.escape(row[now])}(?:[^;.]|\.\d)*; (tăng|giảm) ({NUMBER}) (?:điểm|phút)"
                for way, by in re.findall(told, text):
                    moved = said(figures[0]) - said(figures[1])
                    good = abs(abs(moved) - said(by)) <= Fraction(1, 100) and (moved > 0) == (way == "tăng")
                    self.check("movements", good, f"{row[1]}: {way} {by}")

    def all(self):
        for part in (self.sourced, self.rates, self.distances, self.totals, self.verdicts, self.statuses, self.forms, self.movements):
            part()
        return {"counted": sum(self.counts.values()), "kinds": self.counts, "wrong": self.wrong}


if __name__ == "__main__":
    office = Office(sys.argv[1])
    for path in sys.argv[2:]:
        print(json.dumps(Recount(office, Report(path)).all(), ensure_ascii=True))
