"""What words typed are let pass as, case by case and by laws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.game.judging import is_right
from btsquiz.game.numerals import number_of, with_figures
from btsquiz.game.typed import Closeness, closeness
from btsquiz.question import Choice, Kind, Question, Typed
from game.makers import make
from strategies import answers

WHO = "Who is meant?"
FILM = "Which film is it?"


def typed(accept: str, ask: str = FILM, *, wrong: str = "", reject: str = "", films: str = "") -> Question:
    """Makes a question; several texts are parted by a stroke."""
    some = [tuple(part for part in text.split("/") if part) for text in (accept, wrong, reject, films)]
    return replace(make("q", Typed(some[0], some[1])), ask=ask, reject=some[2], films=some[3])


ALIEN = typed("Alien", films="Alien")
AMELIE = typed("Amélie", films="Amélie")
ANGRY = typed("12 Angry Men", films="12 Angry Men")
BEAN = typed("Sean Bean", WHO, wrong="Sean Astin/Sean Connery/Viggo Mortensen")
BOOT = typed("Das Boot", films="Das Boot")
CARA = typed("Irene Cara", 'Somebody credits Coco in Fame to "Irene Cera". Which singer is meant?')
CRUISE = typed("Tom Cruise", "Which star plays Lestat?", wrong="Brad Pitt/Antonio Banderas")
DOCTOR = typed("Dr. Strangelove", films="Dr. Strangelove")
EMPIRE = typed("The Empire Strikes Back", films="The Empire Strikes Back")
ET = typed("E.T. the Extra-Terrestrial", films="E.T. the Extra-Terrestrial")
FLASH = typed("Flashdance", films="Flashdance")
FUTURE = typed("Back to the Future", films="Back to the Future", reject="Back to the Future Part II")
GADOT = typed("Gal Gadot", WHO, wrong="Lynda Carter/Robin Wright")
GODFATHER = typed("The Godfather Part II", films="The Godfather Part II", wrong="The Godfather/Serpico")
HANKS = typed("Tom Hanks", WHO)
HARRISON = typed("George Harrison", "By which Beatle?", wrong="Ringo Starr/Rex Harrison")
HARVEST = typed("Blue Harvest/Blue Harvest: Horror Beyond Imagination", "What stood on the caps?")
HATEFUL = typed("The Hateful Eight", films="The Hateful Eight")
JACKSON = typed("Samuel L. Jackson", WHO)
JOKER = typed("The Joker", "Which villain was he?", wrong="The Riddler/Two-Face")
KUBRICK = typed("Stanley Kubrick", "Who was in the director's chair?")
LEON = typed("Léon", films="Léon")
LETTER = typed("Margot/Margot Kidder", "“Margo Kidder” lacks a letter. How is it spelt?")
MACARTHUR = typed("Douglas MacArthur", "To whom did Dumbo give up his cover?")
MAGNIFICENT = typed("The Magnificent Seven", films="The Magnificent Seven", reject="Seven Samurai")
ODYSSEY = typed("2001: A Space Odyssey", films="2001: A Space Odyssey")
POTEMKIN = typed("Battleship Potemkin", films="Battleship Potemkin")
ROCKY = typed("Rocky IV", films="Rocky IV", wrong="Rocky III/Rocky V")
ROGERS = typed("Steve Rogers", WHO, wrong="Ginger Rogers")
SAMURAI = typed("Seven Samurai", films="Seven Samurai")
SCHWARZ = typed("Arnold Schwarzenegger", WHO)
SHANE = typed("Shane", films="Shane")
SHIRE = typed("Talia Shire/Talia Coppola", "Who is she?")
SMITH = typed("Will Smith", "Which star wanders an empty New York?")
SMITHS = typed("Will Smith", WHO, wrong="Maggie Smith/Kevin Smith")
STARLORD = typed("Star-Lord/Peter Quill", "Which Marvel hero's outfit is it?")
STARWARS = typed("Star Wars", films="Star Wars")
STONES = typed("Skip stones", "What can't she do?")
SUNSHINE = typed("Eternal Sunshine of the Spotless Mind", films="Eternal Sunshine of the Spotless Mind")
TARANTINO = typed("Quentin Tarantino", "Who directed it?")
THREE = typed("The Third Man", films="The Third Man")
TURNER = typed("Kathleen Turner", "Who spoke for Jessica Rabbit?")
UP = typed("Up", films="Up")
VAN_DYKE = typed("Dick Van Dyke", "Navckid Keyd: who is he really?")
WALK = typed("Walk This Way", "Which song came of it?")
ZERO = typed("Zero Dark Thirty", films="Zero Dark Thirty")
ZITHER = typed("zither", "One instrument plays it all. Which?")

VERDICTS = [
    (globals()[name.strip()], said.strip(), Closeness(close.strip()))
    for close, name, said in (
        line.split("|")
        for line in """
