"""What is no page of text is refused in a sentence that says what it is, where, and what to do."""

from __future__ import annotations

import io
import os
import socket
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.errors import FileError
from btsquiz.facts.page import read_blocks
from btsquiz.facts.source import MAX_BYTES, read_text

ACCENTS = "Amélie Poulain, derrière la caméra, à l’été de l’année 2001. " * 20
RUSSIAN = "Эльдар Рязанов на съёмочной площадке фильма «Служебный роман». " * 5
PAGE = "Uma Thurman on the set of 'Kill Bill: Volume 2'.\n\n" * 5


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", PAGE)
    return packed.getvalue()


NO_PAGES = {
    "nothing": (b"", "is empty"),
    "blank": (b"\xef\xbb\xbf \n\t\r\n \xc2\xa0\n", "is empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF, not text"),
    "a PDF after a line": (b"\n%PDF-1.4\nplain", "a PDF, not text"),
    "RTF": (rb"{\rtf1\ansi Uma Thurman\par}", "RTF, not text"),
    "a zip": (zipped(), "zip archive, not text"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "office document, not text"),
    "gzip": (b"\x1f\x8b\x08\x00abc", "compressed file, not text"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(9), "a picture, not text"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture, not text"),
    "WebP": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a picture, not text"),
    "UTF-16": (PAGE.encode("utf-16"), "UTF-16, not in UTF-8"),
    "UTF-16, the other way": (b"\xfe\xff" + PAGE.encode("utf-16-be"), "UTF-16, not in UTF-8"),
    "UTF-16 in Russian": (RUSSIAN.encode("utf-16"), "UTF-16, not in UTF-8"),
    "UTF-16 without a mark": (PAGE.encode("utf-16-le"), "UTF-16, not in UTF-8"),
    "Latin-1": (ACCENTS.replace("’", "'").encode("latin-1"), "line 1; it looks like Latin-1"),
    "Windows-1252": (b"Uma\n\nA \x93quote\x94 by Una", "line 3; it looks like Latin-1 or Windows-1252"),
    "Russian of old": (RUSSIAN.encode("cp1251"), "line 1; it looks like another encoding"),
    "noise": (bytes(range(1, 256)), "perhaps no text at all"),
    "with NUL": (b"Uma\x00Thurman on the set", "is not text"),
    "HTML": (b"\n <!DOCTYPE html><p>x", "web page in HTML"),
    "HTML in capitals": (b"<HTML><BODY>x", "web page in HTML"),
    "HTML after a comment": (b"<!-- saved -->\n<html lang=en>", "web page in HTML"),
    "a fragment": (b"<p>Uma</p>\n<p>Daryl <br/> Hannah</p>", "web page in HTML"),
    "links": (b"Uma <a href='x'>on</a> the <span class=y>set</span>", "web page in HTML"),
}


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_is_no_page_is_named_for_what_it_is(name: str, tmp_path: Path) -> None:
    data, says = NO_PAGES[name]
    path = tmp_path / "a\x1bpage\n.txt"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_blocks(path)
    told = str(caught.value)
    assert says in told
    assert "page .txt`" in told
    assert caught.value.hint
    assert caught.value.exit_code == 1
    assert len(told.splitlines()) == 1
    assert "\x1b" not in told


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\ufeffTwo words",
        ACCENTS,
        RUSSIAN,
        "%PDF is what the clapperboard said.",
        "PK was the name of the dog.",
        "In <i>Psycho</i> (1960), <i>Marion</i> ran; in <b>Jaws</b> nobody <b>ran</b>.",
        "I <3 this film, and 2 < 3 but 5 > 4.",
        "word " * 300 + "<br> <br> <br> <br>",
        'format: "btsquiz/1"\ntitle: a pack\n',
    ],
)
def test_a_page_of_text_is_read_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    assert read_text(path) == text.removeprefix("\ufeff")


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def folder_itself(folder: Path) -> Path:
    return folder


def fifo(folder: Path) -> Path:
    os.mkfifo(folder / "fifo")
    return folder / "fifo"


def device(folder: Path) -> Path:
    return Path("/dev/zero")


def door(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "door"))
    return folder / "door"


def huge(folder: Path) -> Path:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(1 << 30)
    return folder / "huge.txt"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (missing, "no such file."),
        (folder_itself, "is a directory."),
        (fifo, "not a regular file."),
        (device, "not a regular file."),
        (door, "no such device or address."),
        (huge, "larger than 16,384 KiB. Split it into smaller files."),
    ],
)
def test_what_is_no_file_is_said_at_once(make, says: str, tmp_path: Path) -> None:
    path = make(tmp_path)
    began = time.process_time()
    with pytest.raises(FileError) as caught:
        read_text(path)
    assert time.process_time() - began < 2
    assert says in str(caught.value)
    assert f"`{path}`" in str(caught.value)
    assert caught.value.hint


def test_what_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileError, match=r"permission denied\. Name a page .* you may read\."):
        read_text(tmp_path / "page.txt")


def test_a_page_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * MAX_BYTES)
    assert len(read_text(path)) == MAX_BYTES
    with path.open("ab") as file:
        file.write(b"x")
    with pytest.raises(FileError, match="larger"):
        read_text(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        assert read_text(path).encode() in (data, data.removeprefix(b"\xef\xbb\xbf"))
    except FileError as error:
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("text", ["<p ", "<", "<!--", "<a href='", "</", " ", "é"])
def test_no_text_takes_long_to_be_told_from_html(text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text * (2_000_000 // len(text)), encoding="utf-8")
    began = time.process_time()
    try:
        read_text(path)
    except FileError as error:
        assert "empty" in str(error) or "HTML" in str(error)
    assert time.process_time() - began < 3
