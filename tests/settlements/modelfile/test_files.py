"""MODEL files: what they mean, that nothing is lost on the way, and what is said about a wrong one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.settlements.exact_models import small_models, whens

from zopa.errors import ModelError
from zopa.settlements import (
    CODES,
    Agreement,
    Claim,
    Interaction,
    Issue,
    NegotiationModel,
    Preference,
    RedLine,
    Rule,
    check_model,
    read_model,
    write_model,
)
from zopa.settlements.feasibility import feasible_package
from zopa.settlements.modelfile.files import parse_text

EVERY_KEY = """\
parties: [A, B, C]
issues: {price: [low, mid, high], delivery: {options: [fast, slow]}, wage: {scale: [20, 23, 25, 40], unit: "%"}}
preferences:
  A:
    weights: {price: 0.6, delivery: 0.4}
    values: {price: {low: 0, mid: 0.5, high: 1}, delivery: {fast: [0.5, 1]}}
    reservation: [0.4, 0.6]
    red_lines: [{when: {price: [low, mid]}, p: 0.8, because: said in public}]
  B:
    scores: {price: {low: 30, mid: 12, high: 0}, delivery: {fast: 0, slow: 20}, wage: {20: 0, 23: 5, 25: 7, 40: 9}}
    interactions: [{when: {price: low, delivery: fast}, add: -10}]
    reservation: 25
  C: {order: [wage, price, delivery], monotone: {wage: rises}}
