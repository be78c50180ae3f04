"""`firstfoot verify` and `firstfoot keys`, run as an operator runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from firstfoot.proof.credentials.vc.baking import baked
from firstfoot.proof.credentials.vc.plain import to_json
from firstfoot.proof.credentials.vc.proofs import signed
from firstfoot.proof.credentials.vc.status import list_body
from firstfoot.proof.credentials.vc.tokens import token_of
from tests import migrated
from tests.proof.credentials.made import AT, OF_LETTER, Site

pytestmark = pytest.mark.once


@pytest.fixture
def site():
    return Site("https://first.example")


def picture(said):
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return baked(out.getvalue(), said)


def forms(site):
    document = to_json(site.credential())
    token = token_of(site.body(), site.signer).encode()
    return {"a.json": document, "a.jwt": token + b"\n", "a.png": picture(document), "b.png": picture(token)}


@pytest.fixture
def verify(firstfoot, tmp_path, site):
    def run(raw, *options, name="credential"):
        (tmp_path / name).write_bytes(raw)
        (tmp_path / "did.json").write_text(json.dumps(site.document))
        (tmp_path / "list.json").write_bytes(to_json(site.list()))
        given = [str(tmp_path / one) if (tmp_path / one).exists() else one for one in options]
        return firstfoot("verify", str(tmp_path / name), "--offline", *given, DATABASE_URL="postgresql://nowhere/none")

    return run


KEYS = ("--did", "did.json")
ALL = (*KEYS, "--list", "list.json")


@pytest.mark.parametrize("name", ["a.json", "a.jwt", "a.png", "b.png"])
def test_each_form_is_valid_without_a_database(site, verify, name):
    done = verify(forms(site)[name], *ALL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "VALID" in done.stdout
    assert "Sam Réyes-Ødegård" in done.stdout


@pytest.mark.parametrize(("revoked", "code", "word"), [(set(), 0, "VALID"), ({77}, 4, "REVOKED")])
def test_a_letter_is_checked_like_any_other(site, verify, revoked, code, word):
    site.revoked = revoked
    document = to_json(site.credential(**OF_LETTER))
    done = verify(picture(document), *ALL)
    assert (done.returncode, done.stdout.partition(".")[0]) == (code, word)
    assert "Letter of recommendation" in done.stdout
    assert verify(document.replace(b"at once", b"never"), *ALL).returncode == 3


def test_one_that_was_revoked_says_so(site, verify):
    site.revoked = {77}
    done = verify(forms(site)["a.json"], *ALL)
    assert (done.returncode, done.stdout[:7]) == (4, "REVOKED")


def test_without_a_list_it_does_not_say_that_it_counts(site, verify):
    done = verify(forms(site)["a.jwt"], *KEYS)
    assert (done.returncode, "VALID" in done.stdout) == (5, False)


def test_a_list_of_long_ago_says_nothing(site, verify, tmp_path):
    old = signed(list_body(site.list_address, site.did, [], AT, datetime.now(UTC) - timedelta(days=1)), site.signer, AT)
    (tmp_path / "old.json").write_bytes(to_json(old))
    assert verify(forms(site)["a.json"], *KEYS, "--list", "old.json").returncode == 5


def test_one_that_was_changed_is_not_genuine(site, verify):
    changed = forms(site)["a.json"].replace(b"Sam", b"Tom")
    done = verify(changed, *ALL)
    assert (done.returncode, done.stdout) == (
        3, "NOT GENUINE. It was changed: what is there is not what was signed.\n",
    )  # fmt: skip


@pytest.mark.parametrize("raw", [b"", b"hello", b"{}", b"a.b.c", b"\x89PNG\r\n\x1a\n"])
def test_what_is_none_is_not_genuine(verify, raw):
    assert verify(raw, *ALL).returncode == 3


def test_one_of_a_did_key_needs_nothing_else(verify):
    other = Site("http://localhost:8000")
    assert verify(to_json(other.credential())).returncode == 5


def test_one_of_a_domain_says_where_its_keys_are_when_they_cannot_be_had(site, verify):
    done = verify(forms(site)["a.json"])
    assert done.returncode == 1
    assert "--did (https://first.example/.well-known/did.json)" in done.stderr


def test_a_file_that_is_not_there_is_one_line(firstfoot):
    done = firstfoot("verify", "/nowhere/at/all")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_it_never_loads_django():
    code = "import sys, firstfoot.config.program, firstfoot.operations.verify; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_keys_are_listed_changed_and_hidden_anew(firstfoot, tmp_path):
    migrated.copy_to(tmp_path / "data")
    assert firstfoot("keys", "list").stdout == "There is no key yet: the first credential makes one.\n"
    first = firstfoot("keys", "rotate")
    second = firstfoot("keys", "rotate")
    assert (first.returncode, first.stdout.count("active"), second.stdout.count("retired")) == (0, 1, 1)
    assert firstfoot("keys", "reseal").stdout.startswith("2 keys are hidden")
    lost = firstfoot("keys", "list", FIRSTFOOT_SECRET_KEY="another")
    assert lost.stdout.count("cannot be opened") == 2
