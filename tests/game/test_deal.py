from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from btsquiz.errors import NotEnoughQuestions
from btsquiz.game.chance import draw
from btsquiz.game.choosing import tells
from btsquiz.game.deal import RESERVES, RULES_VERSION, compose, deal
from btsquiz.game.formats import CLASSIC, OPENING, REVIEW, Format
from btsquiz.question import Choice, Kind, Match, Multiple, Number, Order, Typed, options_of
from btsquiz.text import fold
from game.makers import alone, deal_of, make
from strategies import questions

FOUR = Format("four", "Four", ("One", "Two"), takes=2)
NAMES = [f"name{number}" for number in range(12)]
FILMS = [f"Film {letter}" for letter in "ABCDEFGH"]
SEEDS = st.text(max_size=8)


@st.composite
def pools(draw, least=4, most=16):
    """Gives pools in which points, films and answers get in each other's way."""
    size = draw(st.integers(least, most))
    kinds = st.sampled_from(Kind)
    return [
        replace(
            draw(
                st.sampled_from(NAMES).map(lambda name: make(answer=Choice(name, ("x", "y"))))
                | kinds.map(lambda kind: make(answer=kind))
            ),
            id=f"q{place}",
            ask="?",
            point=f"p{draw(st.integers(0, 9)) if draw(st.booleans()) else 100 + place}",
            films=tuple(draw(st.lists(st.sampled_from(FILMS), max_size=3, unique=True))),
            explain=draw(st.sampled_from(["", *NAMES])),
            difficulty=draw(st.integers(1, 3)),
            tags=draw(st.sampled_from([(), ("opening",)])),
        )
        for place in range(size)
    ]


def points_of(pool):
    return {question.point for question in pool}


def asked(dealt):
    return [take.question for take in dealt.takes]


def films_of(dealt):
    return [film for question in asked(dealt) for film in question.films]


def told(dealt):
    """Gives the pairs of which the earlier tells the later."""
    chosen = asked(dealt)
    return [
        (one.id, other.id)
        for place, one in enumerate(chosen)
        for other in chosen[place + 1 :]
        if tells(one, other)
    ]


# What always holds


@given(pools(), SEEDS)
def test_what_every_deal_keeps(pool, seed):
    assume(len(points_of(pool)) >= FOUR.length)
    dealt = deal(FOUR, pool, seed)
    drawn = [*asked(dealt), *(take.question for take in dealt.reserves)]
    assert len(dealt.takes) == FOUR.length
    assert len(dealt.reserves) == min(RESERVES, len(points_of(pool)) - FOUR.length)
    assert all(question in pool for question in drawn)
    assert len({question.point for question in drawn}) == len(drawn)
    levels = [question.difficulty for question in asked(dealt)]
    assert levels == sorted(levels)
    assert [(take.scene, take.number) for take in dealt.takes] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (dealt.format, dealt.seed, dealt.rules) == (FOUR, seed, RULES_VERSION)


@given(pools(), SEEDS, st.randoms(use_true_random=False))
def test_the_same_seed_is_the_same_deal_however_the_pool_is_sorted(pool, seed, rng):
    assume(len(points_of(pool)) >= FOUR.length)
    shuffled = rng.sample(pool, len(pool))
    avoid = [question.key for question in pool[::3]]
    assert deal(FOUR, pool, seed, avoid=avoid) == deal(FOUR, shuffled, seed, avoid=avoid)


def test_chance_from_elsewhere_does_not_matter():
    pool = [alone(f"q{place}") for place in range(30)]
    random.seed(1)
    first = deal(FOUR, pool, "seed")
    random.seed(2)
    assert deal(FOUR, pool, "seed") == first
    assert len({tuple(question.id for question in asked(deal(FOUR, pool, str(n)))) for n in range(50)}) > 45


def test_a_draw_depends_on_every_part_and_on_nothing_else():
    assert draw("seed", "pick", "p/q") == 12330871067047863613  # sha256 of the three, NUL between
    assert (
        len({draw("seed"), draw("seed", "a"), draw("seed", "b"), draw("other", "a"), draw("seed", "a", 1)})
        == 5
    )
    assert draw("ab", "c") != draw("a", "bc")


