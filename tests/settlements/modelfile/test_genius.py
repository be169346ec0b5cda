"""Genius XML: how a domain and its profiles become a model, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from zopa.errors import ModelError
from zopa.settlements import Interaction, frontier, import_genius, write_model
from zopa.settlements.modelfile.files import parse_text

DOMAIN = """<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="Stall">
<issue index="1" name="Pitch" vtype="discrete"><item index="1" value="corner"/><item index="2" value="middle"/></issue>
<issue index="2" name="Days" type="discrete"><item index="1" value="2"/><item index="2" value="5"/></issue>
</objective></utility_space></negotiation_template>"""

SELLER = """<utility_space><reservation value="0.25"/><objective index="0" name="Stall">
<weight index="1" value="0.7"/><weight index="2" value="0.3"/>
<issue index="1" name="Pitch" vtype="discrete">
  <item index="1" value="corner" evaluation="4"/><item index="2" value="middle" evaluation="3"/>
  <similarity_function weight="0.5"><item index="1" value="corner" evaluation="1"/></similarity_function></issue>
<issue index="2" name="Days" type="discrete">
  <item index="1" value="2" evaluation="0"/><item index="2" value="5" evaluation="50"/></issue>
</objective><discount_factor value="0.5"/></utility_space>"""

OWNER = SELLER.replace('"0.25"', '"0"').replace('evaluation="4"', 'evaluation="1"').replace('"50"', '"0"')

RANGES = """<utility_space type="nonlinear"><objective index="0" name="r">
<issue index="1" name="x" type="integer" vtype="integer" lowerbound="1" upperbound="4"/>
<issue index="2" name="y" type="integer" vtype="integer" lowerbound="0" upperbound="2"/>
<utility maxutility="50"><ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="40"><INCLUDES index="1" min="2" max="3"/></hyperRectangle>
<hyperRectangle utility="10"><INCLUDES index="1" min="3" max="4"/><INCLUDES index="2" min="0" max="0"/></hyperRectangle>
</ufun></utility></objective></utility_space>"""


def written(folder: Path, **files: str) -> list[Path]:
    """The texts as XML files of a folder."""
    for name, text in files.items():
        (folder / f"{name}.xml").write_text(text, "utf-8")
    return [folder / f"{name}.xml" for name in files]


def test_a_domain_with_two_profiles(tmp_path: Path) -> None:
    """weight * evaluation / largest of the issue; reservation kept; nested items and discounts left aside."""
    model = import_genius(written(tmp_path, domain=DOMAIN, seller=SELLER, owner=OWNER))
    assert model.parties == model.signatories == ("seller", "owner")
    assert [(issue.id, issue.options) for issue in model.issues] == [
        ("Pitch", ("corner", "middle")),
        ("Days", ("2", "5")),
    ]
    seller, owner = model.preferences
    assert seller.scores == {"Pitch": {"corner": 0.7, "middle": 0.525}, "Days": {"2": 0.0, "5": 0.3}}
    assert seller.reservation == (0.25, 0.25)
    assert owner.scores == {"Pitch": {"corner": 7 / 30, "middle": 0.7}, "Days": {"2": 0.0, "5": 0.0}}


def test_a_folder_and_profiles_alone(tmp_path: Path) -> None:
    """A folder is read in the order of its names, what is no Genius XML is left aside; the domain file is optional."""
    paths = written(tmp_path, seller=SELLER, owner=OWNER, notes="<notes/>")
    (tmp_path / "pareto.xml").write_text("0.1, 0.2\n", "utf-8")
    assert import_genius([tmp_path]).parties == ("owner", "seller")
    assert import_genius(paths[:2]).parties == ("seller", "owner")


def test_hyper_rectangles_become_interactions(tmp_path: Path) -> None:
    """Each rectangle is one interaction worth its share of the largest utility; integer issues are scales."""
    model = import_genius(written(tmp_path, one=RANGES))
    assert model.issues[0].options == ("1", "2", "3", "4")
    assert model.issues[0].scale == (1.0, 2.0, 3.0, 4.0)
    assert model.interactions == (
        Interaction("one", (("x", ("2", "3")),), 0.8),
        Interaction("one", (("x", ("3", "4")), ("y", ("0",))), 0.2),
    )
    best = frontier(model).points[0]
    assert (best.utility, best.package, best.ties) == ({"one": 1.0}, {"x": "3", "y": "0"}, 1)


def test_what_is_imported_can_be_written_and_read(tmp_path: Path) -> None:
    """The MODEL written is the model imported."""
    for model in (
        import_genius(written(tmp_path, seller=SELLER, owner=OWNER)),
        import_genius(written(tmp_path, one=RANGES)),
    ):
        assert parse_text(write_model(model)) == model


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no markup", "no Genius XML"),
        ("<other/>", "no Genius XML"),
        (DOMAIN, "No Genius profile"),
        (SELLER.replace('vtype="discrete"', 'vtype="real"'), "infinitely many"),
        (SELLER.replace('evaluation="4"', 'evaluation="much"'), "evaluation"),
        (SELLER.replace('<weight index="2" value="0.3"/>', ""), "no weight"),
        (RANGES.replace('upperbound="4"', 'upperbound="400000"'), "at most"),
        (RANGES.replace("PlainUfun", "MaxUfun"), "plain sum"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """One clear line each, naming the file where there is one at fault."""
    with pytest.raises(ModelError, match=words):
        import_genius(written(tmp_path, one=text))


def test_profiles_of_different_domains(tmp_path: Path) -> None:
    """Two profiles whose issues differ are no negotiation."""
    with pytest.raises(ModelError, match="not that of the domain"):
        import_genius(written(tmp_path, seller=SELLER, other=OWNER.replace("Pitch", "Roof")))
