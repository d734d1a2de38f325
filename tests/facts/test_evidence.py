"""What speaks for a part of a page being a fact, weighed alone and beside its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import log1p, nan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsquiz.facts.evidence import EDGE, USUAL, among, evidence_of, odds_alone
from btsquiz.facts.filmography import Filmography
from btsquiz.facts.linker import Linker
from btsquiz.facts.page import blocks_of
from btsquiz.facts.reader import read_candidates, read_page
from btsquiz.facts.weights import MOST, log_odds, table
from facts.weigh import FOLDS, Sample, fit, fitted

CAPTION = "Uma Thurman between takes of 'Kill Bill: Vol. 1' (2003)"

FORM = (False, "", True, 5)

Weighing = Callable[[str], dict[str, float]]


@pytest.fixture(scope="module")
def weigh(linker: Linker) -> Weighing:
    def weighing(line: str) -> dict[str, float]:
        candidates, _ = read_candidates(blocks_of(f"Photos\n\n{line}\n"), linker)
        return evidence_of(candidates[-1], linker)

    return weighing


def test_the_table_weighs_all_that_speaks_and_nothing_else(weigh: Weighing) -> None:
    assert set(table()["alone"]) == {"", *weigh(CAPTION)}
    assert set(table()["among"]) == {"", *among([0.0], [FORM], USUAL)[0]}


@pytest.mark.parametrize("name", ["seen", "told", "phrases", "film", "known", "numbered", "pictured"])
def test_what_captions_have_speaks_for_a_fact(name: str) -> None:
    assert table()["alone"][name] > 0


@pytest.mark.parametrize(
    "name", ["talk", "mistake", "opinion", "obituary", "goods", "premiere", "home", "collecting"]
)
def test_what_furniture_has_speaks_against_it(name: str) -> None:
    assert table()["alone"][name] < 0


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("He will be missed by everybody, wrote Uma Thurman of her teacher", "obituary"),
        ("Kill Bill grossed $180 million and was nominated for everything", "prizes"),
        ("I think it is her best, and my favourite", "opinion"),
        ("Lobby card of Kill Bill, with Uma Thurman", "goods"),
        ("Uma Thurman at the premiere of Kill Bill", "premiere"),
        ("Uma Thurman feeds the cat in the kitchen of her home", "home"),
        ("Brigitte Bardot à la Madrague (pour le plaisir, ce n'est pas un tournage !)", "home"),
        ("Ава Гарднер на Московском кинофестивале", "premiere"),
        ("The line outside the theatre on opening night, with Uma Thurman", "premiere"),
        ("Барбара Брыльска на фестивале в Москве", "premiere"),
        ("When Kill Bill came out, critics were cool to it", "prizes"),
        ("Kill Bill obtained five statuettes", "prizes"),
        ("Kill Bill has earned three billion greenbacks", "prizes"),
        ("Postcard: Uma Thurman with a sword", "goods"),
        ("I could not tell you which picture it was, with Uma Thurman", "asked"),
        ("Portrait of Uma Thurman, signed", "posed"),
        ("Scene still: Uma Thurman in a torn dress", "posed"),
        ("Uma Thurman, aged 97. So long", "obituary"),
        ("Uma Thurman and a horse, film unknown", "asked"),
        ("No idea which picture this is; Uma Thurman, asleep", "asked"),
        ("Uma Thurman asleep, idk which", "asked"),
        ("[Unidentified production], c. 1938", "asked"),
        ("Uma Thurman with a dog. Film: not known", "asked"),
        ("Uma Thurman and a cigarette (title anyone? off a postcard)", "asked"),
        ("Ума Турман у костра. Какой фильм, тесть не помнит", "asked"),
        ("Uma Thurman avec un chien, film dont le titre m'est inconnu", "asked"),
        ("Uma Thurman con un perro, no sé la película", "asked"),
        ("Uma Thurman asleep on a horse. Could be any of six films", "asked"),
        ("Uma Thurman asleep. PM me if you know what film it is", "asked"),
        ("Uma Thurman – ???", "asked"),
        ("Uma Thurman, sin título", "asked"),
        ("Uma Thurman fights well enough, 7/10", "opinion"),
        ("Uma Thurman fights well enough ★★★☆", "opinion"),
        ("How many suits did Uma Thurman have? Answer next week", "talk"),
        ("Uma Thurman at their ranch in Encino", "home"),
        ("Uma Thurman à l'aéroport d'Orly", "home"),
        ("Ума Турман дома с котом", "home"),
        ("In Kill Bill, the sword is in the other hand in the next shot", "mistake"),
        ("We all love the yellow suit, and our dog does too", "talk"),
        ("Uma Thurman et son chien montant les marches sous la pluie", "premiere"),
        ("Uma Thurman en la puerta del cine, el día del estreno de Kill Bill", "premiere"),
        ("Uma Thurman signing autographs from the window of a car", "premiere"),
        ("“Kill Bill” (2003), director Bo Li. Uma Thurman, studio portrait, black glove. 11x14", "posed"),
        ("The tagline of Kill Bill was “Here comes the bride”", "opinion"),
        ("Uma Thurman kneels with her Palme d'Or", "premiere"),
        ("Uma Thurman partying in 1997, what a time", "home"),
        ("Uma Thurman before the opera ball in a yellow dress", "home"),
        ("Ума Турман с собакой на даче", "home"),
        ("Kill Bill has made 2.9 billion on the planet", "prizes"),
        ("Kill Bill : trois millions d'entrées, et le public en redemande", "prizes"),
        ("Nous apprenons la disparition de celle qui maniait le sabre", "obituary"),
        ("She would have been 90 this week, and still with a sword", "obituary"),
        ("Uma Thurman durante un rodaje del que no he podido averiguar nada", "asked"),
    ],
)
def test_what_a_line_has_is_told(weigh: Weighing, line: str, name: str) -> None:
    assert weigh(line)[name]
    assert not weigh(CAPTION)[name]


@pytest.mark.parametrize(
    "line",
    [
        "Uma Thurman at the airport, where the director rehearses the scene",
        "Which one was your favourite? Tell us in the comments!",
        "No idea who took these",
        "He did not know which scene it was until they had shot it",
        "The film nobody had seen before was shown to the crew",
        "Uma Thurman, at home on a horse, learnt to fall from it in a week and a half and then fell from it"
        " every day for a month, until nobody laughed any more and the doctor was sent for, twice",
    ],
)
def test_what_only_looks_so_is_not(weigh: Weighing, line: str) -> None:
    assert not weigh(line)["home"]
    assert not weigh(line)["asked"]


@given(st.dictionaries(st.sampled_from(sorted(set(table()["alone"]) - {""})), st.floats(-50, 50)))
def test_nothing_is_surer_than_a_thousand_to_one(evidence: dict[str, float]) -> None:
    assert -MOST <= odds_alone(evidence) <= MOST


@given(st.floats(-MOST, MOST), st.floats(-MOST, MOST))
def test_between_facts_a_part_is_more_likely_one_than_at_an_edge(own: float, page: float) -> None:
    beside = among([page, own, page], [FORM] * 3, USUAL)[1]

    def odds(before: float, after: float) -> float:
        return log_odds("among", {**beside, "before": before, "after": after})

    assert odds(MOST, MOST) > odds(EDGE, MOST) > odds(EDGE, EDGE)


@given(st.lists(st.tuples(st.floats(-MOST, MOST), st.booleans()), min_size=1, max_size=14), st.floats(0, 1))
def test_what_stands_around_a_part_is_all_of_its_page_but_itself(
    parts: list[tuple[float, bool]], usual: float
) -> None:
    alone, forms = [odds for odds, _ in parts], [headed for _, headed in parts]
    for place, around in enumerate(among(alone, forms, usual)):
        rest = [odds for other, odds in enumerate(alone) if other != place]
        kin = [odds for other, odds in enumerate(alone) if other != place and forms[other] == forms[place]]

        def mean(odds: list[float], usual: float) -> float:
            return (sum(odds) + 2 * usual) / (len(odds) + 2)

        assert around["alone"] == alone[place]
        assert around["before"] == (alone[place - 1] if place else EDGE)
        assert around["after"] == (alone[place + 1] if place + 1 < len(alone) else EDGE)
        assert around["page"] == pytest.approx(mean(rest, 0), abs=1e-9)
        assert around["page likely"] == pytest.approx(mean([one > 0 for one in rest], usual))
        assert around["kin"] == pytest.approx(mean(kin, around["page"]), abs=1e-9)
        assert around["kin likely"] == pytest.approx(mean([one > 0 for one in kin], around["page likely"]))
        assert around["kin many"] == pytest.approx(log1p(len(kin)))


def test_the_ends_of_a_page_say_the_more_the_longer_it_is() -> None:
    short, long = (among([0.0] * parts, [FORM] * parts, USUAL) for parts in (3, 40))
    assert 0 < short[0]["first"] < long[0]["first"] < 1
    assert [one["first"] for one in long][4:7] == [pytest.approx(long[0]["first"] / 5), 0, 0]
    assert [one["last"] for one in long] == [one["first"] for one in reversed(long)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Which one do you like best? Let us know!", "speaking"),
        ("Goof: Uma Thurman loses a glove", "slip"),
        ("The film took $180 million and was nominated for all of it", "won or took"),
        ("Lobby card of the shop, framed", "sold"),
        ("Lamps and boats", "short"),
        ("All the lamps of the shop at half their price for a week", "neither"),
    ],
)
def test_what_is_left_out_is_for_a_reason(films: Filmography, tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"Photos\n\n{CAPTION}\n\n{line}\n", encoding="utf-8")
    said = {one.line: one.why for one in read_page(path, films).left_out}
    assert why in said[5]


def test_what_nobody_knows_is_held_against_no_page_that_is_all_of_it(tmp_path: Path) -> None:
    lines = (
        "Ada Moss and Bo Lind share a joke on the set of “The Blue Kettle” (1974)",
        "Director Cy Vale shows Ada Moss how to hold the lamp, “Nine Winters” (1981)",
        "Bo Lind between takes of “Harbour of Tin” (1969)",
    )
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join(("Photos from film sets", *lines)) + "\n", encoding="utf-8")
    assert [one.film for one in read_page(path, Filmography.of()).facts] == [
        "The Blue Kettle",
        "Nine Winters",
        "Harbour of Tin",
    ]


def test_a_regression_finds_the_weights_that_made_its_rows() -> None:
    rng = np.random.default_rng(7)
    rows = rng.normal(size=(4000, 3)) * (1.0, 10.0, 0.1) + (0.0, 5.0, 1.0)
    constant, weights = -1.0, np.array([2.0, 0.3, -4.0])
    chance = 1 / (1 + np.exp(-(constant + rows @ weights)))
    found = fit(rows, (rng.random(4000) < chance).astype(np.float64))
    assert found[0] == pytest.approx(constant, abs=1.2)
    assert found[1] == pytest.approx(weights, rel=0.25)


def test_what_nobody_can_tell_weighs_nothing_but_stands_around() -> None:
    rng = np.random.default_rng(7)
    evidence = [{"tall": float(tall)} for tall in rng.normal(size=600)]
    truth = [float(one["tall"] + rng.normal() > 0) for one in evidence]
    unknown = [*evidence, *({"tall": 100.0} for _ in range(50))]
    assert fitted(unknown, [*truth, *[nan] * 50]) == pytest.approx(fitted(evidence, truth))


def test_each_page_is_beside_its_own_parts_alone() -> None:
    sample = Sample(usual=0.5)
    for fold in range(FOLDS):
        for tall in (1.0, -1.0):
            page = [({"tall": tall}, FORM, tall > 0), ({"tall": tall}, FORM, tall > 0)]
            sample.add(page, fold)
    alone, beside = sample.weights()
    assert alone["tall"] > 0
    # All of a page are alike: whatever says so of the others says so of each.
    assert beside["page"] > 0
    assert beside["before"] + beside["after"] > 0
    assert sample.starts == list(range(0, 4 * FOLDS, 2))


def test_a_film_that_fits_better_than_well_says_no_more(weigh: Weighing) -> None:
    better = "Director Quentin Tarantino and Uma Thurman on the set of “Kill Bill: Volume 1” (2003)"
    assert weigh(CAPTION)["film"] == weigh(better)["film"]


def test_what_a_heading_says_of_where_it_is_counts_for_what_is_under_it(linker: Linker) -> None:
    page = "Photos\n\nDie Hard\n\nBruce Willis and Alan Rickman on a motorcycle in New York, 1988\n"
    candidates, _ = read_candidates(blocks_of(page), linker)
    one = candidates[-1]
    assert one.entry.heading is not None
    assert not evidence_of(one, linker)["premiere"]
    one.entry = replace(one.entry, heading=replace(one.entry.heading, text="Die Hard (premiere)"))
    assert evidence_of(one, linker)["premiere"]