@given(pools(most=8), SEEDS, st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
def test_options_are_shuffled_for_each_seat_and_never_solved(pool, seed, seats):
    dealt = compose(FOUR, pool, seed, seats=tuple(seats))
    assert asked(dealt) == pool
    assert dealt.seats == tuple(seats)
    for take in dealt.takes:
        options = options_of(take.question.answer)
        assert len(take.options) == len(seats)
        for shown in take.options:
            assert sorted(shown) == sorted(options)
            if take.question.kind in {Kind.ORDER, Kind.MATCH}:
                assert shown != options
            if take.question.kind is Kind.TRUE_FALSE:
                assert shown == ("True", "False")


@given(st.lists(questions(), min_size=1, max_size=4), SEEDS)
@settings(max_examples=40)
def test_options_of_any_question_are_all_shown_once(found, seed):
    for take in compose(FOUR, found, seed).takes:
        assert sorted(take.options[0]) == sorted(options_of(take.question.answer))


@pytest.mark.parametrize("length", range(2, 10))
@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.MATCH])
def test_nothing_is_dealt_already_solved(kind, length):
    items = tuple(f"item {number}" for number in range(length))
    answer = Order(items) if kind is Kind.ORDER else Match(tuple((item.upper(), item) for item in items))
    seen = {deal_of(make("q", answer), seed=str(seed)).takes[0].options[0] for seed in range(60)}
    assert items not in seen
    assert len(seen) == 1 if length == 2 else len(seen) > 4


def test_the_right_answer_stands_at_every_place_as_often():
    answer = Choice("right", ("a", "b", "c"))
    places = Counter(
        deal_of(make("q", answer), seed=str(seed)).takes[0].options[0].index("right") for seed in range(800)
    )
    assert set(places) == {0, 1, 2, 3}
    assert all(160 <= count <= 240 for count in places.values())
    # and not at the same place all match long, though every question is written right answer first
    takes = deal_of(*[make(f"q{n}", answer) for n in range(20)]).takes
    assert len({take.options[0].index("right") for take in takes}) == 4


def test_two_seats_see_one_question_in_their_own_order():
    answer = Choice("right", tuple("abcdef"))
    takes = compose(FOUR, [make("q", answer)], "seed", seats=("Ada", "Bo")).takes
    assert len(takes[0].options) == 2
    assert takes[0].options[0] != takes[0].options[1]


# Where the pool allows


@given(
    st.lists(st.tuples(st.sampled_from([*FILMS, None]), st.integers(1, 3)), min_size=4, max_size=20), SEEDS
)
def test_no_film_twice_where_the_pool_allows(films, seed):
    pool = [
        alone(f"q{place}", films=(film,) if film else (), difficulty=level)
        for place, (film, level) in enumerate(films)
    ]
    apart = len({film for film, _ in films if film}) + sum(film is None for film, _ in films)
    shown = films_of(deal(FOUR, pool, seed))
    assert (len(set(shown)) == len(shown)) == (apart >= FOUR.length)


@given(st.lists(st.sampled_from([0, 1, 2]), min_size=2, max_size=10), SEEDS)
def test_no_reveal_tells_a_later_answer_where_the_pool_allows(pairs, seed):
    # 0: a question alone; 1: two, one of which tells the other; 2: two that tell each other
    pool = []
    for place, pair in enumerate(pairs):
        one, other = alone(f"one{place}"), alone(f"other{place}")
        pool.append(replace(one, explain=f"As right other{place} said.") if pair else one)
        if pair:
            pool.append(replace(other, explain=f"So did right one{place}.") if pair == 2 else other)
    assume(len(pool) >= FOUR.length)
    dealt = deal(FOUR, pool, seed)
    if len(pairs) >= FOUR.length:
        assert told(dealt) == []
    elif pairs.count(2) == len(pairs):
        assert told(dealt) != []


