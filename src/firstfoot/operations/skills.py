"""`firstfoot skills import`: adds the skills of a public list to the vocabulary of this installation."""

from __future__ import annotations

import argparse
import hashlib

from firstfoot.operations.django_ready import refuse_unmigrated, start_django
from firstfoot.operations.machine import CannotRun, Machine


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Import a file, or say what importing it would do; a file with a bad row changes nothing."""
    start_django()
    refuse_unmigrated()
    from firstfoot.market.vocabulary.importing import BadFile, concepts_in, import_skills

    path, is_trial = arguments.file, arguments.dry_run
    if not path.is_file():
        raise CannotRun(f"there is no file {path}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        report = import_skills(concepts=lambda: concepts_in(path, arguments.source), digest=digest, is_trial=is_trial)
    except BadFile as error:
        raise CannotRun(f"{path.name}: {error} Nothing was imported.") from None
    would = "would be " if is_trial else ""
    print(f"{report.added} skills {would}added, with {report.aliases} other words for them.")
    print(f"{report.tied} {would}tied to a skill that is there; {report.known} were here from before.")
    for why, count in report.skipped.most_common():
        print(f"{count} words {would}left out: each {why}.")
    return 0
