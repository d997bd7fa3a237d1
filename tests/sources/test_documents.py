"""Ways in: text is verbatim, metadata is kept, and one bad document never stops the rest."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from diurna.model import BadInput, Edtf
from diurna.sources import Document, read_documents

ENGLISH = "The foreign ministers of Norway and Chile met in Oslo on Tuesday, officials said.\n"
FRENCH = "Le ministre des Affaires étrangères se rendra à Tokyo la semaine prochaine pour signer un accord.\n"


def read_one(path: Path, **options: object) -> Document:
    [document] = read_documents([str(path)], **options)
    assert isinstance(document, Document), document
    return document


def refusal(path: Path) -> str:
    [refused] = read_documents([str(path)])
    assert isinstance(refused, BadInput)
    assert "\n" not in str(refused)
    return str(refused)


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_kept_verbatim(tmp_path: Path) -> None:
    text = "\ufeff  Ministers meet in Oslo \r\n\r\n" + ENGLISH + "\tIt was “short”.\r\n\n\n"
    document = read_one(written(tmp_path, "a.txt", text))
    assert document.text == text
    assert document.title == "Ministers meet in Oslo"
    assert document.file == "a.txt"


def test_old_windows_text_is_decoded(tmp_path: Path) -> None:
    assert "“short”" in read_one(written(tmp_path, "a.txt", (ENGLISH + "It was “short”.").encode("cp1252"))).text


def test_a_first_paragraph_is_no_title(tmp_path: Path) -> None:
    assert read_one(written(tmp_path, "a.txt", ENGLISH + "\nThey will meet again.\n")).title is None


def test_what_the_person_says_fills_only_what_is_missing(tmp_path: Path) -> None:
    rows = [{"text": ENGLISH}, {"text": ENGLISH, "outlet": "Gazette", "published": "2021-03-04T23:30:00Z"}]
    path = written(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    bare, full = read_documents([str(path)], published=Edtf.parse("2020"), outlet="Wire")
    assert isinstance(bare, Document)
    assert isinstance(full, Document)
    assert (bare.outlet, str(bare.published), bare.basis) == ("Wire", "2020", "stated")
    assert (full.outlet, str(full.published), full.basis) == ("Gazette", "2021-03-04", "metadata")


def test_json_lines_name_the_bad_line_and_go_on(tmp_path: Path) -> None:
    lines = [json.dumps({"text": ENGLISH, "file": "one.txt"}), "", '{"text": "The', '{"title": "no text"}']
    lines += [json.dumps({"text": ENGLISH, "published": "last Tuesday"}), json.dumps({"text": ENGLISH})]
    found = list(read_documents([str(written(tmp_path, "a.jsonl", "\n".join(lines)))]))
    assert [d.file for d in found if isinstance(d, Document)] == ["one.txt", "a.jsonl:6"]
    refused = [str(d) for d in found if isinstance(d, BadInput)]
    assert [line.split(":")[0] for line in refused] == ["a.jsonl, line 3", "a.jsonl, line 4", "a.jsonl, line 5"]


def test_json_that_is_spread_over_lines_is_refused_once(tmp_path: Path) -> None:
    message = refusal(written(tmp_path, "a.json", json.dumps({"text": ENGLISH, "title": "Talks"}, indent=2)))
    assert "write each on one line" in message


def test_html_gives_article_title_date_and_outlet(tmp_path: Path) -> None:
    page = f"""<!doctype html><html><head><title>Oslo talks end - The Gazette</title>
    <meta property="og:title" content="Oslo talks end without a treaty">
    <meta property="og:site_name" content="The Gazette">
    <meta property="article:published_time" content="2021-03-04T08:00:00+01:00"></head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Oslo talks end without a treaty</h1>
    <p>{ENGLISH * 3}</p><p>The two sides will meet again in May, a spokesman said, although no date has been agreed.</p>
    </article><footer>Copyright 2024 The Gazette</footer></body></html>"""
    document = read_one(written(tmp_path, "page", page))
    assert document.title == "Oslo talks end without a treaty"
    assert document.text.startswith("Oslo talks end without a treaty")
    assert document.text.count("Oslo talks end") == 1
    assert "Home" not in document.text
    assert (document.outlet, str(document.published), document.basis) == ("The Gazette", "2021-03-04", "metadata")


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.md", "b/10.txt", ".hidden.txt", ".git/c.txt"):
        written(tmp_path, name, ENGLISH)
    found = list(read_documents([str(tmp_path)]))
    assert [d.file for d in found if isinstance(d, Document)] == ["a.md", "b/10.txt", "b/2.txt"]


def test_a_folder_with_bad_files_gives_the_good_ones(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", b"\x00\x01\x02")
    written(tmp_path, "b.txt", ENGLISH)
    written(tmp_path, "c.txt", FRENCH)
    found = list(read_documents([str(tmp_path)]))
    assert [type(d) for d in found] == [BadInput, Document, BadInput]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b'<?xml version="1.0"?><rss>' + ENGLISH.encode(), "XML"),
        (b"abc\x00def", "binary"),
        (bytes(range(128, 256)) * 4, "not text"),
        (FRENCH, "looks like French"),
        (ENGLISH * 70_000, "too large"),
    ],
)
def test_bad_files_are_refused_with_the_reason(tmp_path: Path, content: bytes | str, reason: str) -> None:
    message = refusal(written(tmp_path, "a.txt", content))
    assert reason in message
    assert message.startswith("a.txt: ")


def test_missing_files_and_empty_folders_are_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.txt")
    assert "no files" in refusal(tmp_path)


def test_standard_input_is_recognised_by_its_content() -> None:
    [plain] = read_documents(["-"], stdin=io.BytesIO(ENGLISH.encode()))
    [row] = read_documents(["-"], stdin=io.BytesIO(json.dumps({"text": ENGLISH, "file": "x"}).encode()))
    assert isinstance(plain, Document)
    assert isinstance(row, Document)
    assert (plain.file, plain.text, row.file, row.text) == ("stdin", ENGLISH, "x", ENGLISH)


def test_report_ids_depend_on_what_was_published_and_not_on_the_folder(tmp_path: Path) -> None:
    here = read_one(written(tmp_path, "x/a.txt", ENGLISH))
    there = read_one(written(tmp_path, "y/a.txt", ENGLISH))
    assert here.report() == there.report()
    assert here.report().id != read_one(tmp_path / "x/a.txt", outlet="Wire").report().id
    assert here.report().published.basis == "unknown"