@given(pools(), SEEDS)
def test_a_film_comes_again_only_where_nothing_else_is_left(pool, seed):
    """What was left out would have got in the way of something that was chosen."""
    assume(len(points_of(pool)) >= FOUR.length)
    dealt = deal(FOUR, pool, seed)
    chosen = asked(dealt)
    shown = films_of(dealt)
    if len(set(shown)) == len(shown) and not told(dealt):
        return
    points, films = points_of(chosen), set(shown)
    for question in pool:
        assert (
            question.point in points
            or films & set(question.films)
            or any(tells(question, other) or tells(other, question) for other in chosen)
        )


@pytest.mark.parametrize("seed", range(30))
def test_one_wide_question_does_not_starve_a_tight_pool(seed):
    wide = alone("wide", films=("Film A", "Film B", "Film C"))
    narrow = [alone(f"q{place}", films=(film,)) for place, film in enumerate(FILMS[:4])]
    assert "wide" not in {question.id for question in asked(deal(FOUR, [wide, *narrow], str(seed)))}
    assert Counter(films_of(deal(FOUR, [wide, *narrow[:3]], str(seed)))).most_common(1)[0][1] == 2


def test_a_tight_pool_still_repeats_a_film_rather_than_tell_an_answer():
    twins = [alone("q0", films=("Film A",)), alone("q1", films=("Film A",))]
    pool = [*twins, alone("q2"), alone("q3"), alone("tell", explain="It was right q2.")]
    for seed in range(20):
        dealt = deal(FOUR, pool, str(seed))
        assert told(dealt) == []
        assert films_of(dealt) == ["Film A", "Film A"]


def test_no_stem_twice_where_the_pool_allows():
    # all of one difficulty, so that other rules are given up before this one
    apart = [alone(f"q{place}", ask=f"{place}?") for place in range(3)]
    alike = [alone(f"a{place}", ask="The same?") for place in range(9)] + [alone("b", ask="the SAME")]
    for seed in range(20):
        stems = {fold(question.ask) for question in asked(deal(FOUR, [*apart, *alike], str(seed)))}
        assert len(stems) == FOUR.length
        assert len(deal(FOUR, alike, str(seed)).takes) == FOUR.length
    # but rather that than a film twice, or an answer told
    pool = [*(replace(one, films=("Film A",)) for one in apart), *alike]
    assert len(films_of(deal(FOUR, pool, "seed"))) <= 1


def test_difficulties_and_kinds_are_mixed_where_the_pool_allows():
    pool = [
        make(f"q{kind}{level}{copy}", kind, difficulty=level, ask=f"{kind}{level}{copy}?")
        for kind in (Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.ORDER, Kind.MATCH)
        for level in (1, 2, 3)
        for copy in range(6)
    ] + [alone(f"c{level}{copy}", difficulty=level) for level in (1, 2, 3) for copy in range(6)]
    for seed in range(20):
        chosen = asked(deal(CLASSIC, pool, str(seed)))
        assert Counter(question.difficulty for question in chosen) == {1: 5, 2: 5, 3: 5}
        kinds = Counter(question.kind for question in chosen)
        assert all(count <= 5 for kind, count in kinds.items() if kind is not Kind.CHOICE)
    only_choices = [alone(f"c{place}", difficulty=2) for place in range(15)]
    assert len(deal(CLASSIC, only_choices, "seed").takes) == 15
    only_orders = [make(f"o{place}", Kind.ORDER, difficulty=3) for place in range(15)]
    assert len(deal(CLASSIC, only_orders, "seed").takes) == 15


# What was shown before


@given(st.permutations(range(24)), st.integers(0, 24), SEEDS)
def test_the_never_shown_come_before_the_shown_and_those_longest_ago_first(order, shown, seed):
    pool = [alone(f"q{number:02}", difficulty=number % 3 + 1) for number in range(24)]
    keys = [pool[number].key for number in order][:shown]
    dealt = deal(CLASSIC, pool, seed, avoid=keys)
    rank = {key: place for place, key in enumerate(keys, 1)}
    for level in (1, 2, 3):  # five of each eight are played
        ranks = sorted(rank.get(question.key, 0) for question in pool if question.difficulty == level)
        drawn = sorted(rank.get(one.key, 0) for one in asked(dealt) if one.difficulty == level)
        assert drawn == ranks[:5]


