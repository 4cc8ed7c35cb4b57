"""A folder of files as people have them: formats, encodings and languages, good and bad, made on the spot."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from fpdf import FPDF

from tests.articles.pages import pages

EN = "Trade Minister Ana Lind met Gina Raimondo in Oslo on 2 May 2025.\nThe two agreed to work together on fish.\n"
JA = "日本とチリは2025年5月14日、東京で漁業協定に署名した。両国の担当大臣が署名式に出席した。\n協定は2026年1月に発効する。\n"
KO = "한국과 칠레가 2025년 5월 14일 서울에서 어업 협정에 서명했다. 양국 장관이 서명식에 참석했다.\n"
FR = "Le ministre norvégien a rencontré son homologue chilien à Oslo le 14 mai 2025. Ils ont signé un accord sur la pêche.\n"
ZH = "挪威和智利的部长于2025年5月14日在奥斯陆举行会谈，并签署了渔业协定。双方同意每年举行一次会议。\n"
LEFT = [
    "Ministers of Norway and Chile met in",
    "Oslo on 14 May 2024 and signed an",
    "agreement on grain data. It takes",
    "effect in January 2025.",
]
RIGHT = [
    "In Rotterdam, talks between the dock",
    "workers' union and the port operator",
    "ended on 3 October without result.",
    "The union asked for nine percent.",
]
SCRIPT = """#!/bin/sh
# The minister met the president on 3 May 2021 and signed it.
for f in "$@"; do [ -f "$f" ] || continue; echo "Japan and Chile signed a pact: $f"; done
"""


def write(folder: Path) -> None:
    """Write the twenty files, numbered so that they are taken in this order."""
    page = next(one for one in pages() if one.name == "blocks-en").html
    files: dict[str, bytes] = {
        "01-plain.txt": EN.encode(),
        "02-shift-jis.txt": JA.encode("cp932"),
        "03-euc-jp.txt": JA.encode("euc_jp"),
        "04-cp949.txt": KO.encode("cp949"),
        "05-utf-16.txt": JA.encode("utf-16"),
        "06-page.html": page.encode(),
        "07-meta-page.html": _meta_page().encode("shift_jis"),
        "08-columns.pdf": pdf(LEFT, RIGHT),
        "09-spaces.pdf": pdf([left.ljust(44) + right for left, right in zip(LEFT, RIGHT, strict=True)] * 2),
        "10-picture.pdf": pdf(),
        "11-mail.eml": mail(),
        "12-word.docx": docx(EN),
        "13-book.epub": packed({"META-INF/container.xml": "<container/>", "a.xhtml": "<p>Text</p>"}),
        "14-french.txt": FR.encode("latin-1"),
        "15-chinese.txt": ZH.encode(),
        "16-script.sh": SCRIPT.encode(),
        "17-table.csv": b"day,who,whom\n2021-05-03,Ueda,Lind\n2021-05-04,Saito,Raimondo\n2021-05-05,Ahn,Lind\n2021-05-06,Ueda,Ahn\n",
        "18-empty.txt": b"",
        "19-picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "20-undated.txt": b"Trade Minister Ana Lind met Gina Raimondo in Oslo on Tuesday.\nThey are to meet again next month, she said.\n",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)


def pdf(*columns: list[str]) -> bytes:
    """A page whose columns are drawn line by line, as one reads across them."""
    page = FPDF()
    page.add_page()
    page.set_font("courier" if len(columns) == 1 else "helvetica", size=8 if len(columns) == 1 else 10)
    for number in range(max(map(len, columns), default=0)):
        for at, column in enumerate(columns):
            if number < len(column):
                page.text(15 + 95 * at, 20 + 5 * number, column[number])
    return bytes(page.output())


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "desk@example.com"
    message["Subject"] = "Fish talks in Oslo"
    message["Date"] = "Sat, 03 May 2025 09:00:00 +0200"
    message.set_content(EN + "\n> The minister of Peru met nobody on 1 May 2020.\n-- \nPress Office\n")
    return message.as_bytes()


def docx(text: str) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
            '.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument"/></Relationships>',
            "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{paragraphs}</w:body></w:document>",
            "docProps/core.xml": '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Fish talks</dc:title>'
            "<dc:creator>Press Office</dc:creator></c:coreProperties>",
        }
    )


def packed(members: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        for name, text in members.items():
            parts.writestr(zipfile.ZipInfo(name), text)  # of a day of its own: the same bytes at each call
    return content.getvalue()


def _meta_page() -> str:
    body = "".join(f"<p>{line}</p>" for line in JA.splitlines())
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="shift_jis"><title>漁業協定に署名</title>
<meta property="article:published_time" content="2025-05-15T09:00:00+09:00"><meta name="author" content="編集部">
<link rel="canonical" href="https://www.example.jp/news/1"></head><body><article><h1>漁業協定に署名</h1>{body}</article></body></html>"""