# Case, accents, punctuation, spacing, articles.
right | AMELIE      | Amélie
right | AMELIE      | amelie
right | AMELIE      | AMELIE
right | AMELIE      | «Amélie»
right | AMELIE      |   amélie.
right | LEON        | leon
right | LEON        | Léon!
right | EMPIRE      | empire strikes back
right | EMPIRE      | The Empire Strikes Back
right | EMPIRE      | an empire strikes back
right | EMPIRE      | the empire  strikes back
right | JOKER       | joker
right | JOKER       | a joker
right | DOCTOR      | Dr Strangelove
right | DOCTOR      | dr. strangelove
right | DOCTOR      | Dr.Strangelove
right | ET          | ET the extra terrestrial
right | ET          | E.T. the Extra-Terrestrial
right | ET          | et, extraterrestrial
right | SUNSHINE    | eternal sunshine of a spotless mind
right | FUTURE      | back to future
right | STARLORD    | starlord
right | STARLORD    | Star Lord
right | STARLORD    | star-lord
right | STARLORD    | peter quill
right | FLASH       | flash dance
right | FLASH       | Flash-Dance
right | WALK        | walk thisway
right | WALK        | WALK THIS WAY
right | STONES      | skip the stones
right | ZITHER      | a zither
right | ZITHER      | the Zither
right | BOOT        | das boot
right | UP          | up
# Figures and words.
right | SAMURAI     | 7 samurai
right | SAMURAI     | the seven samurai
right | ANGRY       | twelve angry men
right | ANGRY       | 12 angry men
right | ANGRY       | XII angry men
right | HATEFUL     | the hateful 8
right | HATEFUL     | hateful viii
right | ROCKY       | Rocky 4
right | ROCKY       | rocky four
right | ROCKY       | Rocky IV
right | ODYSSEY     | two thousand and one a space odyssey
right | ODYSSEY     | 2001 space odyssey
right | GODFATHER   | the godfather part 2
right | GODFATHER   | godfather part two
right | ZERO        | 0 dark 30
right | MAGNIFICENT | magnificent 7
# Figures have no slips.
far   | ROCKY       | Rocky 3
far   | ROCKY       | Rocky 5
far   | ROCKY       | Rocky VI
far   | SAMURAI     | 8 samurai
far   | ANGRY       | 13 angry men
far   | HATEFUL     | the hateful nine
far   | ODYSSEY     | 2010: a space odyssey
far   | GODFATHER   | the godfather part 3
# Slips by length.
right | SMITH       | will smth
near  | SMITH       | wil smith
right | SMITH       | will smiht
right | SMITH       | willsmith
right | HANKS       | tom hnaks
right | HANKS       | tom hankss
near  | HANKS       | tom hooks
near  | HANKS       | tim hanks
far   | HANKS       | tom banks
right | SCHWARZ     | arnold schwarzeneger
right | SCHWARZ     | arnold schwartzenegger
right | SCHWARZ     | arnold schwarzenneger
right | SCHWARZ     | schwarzeneger
right | SCHWARZ     | schwarznegger
far   | SCHWARZ     | arnie
right | TARANTINO   | tarrantino
right | TARANTINO   | quentin tarantio
near  | TARANTINO   | quinten tarantino
far   | TARANTINO   | tarantula
right | KUBRICK     | stanley kubrik
right | KUBRICK     | kubric
right | KUBRICK     | stanly kubrick
right | TURNER      | cathleen turner
right | TURNER      | kathlene turner
right | TURNER      | kathleen tuner
right | POTEMKIN    | battleship potempkin
right | POTEMKIN    | batleship potemkin
right | POTEMKIN    | battelship potemkni
right | POTEMKIN    | battle ship potemkin
near  | EMPIRE      | the empire strikes bak
right | EMPIRE      | empire stirkes back
right | SUNSHINE    | eternal sunshne of the spotles mind
right | FLASH       | flashdanse
right | FLASH       | flesh dance
right | ZITHER      | zithar
far   | ZITHER      | sitar
near  | ALIEN       | alein
near  | ALIEN       | aliens
near  | ALIEN       | alian
near  | SHANE       | shame
far   | UP          | ups
far   | LEON        | lion
near  | BOOT        | das boat
far   | BOOT        | the boat
right | MACARTHUR   | douglas macarther
right | MACARTHUR   | mcarthur
near  | STONES      | skip stone
near  | STONES      | skim stones
# Nearer to what is wrong.
far   | BEAN        | sean connery
far   | BEAN        | sean conery
far   | BEAN        | sean astin
far   | BEAN        | sean penn
far   | FUTURE      | back to the future part 2
far   | FUTURE      | back to the future ii
far   | JOKER       | riddler
far   | MAGNIFICENT | seven samurai
far   | MAGNIFICENT | 7 samurai
far   | CRUISE      | brad pitt
far   | CRUISE      | pitt
far   | GODFATHER   | the godfather
far   | GADOT       | linda carter
far   | HARRISON    | rex harrison
far   | HARRISON    | ringo
# Surnames, first names, particles, middle initials.
right | SMITH       | smith
near  | SMITHS      | smith
right | SMITHS      | will smith
far   | SMITHS      | maggie smith
right | BEAN        | bean
near  | BEAN        | sean
right | CRUISE      | cruise
near  | CRUISE      | tom
right | HANKS       | hanks
right | TARANTINO   | Tarantino
near  | TARANTINO   | Quentin
right | VAN_DYKE    | van dyke
right | VAN_DYKE    | dyke
near  | VAN_DYKE    | dick van dike
near  | VAN_DYKE    | dick
right | JACKSON     | samuel jackson
right | JACKSON     | jackson
right | JACKSON     | samuel l jackson
right | JACKSON     | Samuel L. Jackson
far   | JACKSON     | peter jackson
right | SHIRE       | shire
right | SHIRE       | coppola
near  | HARRISON    | harrison
right | HARRISON    | george harrison
near  | ROGERS      | rogers
right | GADOT       | gadot
near  | GADOT       | gal
right | CARA        | cara
right | KUBRICK     | kubrick
# No surname of a film.
near  | STARWARS    | wars
near  | STARWARS    | star
right | STARWARS    | star wars
far   | STARWARS    | star trek
near  | EMPIRE      | back
near  | EMPIRE      | empire
near  | THREE       | the third
right | THREE       | third man
near  | THREE       | man
near  | SUNSHINE    | eternal sunshine
near  | HARVEST     | harvest
right | HARVEST     | blue harvest
near  | HARVEST     | horror
# What the question says is no slip of its answer, and more than the answer is no answer.
near  | CARA        | irene cera
right | CARA        | irene cara
near  | LETTER      | margo
right | LETTER      | margot
near  | LETTER      | margo kidder
far   | ALIEN       | alien jaws psycho
far   | HANKS       | tom hanks or tom cruise
far   | STARWARS    | the
far   | EMPIRE      | of
far   | ET          | !
far   | ALIEN       | jaws
far   | SMITH       | jones
""".splitlines()
        if "|" in line
    )
]


def test_there_are_as_many_examples_as_promised() -> None:
    assert len({(question.ask, question.answer, said) for question, said, _ in VERDICTS}) >= 150


@pytest.mark.parametrize(("question", "said", "close"), VERDICTS)
def test_verdicts(question: Question, said: str, close: Closeness) -> None:
    assert closeness(question, said) is close
    assert is_right(question, (said,)) is (close is Closeness.RIGHT)


def spelt(number: int) -> str:
    """Writes a number below a thousand million out in English."""
    small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    names = [*small.split(), "sixteen", "seventeen", "eighteen", "nineteen"]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for scale, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= scale:
            rest = f" {spelt(number % scale)}" if number % scale else ""
            return f"{spelt(number // scale)} {name}{rest}"
    if number >= 100:
        rest = f" and {spelt(number % 100)}" if number % 100 else ""
        return f"{names[number // 100]} hundred{rest}"
    if number >= 20:
        return tens[number // 10 - 2] + (f" {names[number % 10]}" if number % 10 else "")
    return names[number]


@given(st.integers(0, 999_999_999))
def test_a_number_written_out_is_read(number: int) -> None:
    assert number_of(spelt(number).split()) == number
    assert with_figures([*spelt(number).split(), "samurai"]) == [str(number), "samurai"]


@given(st.integers(10, 19), st.integers(10, 99))
def test_a_year_is_read_in_two_halves(century: int, rest: int) -> None:
    assert number_of([*spelt(century).split(), *spelt(rest).split()]) == 100 * century + rest


@pytest.mark.parametrize(
    "words", ["", "and", "hundred", "one and two", "two hundred and", "million", "three four"]
)
def test_what_is_no_number_is_none(words: str) -> None:
    assert number_of(words.split()) is None


@given(answers(Kind.TYPED), st.data())
def test_what_is_accepted_is_right_and_what_is_rejected_is_not(answer: Typed, data: st.DataObject) -> None:
    question = make("q", answer)
    assert all(closeness(question, text) is Closeness.RIGHT for text in answer.accept)
    plain = [one for one in answer.accept if one.isascii() and one.isalpha() and len(one) > 5]
    for one in plain:
        slip = one[:-1] + ("q" if one[-1] != "q" else "z")
        assert closeness(replace(question, reject=(slip,)), slip) is Closeness.FAR


WORDS = st.lists(st.text("bcdfghjklmnprstw", min_size=5, max_size=9), min_size=2, max_size=4, unique=True)


@given(WORDS, st.data())
def test_one_slip_in_a_long_answer_is_let_pass_and_five_are_not(
    words: list[str], data: st.DataObject
) -> None:
    whole = " ".join(words)
    question = typed(whole)
    place = data.draw(
        st.sampled_from([at for at in range(1, len(whole)) if " " not in whole[at - 1 : at + 1]])
    )
    slipped = whole[:place] + "x" + whole[place + 1 :]
    assert closeness(question, slipped) is Closeness.RIGHT
    assert closeness(question, f"{whole}xxxxx") is Closeness.FAR
    assert closeness(question, whole.upper()) is Closeness.RIGHT
    assert closeness(replace(question, ask=f"It says {slipped}. Which film?"), slipped) is Closeness.NEAR


@given(st.integers(2, 30), st.integers(2, 30))
def test_figures_have_no_slips(one: int, other: int) -> None:
    said = closeness(typed(f"Rocky Returns {one}"), f"Rocky Returns {other}")
    assert said is (Closeness.RIGHT if one == other else Closeness.FAR)


def test_only_typed_answers_come_near() -> None:
    with pytest.raises(TypeError):
        closeness(make("q", Choice("Jaws", ("Alien",))), "Jaws")