def test_what_was_shown_is_played_again_before_there_is_no_match():
    pool = [alone(f"q{place}") for place in range(4)]
    dealt = deal(FOUR, pool, "seed", avoid=[question.key for question in pool])
    assert points_of(asked(dealt)) == points_of(pool)
    assert deal(FOUR, pool, "seed", avoid=["p/gone", "p/unknown"]) == deal(FOUR, pool, "seed")


# Too few, and tags


@given(pools(least=0, most=7), SEEDS)
def test_too_few_points_are_not_enough(pool, seed):
    if len(points_of(pool)) >= FOUR.length:
        assert deal(FOUR, pool, seed)
        return
    with pytest.raises(NotEnoughQuestions) as caught:
        deal(FOUR, pool, seed)
    assert caught.value.message == (
        f"Four needs 4 questions on different things; there are {len(points_of(pool))}."
    )
    assert caught.value.hint


def test_a_tag_is_kept_to_where_enough_points_have_it():
    tagged = [alone(f"t{place}", tags=("other", "opening")) for place in range(4)]
    others = [alone(f"o{place}") for place in range(8)]
    for seed in range(20):
        assert all(
            "opening" in question.tags for question in asked(deal(OPENING, [*tagged, *others], str(seed)))
        )
    # two of the three ask about one point: the pool is drawn from, not refused
    twins = [tagged[0], replace(tagged[1], point=tagged[0].point), tagged[2]]
    assert len(deal(OPENING, [*twins, *others], "seed").takes) == 3
    assert any("opening" not in one.tags for one in asked(deal(OPENING, [*twins, *others], "seed")))
    # and a format without a tag does not care
    names = {question.id for n in range(20) for question in asked(deal(FOUR, [*tagged, *others], str(n)))}
    assert len(names) == 12


# Composing


@given(st.integers(1, 40))
def test_the_last_scene_takes_what_the_format_has_no_room_for(count):
    takes = compose(REVIEW, [make(f"q{place}") for place in range(count)], "seed").takes
    assert [(take.scene, take.number) for take in takes] == [(0, place) for place in range(count)]
    takes = compose(FOUR, [make(f"q{place}") for place in range(count)], "seed").takes
    places = [(take.scene, take.number) for take in takes]
    assert len(set(places)) == count
    assert places == sorted(places)
    assert max(scene for scene, _ in places) == (0 if count <= 2 else 1)


def test_a_review_keeps_its_order_and_has_no_reserves():
    found = [make("b", difficulty=3), make("a", Kind.ORDER), make("c", difficulty=1)]
    dealt = compose(REVIEW, found, "seed")
    assert asked(dealt) == found
    assert dealt.reserves == ()
    assert dealt.seats == ("you",)


# What tells what

JAWS = make("jaws", Choice("Steven Spielberg", ("George Lucas",)), ask="Who directed it?")


@pytest.mark.parametrize(
    "earlier",
    [
        make("e", ask="What did Steven Spielberg direct?"),
        make("e", explain="It was Steven Spielberg."),
        make("e", explain="It was STEVEN SPIELBERG’s first hit."),
        make("e", explain="Steven Spielberg's crew built it."),
        make("e", Choice("Steven Spielberg", ("x",))),
        make("e", Multiple(("Steven Spielberg", "x"), ("y",))),
        make("e", Typed(("Steven Spielberg",))),
        make("e", Order(("x", "Steven Spielberg"))),
        make("e", Match((("Jaws", "Steven Spielberg"), ("x", "y")))),
        make("e", why={"Alien": "Not by Steven Spielberg."}),
        make("e", films=("Steven Spielberg", "Jaws")),
        make("e", explain="(steven-spielberg)"),
    ],
)
def test_a_reveal_tells(earlier):
    assert tells(earlier, JAWS)
    assert not tells(JAWS, replace(JAWS, answer=Choice("Jaws", ("Alien",))))


