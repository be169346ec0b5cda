"""The ground of a case as it stands on disk: measured, with its settlements, ready to be asked about transfers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.case import Transfer, load_case
from zopa.casework.folder import case_folder
from zopa.errors import CaseError, UsageError
from zopa.territory import Adjacency, Census, consequences, parts_on, read_settlements, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.diagnostics import Diagnostic
    from zopa.territory import Consequences, Ground, Part, Settlement


@dataclass(frozen=True, slots=True)
class Grounds:
    """Measured ground with who holds what on a day, and what is needed to look at transfers on it."""

    case: Case
    ground: Ground
    as_of: date
    parts: tuple[Part, ...]
    settlements: tuple[Settlement, ...]
    census: Census
    adjacency: Adjacency

    def consequences(self, transfers: Iterable[Transfer]) -> Consequences:
        """What transfers would change on the day."""
        return consequences(self.ground, self.parts, transfers, self.census, self.adjacency)

    def of_package(self, package: Mapping[str, str]) -> Consequences | None:
        """What the options of a package would change; None where none of them moves ground."""
        transfers = package_transfers(self.case, package)
        return self.consequences(transfers) if transfers else None


def grounds_of(case: Case, folder: CaseFolder, as_of: date) -> Grounds | None:
    """The ground of a case on a day; None for a case without zones. Raises CaseError where zones cannot be used."""
    ground, diagnostics = survey(case.territory, folder.path, str(folder.case_file))
    errors = [found for found in diagnostics if found.severity == "error"]
    if errors:
        more = f" (and {len(errors) - 1} more; 'zopa check' lists them)" if len(errors) > 1 else ""
        raise CaseError(f"{errors[0]}{more}", errors)
    if ground is None:
        return None
    named = case.territory.settlements
    settlements = read_settlements(folder.path / named, folder.path)[0] if named else ()
    parts = parts_on(ground, as_of)
    return Grounds(case, ground, as_of, parts, settlements, Census(ground, settlements), Adjacency(ground))


def settled_grounds(path: Path | str, as_of: date | None) -> Grounds | None:
    """The ground of a case whose options move some; None for any other case, and for a MODEL file."""
    if Path(path).is_file():
        return None
    folder = case_folder(path)
    case = load_case(folder.path)
    if not any(option.transfer for issue in case.issues for option in issue.options):
        return None
    return grounds_of(case, folder, as_of or case.as_of or date.today())


def check_grounds(path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the drawings, codes and settlements of a case file that can be used otherwise."""
    folder = case_folder(path)
    territory = load_case(folder.path).territory
    if not territory.zones:
        return ()
    found = survey(territory, folder.path, str(folder.case_file))[1]
    named = territory.settlements
    return found + (read_settlements(folder.path / named, folder.path)[1] if named else ())


def package_transfers(case: Case, package: Mapping[str, str]) -> tuple[Transfer, ...]:
    """The transfers that the options of a package name, in the order of the issues, each once."""
    options = (
        option
        for issue in case.issues
        for option in issue.options
        if issue.id in package and option.id == package[issue.id]
    )
    return tuple({str(transfer): transfer for option in options for transfer in option.transfer}.values())


def parsed_transfers(case: Case, texts: Sequence[str]) -> tuple[Transfer, ...]:
    """``ZONE:PARTY`` texts as transfers, ids and names matched without regard to case. Raises UsageError."""
    return tuple(_parsed(case, text) for text in texts)


def _parsed(case: Case, text: str) -> Transfer:
    zone, colon, party = text.rpartition(":")
    if not (zone.strip() and colon and party.strip()):
        raise UsageError(f"--transfer takes ZONE:PARTY, for example north:Arvenia; {text!r} is not of that form.")
    zones = [(one.id, one.name) for one in case.territory.zones]
    parties = [(one.id, one.name) for one in case.parties]
    return Transfer(zone=_known(zone, zones, "zone"), party=_known(party, parties, "party"))


def _known(asked: str, known: Sequence[tuple[str, str]], kind: str) -> str:
    for id, name in known:
        if asked.strip().casefold() in (id.casefold(), name.casefold()):
            return id
    listed = ", ".join(id for id, _ in known) or "none"
    raise UsageError(f"There is no {kind} {asked.strip()!r} in this case. There are: {listed}.")
