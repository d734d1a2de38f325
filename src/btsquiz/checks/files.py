"""Checks files as they lie on disk: packs, fact sheets and films, each by the rules it must pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from btsquiz.checks import check_pack
from btsquiz.checks.asked import asked_by
from btsquiz.checks.sound import check_sound
from btsquiz.document import DocumentError, Problem, read_document
from btsquiz.errors import FileError
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.load import load_filmography
from btsquiz.facts.reviewed import FILE, films_of, is_films
from btsquiz.facts.sheet import Placed, Sheet, is_sheet, sheet_of
from btsquiz.fields import Problems
from btsquiz.home import shipped_questions
from btsquiz.packs.form import read_question
from btsquiz.packs.pack import Pack, pack_of
from btsquiz.packs.shelf import FACTS, twin_problem, yaml_files
from btsquiz.question import Standing
from btsquiz.text import tame_line


def check_paths(paths: Iterable[Path], *, sound: bool = False) -> tuple[int, list[Problem]]:
    """Checks files, and folders whole.

    Args:
        paths: Files, checked whatever they are called, and folders, of which every YAML file is checked.
        sound: Whether questions are to keep the rules of soundness too.

    Returns:
        How many files were checked, and everything wrong with them.

    Raises:
        FileError: A path does not exist or may not be read.
    """
    checked = 0
    problems: list[Problem] = []
    for path in paths:
        if not path.exists():
            hint = "Name a pack, or a folder of packs."
            raise FileError(f"There is no `{tame_line(str(path))}`.", hint=hint)
        first: dict[str, Path] = {}
        for file in yaml_files(path, _cannot, sheets=True) if path.is_dir() else (path,):
            checked += 1
            found = check_file(file, sound=sound)
            twin = first.setdefault(file.stem, file)
            if twin is not file and FACTS not in file.relative_to(path).parts:
                found.insert(0, twin_problem(file, str(twin)))
            problems += found
    return checked, problems


def _cannot(error: OSError) -> None:
    name = tame_line(str(error.filename))
    raise FileError(f"Cannot read `{name}`: {(error.strerror or '').lower()}.") from error


def check_file(path: Path, *, sound: bool = False) -> list[Problem]:
    """Gives everything wrong with one file, in the order of its lines."""
    try:
        root = read_document(path)
    except DocumentError as error:
        return [error.problem]
    except FileError as error:
        return [Problem(str(path), 1, 1, str(error), "unreadable")]
    if is_films(root):
        _, problems = films_of(root, path)
        return list(problems)
    beside = path.parent if (path.parent / FILE).exists() else shipped_questions() / FACTS
    if is_sheet(root):
        sheet = sheet_of(root, path)
        films = load_filmography(beside)
        found = [*sheet.problems, *_sheet_problems(sheet, films)]
        if sound:
            found += check_sound(_asked(sheet), films)
        return sorted(found, key=_place)
    pack = pack_of(root, path)
    found = [*check_pack(pack), *(check_sound(pack, load_filmography(beside)) if sound else ())]
    return list(pack.with_problems(found).problems)


def _asked(sheet: Sheet) -> Pack:
    """Gives what a sheet asks as a pack, each question where it stands in the sheet."""
    placed = tuple(asked_by([one.fact for one in sheet.placed], Problems(sheet.path)))
    return Pack("", sheet.path, sheet.title, placed=placed)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def _sheet_problems(sheet: Sheet, films: Filmography) -> Iterator[Problem]:
    first: dict[str, Placed] = {}
    problems = Problems(sheet.path)
    for placed in sheet.placed:
        fact, line, column = placed.fact, placed.line, placed.column
        twin = first.setdefault(fact.id, placed)
        if twin is not placed:
            message = f"the fact `{fact.id}` is already on line {twin.line}; remove one"
            yield Problem(sheet.path, line, column, message, "duplicate-fact")
        film = films.find(fact.film, fact.years) or films.find(fact.film) if fact.film else None
        if fact.film and film is None:
            message = f"`{fact.film}` is not among the films; add it to {FILE}"
            yield Problem(sheet.path, line, column, message, "unknown-film")
        elif film is not None and not set(film.years) & set(fact.years):
            message = f"{FILE} has `{fact.film}` in {film.year}, the fact in {fact.year}; look it up"
            yield Problem(sheet.path, line, column, message, "film-year")
        for family, node in fact.asks:
            read_question(node, problems)
            if fact.standing is Standing.DISPUTED and family != "dispute":
                message = "a disputed fact is asked only as a dispute"
                yield Problem(sheet.path, node.line, node.column, message, "disputed")
    yield from problems.found