@pytest.mark.parametrize(
    "earlier",
    [
        make("e"),
        make("e", explain="It was Spielberg."),
        make("e", explain="Steven and Spielberg"),
        make("e", explain="Kirsteven Spielberger"),
        make("e", hint="Steven Spielberg"),  # hints are not shown
        make("e", Choice("George Lucas", ("Steven Spielberg",))),  # an option says nothing
    ],
)
def test_a_reveal_does_not_tell(earlier):
    assert not tells(earlier, JAWS)


@pytest.mark.parametrize(
    ("answer", "explain", "said"),
    [
        (Number(make("n", Kind.NUMBER).answer.right), "It came out in 1960.", True),
        (Number(make("n", Kind.NUMBER).answer.right), "All 1,960 of them.", True),
        (Number(make("n", Kind.NUMBER).answer.right), "It made 21960 dollars.", False),
        (Typed(("Blue Harvest", "Harvest")), "A good harvest!", True),
        (Typed(("Quill's",)), "Peter Quill on paper.", True),
        (Typed(("Blue Harvest",)), "A blue one, and harvest.", False),
        (Multiple(("Jaws", "Duel"), ("x",)), "Jaws, Duel", False),
        (Order(("Jaws", "Duel")), "Jaws, then Duel", False),
    ],
)
def test_what_would_be_told_of_each_kind(answer, explain, said):
    assert tells(alone("e", explain=explain), make("q", answer, ask="?")) is said


# One deal, exactly


def golden_question(number):
    kinds = (Kind.NUMBER, Kind.ORDER, Kind.TYPED, Kind.MATCH, Kind.MULTIPLE)
    choice = Choice(f"answer {number:02}", ("a", "b", "c"))
    return make(
        f"g{number:02}",
        choice if number % 8 in (0, 1, 3) else kinds[number % 5],
        ask=f"{number % 20}?",
        difficulty=number % 3 + 1,
        films=(FILMS[number % 7],) if number % 4 == 0 else (),
        explain=f"answer {number - 3:02}" if number % 5 == 0 else "",
    )


def test_one_pool_and_seed_give_this_very_match():
    """A change here is a change of the draw: old seeds and share codes will deal another match."""
    pool = [golden_question(number) for number in range(40)]
    dealt = deal(CLASSIC, pool, "golden", avoid=[question.key for question in pool[:24:2]])
    assert " ".join(question.id for question in asked(dealt)) == (
        "g33 g03 g27 g39 g36 g01 g28 g04 g34 g22 g26 g35 g05 g11 g17"
    )
    assert " ".join(take.question.id for take in dealt.reserves) == "g09 g38 g21"
    assert [dealt.takes[place].options[0] for place in (0, 3, 4, 9, 6)] == [
        ("answer 33", "a", "c", "b"),
        ("Jaws", "Fame", "Duel"),
        ("Jaws", "Psycho", "Titanic"),
        (),
        ("Spielberg", "Parker", "Scott"),
    ]


def test_packs_take_turns_whatever_their_size():
    small = [alone(f"s{number}", pack="small") for number in range(30)]
    large = [alone(f"l{number}", pack="large") for number in range(900)]
    for seed in "abc":
        packs = Counter(take.question.pack for take in deal(CLASSIC, [*large, *small], seed).takes)
        assert min(packs["small"], packs["large"]) >= 7


def test_families_of_a_pack_take_turns_too():
    many = [alone(f"f{number}/crossing/1") for number in range(600)]
    few = [alone(f"f{number}/twist/1") for number in range(30)]
    for seed in "abc":
        taken = [take.question.id.split("/")[1] for take in deal(CLASSIC, [*many, *few], seed).takes]
        assert min(taken.count("twist"), taken.count("crossing")) >= 7


def test_what_was_shown_comes_after_all_that_was_not_whoever_has_the_turn():
    small = [alone(f"s{number}", pack="small") for number in range(20)]
    large = [alone(f"l{number}", pack="large") for number in range(200)]
    shown = [question.key for question in small]
    dealt = deal(CLASSIC, [*large, *small], "a", avoid=shown)
    assert {take.question.pack for take in dealt.takes} == {"large"}
