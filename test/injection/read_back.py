"""Reads files of the house back with readers that are not ours: openpyxl, expat, Python's email. Answers in JSON, ASCII only."""

import email
import email.policy
import email.utils
import json
import re
import sys
import zipfile
from xml.parsers import expat

HELD = re.compile("_x([0-9A-Fa-f]{4})_")


def held(text):
    """ECMA-376 part 1 §22.9.2.19: what XML cannot hold stands as _xHHHH_."""
    return HELD.sub(lambda found: chr(int(found.group(1), 16)), text)


def workbook(path):
    """Every cell: tab, row, column, kind, value as openpyxl has it."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    cells = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    value = held(cell.value) if cell.data_type == "s" else str(cell.value)
                    cells.append([sheet.title, cell.row, cell.column, cell.data_type, value])
    return {"cells": cells}


def parsed(part):
    """The elements of a part as expat meets them: [name, attributes, texts directly inside]; malformed XML is an exception."""
    found, open_elements = [], []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name, attributes):
        element = [name, attributes, ""]
        found.append(element)
        open_elements.append(element)

    def text(content):
        open_elements[-1][2] += content

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: open_elements.pop()
    parser.CharacterDataHandler = text
    parser.Parse(part, True)
    return found


def document(path):
    """A .docx: each paragraph as its text, a count of every element, the parts, and all attributes of the part of sources."""
    paragraphs, counts, sources = [], {}, []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        parts = {name: parsed(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    for name, attributes, content in parts["word/document.xml"]:
        counts[name] = counts.get(name, 0) + 1
        if name == "w:p":
            paragraphs.append("")
        elif name == "w:t":
            paragraphs[-1] += content
        elif name in ("w:br", "w:cr"):
            paragraphs[-1] += "\n"
    for name in names:
        if name.startswith("customXml/item") and "Props" not in name and name.endswith(".xml"):
            sources += [attributes for element, attributes, _ in parts[name] if element == "source"]
    title = [content for name, _, content in parts.get("docProps/core.xml", []) if name == "dc:title"]
    headers = ["".join("\n" if n == "w:br" else c for n, _, c in parts[name]) for name in names if re.match(r"word/header", name)]
    return {"paragraphs": paragraphs, "counts": counts, "parts": names, "sources": sources, "title": title, "headers": headers}


def letter(path):
    """An .eml: its headers in order, the addresses of each, both bodies."""
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    addresses = {
        name.lower(): [[one.display_name, one.addr_spec] for one in message[name].addresses]
        for name in ("From", "To", "Reply-To", "Cc", "Bcc")
        if message[name] is not None
    }
    bodies = {
        part.get_content_type(): part.get_content() for part in message.walk() if part.get_content_maintype() == "text"
    }
    return {
        "headers": [name.lower() for name in message.keys()],
        "subject": str(message["Subject"] or ""),
        "addresses": addresses,
        "bodies": bodies,
        "parts": [part.get_content_type() for part in message.walk()],
        "defects": [type(defect).__name__ for part in message.walk() for defect in part.defects],
    }


READERS = {"xlsx": workbook, "docx": document, "eml": letter}

if __name__ == "__main__":
    paths = json.load(sys.stdin)
    json.dump([READERS[path.rsplit(".", 1)[1]](path) for path in paths], sys.stdout, ensure_ascii=True)