rules: [{if: {price: high}, then: {delivery: fast}}, {never: {price: low, wage: [40, 25]}}]
signatories: [A, B]
ratifiers: [C]
agreement: {at_least: 2, always: [A]}
claims: [{origin: o1, alpha: 0.5, party: A, issue: wage, option: 40, stance: demands, veto: 1, statements: [s1]}]
hidden_red_line: 0.02
posture_range: [0, 0.6]
"""


def test_every_key_is_understood() -> None:
    """One file with every key, piece by piece."""
    model = parse_text(EVERY_KEY)
    a, b, c = model.preferences
    assert model.issues[2] == Issue("wage", ("20", "23", "25", "40"), (20.0, 23.0, 25.0, 40.0), "%")
    assert a.weights == {"price": 0.6, "delivery": 0.4}
    assert a.values["delivery"] == {"fast": (0.5, 1.0)}
    assert a.reservation == (0.4, 0.6)
    assert b.scores is not None
    assert b.scores["wage"] == {"20": 0.0, "23": 5.0, "25": 7.0, "40": 9.0}
    assert b.reservation == (25.0, 25.0)
    assert (c.order, c.monotone, c.reservation) == (("wage", "price", "delivery"), {"wage": 1}, (0.5, 0.5))
    assert model.red_lines == (RedLine("A", (("price", ("low", "mid")),), 0.8, "said in public"),)
    assert model.interactions == (Interaction("B", (("price", ("low",)), ("delivery", ("fast",))), -10.0),)
    assert model.rules[1] == Rule(never=(("price", ("low",)), ("wage", ("40", "25"))))
    assert (model.signatories, model.ratifiers, model.agreement) == (("A", "B"), ("C",), Agreement(2, ("A",)))
    assert model.claims == (Claim("o1", 0.5, "A", "wage", "40", "demands", 1.0, (), ("s1",)),)
    assert (model.hidden_red_line, model.posture_range, model.reservation_range) == (0.02, (0.0, 0.6), None)


def test_what_is_left_out() -> None:
    """Everybody signs, nothing is known of a party without preferences, no deal is worth one half."""
    model = parse_text("parties: [A, B]\nissues: {x: [a, b]}\n")
    assert model.signatories == ("A", "B")
    assert model.preferences == (Preference("A"), Preference("B"))
    assert model.agreement == Agreement()


def test_json_is_read_too(tmp_path: Path) -> None:
    """JSON, indented by tabs, with the options of a scale as text: the same model."""
    content = {
        "parties": ["A"],
        "issues": {"wage": {"scale": [20, 22.5]}},
        "preferences": {"A": {"scores": {"wage": {"20": 1, "22.5": 2}}, "reservation": 1}},
    }
    path = tmp_path / "model.json"
    path.write_text(json.dumps(content, indent="\t"), "utf-8")
    model = read_model(path)
    assert model.issues[0].options == ("20", "22.5")
    assert model.preferences[0].scores == {"wage": {"20": 1.0, "22.5": 2.0}}


@pytest.mark.parametrize("written", ["20", "'20'", "20.0", "'20.0'"])
def test_numbers_as_options(written: str) -> None:
    """An option 20 is found however the number is written."""
    model = parse_text(f"parties: [A]\nissues: {{wage: [20, 30]}}\nrules: [{{never: {{wage: {written}}}}}]\n")
    assert model.rules == (Rule(never=(("wage", ("20",)),)),)


def test_weights_are_brought_to_a_sum_of_one(tmp_path: Path) -> None:
    """3 and 1 become 0.75 and 0.25, with a warning."""
    path = tmp_path / "model.yaml"
    path.write_text("parties: [A]\nissues: {x: [a, b], y: [c]}\npreferences: {A: {weights: {x: 3, y: 1}}}\n", "utf-8")
    assert read_model(path).preferences[0].weights == {"x": 0.75, "y": 0.25}
    assert [(each.code, each.severity) for each in check_model(path)] == [("ZP215", "warning")]


HEAD = "parties: [A, B]\nissues:\n  price: [low, high]\n  wage: {scale: [20, 23]}\n"


def wants(fields: str) -> str:
    """A file in which A's preferences have the given fields, from line 6."""
    return f"{HEAD}preferences:\n  A: {{{fields}}}\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("", "ZP202", 1, "empty"),
        ("# only a comment\n", "ZP202", 1, "empty"),
        ("parties: [A, B", "ZP201", 1, "cannot be read"),
        ("parties: [A]\n\tissues: {}\n", "ZP201", 2, "cannot be read"),
        ("- A\n", "ZP205", 1, "mapping"),
        ("parties: A\nissues: {x: [a]}\n", "ZP205", 1, "list"),
        ("issues: {x: [a]}\n", "ZP204", 1, "parties"),
        ("parties: [A]\n", "ZP204", 1, "issues"),
        ("parties: []\nissues: {x: [a]}\n", "ZP202", 1, "no party"),
        ("parties: [A]\nissues: {x: []}\n", "ZP202", 2, "no option"),
        ("parties: [A]\nissues: {}\n", "ZP202", 2, "no issue"),
        ("parties: [A, A]\nissues: {x: [a]}\n", "ZP209", 1, "'A'"),
        ("parties: [A]\nissues: {x: [20, '20']}\n", "ZP209", 2, "'20'"),
        ("parties: [A]\nparties: [B]\nissues: {x: [a]}\n", "ZP209", 2, "duplicate key"),
        (HEAD + "partys: [A]\n", "ZP203", 5, "parties"),
        (wants("wieghts: {price: 1}"), "ZP203", 6, "weights"),
        (HEAD + "preferences:\n  C: {}\n", "ZP206", 6, "'C'"),
        (HEAD + "signatories: [A, Bea]\n", "ZP206", 5, "'Bea'"),
        (HEAD + "signatories: []\n", "ZP202", 5, "Nobody"),
        (wants("weights: {prise: 1}"), "ZP207", 6, "price"),
        (wants("values: {price: {hgih: 1}}"), "ZP208", 6, "high"),
        (wants("values: {wage: {24: 1}}"), "ZP208", 6, "24"),
        (wants("values: {price: {low: [0.8, 0.2]}}"), "ZP211", 6, "down to"),
        (wants("values: {price: {low: 1.5}}"), "ZP212", 6, "[0, 1]"),
        (wants("values: {price: {low: .nan}}"), "ZP210", 6, "nan"),
        (wants("values: {price: {low: often}}"), "ZP205", 6, "often"),
        (wants("values: {}, scores: {}"), "ZP213", 6, "both"),
        (wants("weights: {price: -1, wage: 2}"), "ZP214", 6, "-1"),
        (wants("weights: {price: 0}"), "ZP214", 6, "sum to 0"),
        (wants("weights: {price: 2}"), "ZP215", 6, "2"),
        (wants("weights: {price: 1}, order: [price]"), "ZP216", 6, "both"),
        (wants("order: [price], stakes: [wage]"), "ZP216", 6, "different"),
        (wants("scores: {price: {low: 3}}, weights: {price: 1}, reservation: 1"), "ZP216", 6, "weigh"),
        (wants("scores: {price: {low: 3}}"), "ZP217", 6, "0 is used"),
        (wants("reservation: 25"), "ZP218", 6, "[0, 1]"),
        (wants("red_lines: [{when: {price: low}, p: 80}]"), "ZP219", 6, "80"),
        (wants("red_lines: [{p: 0.5}]"), "ZP204", 6, "when"),
        (wants("red_lines: [{when: {}}]"), "ZP220", 6, "empty"),
        (wants("monotone: {wage: up}"), "ZP226", 6, "up"),
        (HEAD + "posture: 2\n", "ZP219", 5, "2"),
        (HEAD + "rules:\n  - {if: {price: low}}\n", "ZP221", 6, "never"),
        (HEAD + "rules:\n  - {never: {price: lower}}\n", "ZP208", 6, "low"),
        (
            HEAD + "rules:\n  - {never: {wage: 20}}\n  - {never: {price: low}}\n  - {never: {price: high}}\n",
            "ZP222",
            7,
            "2, 3",
        ),
        (HEAD + "agreement: {at_least: 3}\n", "ZP223", 5, "3"),
        (HEAD + "signatories: [A]\nagreement: {always: [B]}\n", "ZP223", 6, "'B'"),
        (wants("scores: {price: {low: 3}}, reservation: 5"), "ZP225", 6, "no package"),
        (
            HEAD + "preferences:\n  A: &a {red_lines: [{when: {price: low}}]}\n  B: *a\n",
            "ZP224",
            3,
            "'low'",
        ),
        (
            HEAD + "claims:\n  - {origin: o, alpha: 1, party: A, issue: price, option: low, stance: demand}\n",
            "ZP205",
            6,
            "demands",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, code: str, line: int, words: str) -> None:
    """Each mistake has its code, its line and words that help."""
    path = tmp_path / "model.yaml"
    path.write_text(text, "utf-8")
    found = check_model(path)
    assert [(each.code, each.line) for each in found] == [(code, line)]
    assert words in str(found[0])
    assert found[0].code in CODES
    if found[0].severity == "error":
        with pytest.raises(ModelError) as caught:
            read_model(path)
        assert caught.value.diagnostics == found
    else:
        assert read_model(path).parties


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file and one that is no text are diagnostics too."""
    assert [each.code for each in check_model(tmp_path / "missing.yaml")] == ["ZP201"]
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00parties")
    assert [each.code for each in check_model(tmp_path / "bytes.yaml")] == ["ZP201"]


names = st.text(min_size=1, max_size=6).filter(lambda text: text.isprintable() or "\n" in text)
shares = st.floats(0, 1)
bands = st.tuples(shares, shares).map(lambda pair: (min(pair), max(pair)))


@st.composite
def any_models(draw: st.DrawFn) -> NegotiationModel:
    """Models with every field, odd names and full-precision numbers; one preference a party, in order."""
    parties = tuple(draw(st.lists(names, min_size=1, max_size=3, unique=True)))
    issues = tuple(
        Issue(name, tuple(draw(st.lists(names, min_size=1, max_size=3, unique=True))))
        for name in draw(st.lists(names, min_size=1, max_size=3, unique=True))
    )
    if draw(st.booleans()):
        number = len(issues[0].options)
        scale = tuple(draw(st.lists(st.floats(-1e6, 1e6), min_size=number, max_size=number)))
        issues = (Issue(issues[0].id, issues[0].options, scale, draw(st.none() | names)), *issues[1:])
    party, issue = st.sampled_from(parties), st.sampled_from(issues)
    ids = st.lists(names, max_size=2).map(tuple)
    stances = st.sampled_from(["demands", "accepts", "offers", "rejects", "conditions", "undecided"])

    def claim(chosen: Issue) -> st.SearchStrategy[Claim]:
        option = st.sampled_from(chosen.options)
        unless = st.just(()) | whens(issues)
        return st.builds(Claim, names, shares, party, st.just(chosen.id), option, stances, shares, unless, ids)

    red_line = st.builds(RedLine, party, whens(issues), shares, st.none() | st.text(max_size=5), ids)
    number = st.floats(-1e9, 1e9)
    return NegotiationModel(
        parties=parties,
        issues=issues,
        preferences=tuple(draw(any_preferences(party, issues)) for party in parties),
        signatories=parties,
        ratifiers=parties[:1] if draw(st.booleans()) else (),
        red_lines=tuple(draw(st.lists(red_line, max_size=3))),
        claims=tuple(draw(st.lists(issue.flatmap(claim), max_size=3))),
        interactions=tuple(draw(st.lists(st.builds(Interaction, party, whens(issues), number), max_size=3))),
        agreement=draw(st.sampled_from([Agreement(), Agreement(1), Agreement(None, parties[:1])])),
        hidden_red_line=draw(shares),
        posture=draw(shares),
        hidden_red_line_range=draw(st.none() | bands),
        posture_range=draw(st.none() | bands),
        reservation_range=draw(st.none() | bands),
    )


@st.composite
def any_preferences(draw: st.DrawFn, party: str, issues: tuple[Issue, ...]) -> Preference:
    """Scores, or values with weights said in one of the ways there are."""
    ids = tuple(issue.id for issue in issues)
    if draw(st.booleans()):
        number = st.floats(-1e15, 1e15)
        scores = {issue.id: {option: draw(number) for option in issue.options} for issue in issues}
        level = draw(number)
        return Preference(party, scores=scores, reservation=(level, level))
    values = {issue.id: {option: draw(bands) for option in issue.options} for issue in issues}
    first = draw(shares)
    weights = {ids[0]: first, ids[-1]: 1 - first} if len(ids) > 1 else {ids[0]: 1.0}
    ways = [{"weights": weights}, {"order": ids}, {"stakes": ids[:1]}, {}]
    monotone = {ids[0]: draw(st.sampled_from([1, -1]))}
    return Preference(party, values=values, reservation=draw(bands), monotone=monotone, **draw(st.sampled_from(ways)))


@settings(max_examples=50, deadline=None)
@given(any_models() | small_models())
def test_a_model_written_and_read_is_the_same(model: NegotiationModel) -> None:
    """Every field survives, to the last bit, with every name."""
    assume(feasible_package(model.issues, model.rules) is not None)
    assert parse_text(write_model(model)) == model


def test_writing_is_pleasant_to_read() -> None:
    """A written file shows a list of options, a scale and short numbers as one would write them."""
    text = write_model(parse_text(EVERY_KEY))
    assert "  price: [low, mid, high]\n" in text
    assert '  wage: {scale: [20, 23, 25, 40], unit: "%"}\n' in text
    assert "    reservation: 25\n" in text
    assert parse_text(text) == parse_text(EVERY_KEY)


def test_the_example_of_the_reference_page(repository: Path, tmp_path: Path) -> None:
    """The example in the documentation has nothing wrong with it, and the claims below it fit in."""
    page = (repository / "docs" / "reference" / "model-file.md").read_text("utf-8")
    example, claims = (part.split("```")[0] for part in page.split("```yaml\n")[1:])
    path = tmp_path / "model.yaml"
    path.write_text(example + claims, "utf-8")
    assert check_model(path) == ()
    assert len(read_model(path).claims) == 1
