"""Public lists of skills: their layouts, what is tied, and what a bad file leaves as it was."""

from __future__ import annotations

import gzip
from argparse import Namespace

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.skills import vocabulary
from firstfoot.market.talent.queries import claims_of
from firstfoot.market.vocabulary.importing import BadFile, concepts_in
from firstfoot.market.vocabulary.models import AddedSkill, Phrase, VocabularyChange
from firstfoot.market.vocabulary.queries import code_of, sources_imported, suggestions
from firstfoot.operations import skills
from firstfoot.operations.machine import CannotRun
from tests.factories.applications import make_profile
from tests.reactions.support import settle

URI = "http://data.europa.eu/esco/skill/"
HEADER = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status"
SQL_URI = URI + next(skill.esco for skill in vocabulary().skills.values() if skill.esco)
ESCO = f"""\ufeff{HEADER}
KnowledgeSkillCompetence,{URI}a-1,skill,cross,weave baskets,"basket weaving
plait willow
SQL",,released
KnowledgeSkillCompetence,{URI}a-2,skill,cross,cut willow,"plait willow
weave baskets",,released
KnowledgeSkillCompetence,{SQL_URI},skill,cross,something said otherwise,,,released
KnowledgeSkillCompetence,{URI}a-3,knowledge,cross,Python,,,released
KnowledgeSkillCompetence,{URI}a-4,skill,cross,old craft,,,deprecated
KnowledgeSkillCompetence,{URI}a-5,skill,cross,something said otherwise,,,released
"""
ONET = """O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology
11-1011.00\tChief\tWidget "Pro" 5\t43\tOffice software\tN
11-1012.00\tOther\tWidget "Pro" 5\t43\tOffice software\tN
11-1012.00\tOther\tPython\t43\tOffice software\tY
"""


@pytest.fixture
def bring(tmp_path, machine, capsys, db):
    def run(text, *, trial=False, source=""):
        path = tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        assert skills.run(Namespace(do="import", file=path, source=source, dry_run=trial), machine) == 0
        return capsys.readouterr().out

    return run


def merged():
    return dict(AddedSkill.objects.values_list("code", "merged_into"))


def test_what_is_new_is_added_and_what_is_there_is_tied(bring, cast):
    make_profile(cast.sam, skills=["Basket weaving", "Weave baskets"])

    said = bring(ESCO)
    settle()

    ours = next(skill.code for skill in vocabulary().skills.values() if skill.esco_uri == SQL_URI)
    tied = "esco-" + SQL_URI.removeprefix(URI)
    assert merged() == {"esco-a-1": "", "esco-a-2": "", tied: ours, "esco-a-3": "python", "esco-a-5": ours}
    assert set(Phrase.objects.values_list("words", "skill__code")) == {
        ("weave baskets", "esco-a-1"), ("basket weaving", "esco-a-1"), ("cut willow", "esco-a-2"),
    }  # fmt: skip
    assert [claim.code for claim in claims_of(cast.sam)] == ["esco-a-1", "esco-a-1"]
    assert (code_of("plaiting willow"), suggestions("willow")) == ("", ["cut willow"])
    assert "2 skills added, with 1 other words for them.\n3 tied" in said
    assert "2 words left out: each is of more than one skill" in said
    assert [fact.data["number"] for fact in Fact.objects.filter(kind="vocabulary.imported")] == [2]


def test_a_second_time_changes_nothing(bring):
    bring(ESCO)
    before = (merged(), Phrase.objects.count(), VocabularyChange.objects.count())

    said = bring(ESCO)

    assert (merged(), Phrase.objects.count(), VocabularyChange.objects.count()) == before
    assert "0 skills added" in said
    assert "5 were here from before" in said


def test_a_trial_says_the_same_and_writes_nothing(bring):
    said = bring(ESCO, trial=True)

    assert (AddedSkill.objects.count(), VocabularyChange.objects.count()) == (0, 0)
    assert "2 skills would be added, with 1 other words for them.\n3 would be tied" in said


def test_onet_says_a_technology_in_many_rows(bring):
    bring(gzip.compress(ONET.encode()))

    assert merged() == {"onet-widget-pro-5": "", "onet-python": "python"}
    assert (code_of('Widget "Pro" 5'), sources_imported()) == ("onet-widget-pro-5", {"onet"})


def test_the_small_layout_finds_its_aliases_beside_it(bring, tmp_path):
    (tmp_path / "aliases.csv").write_text("skill_id,alias,source\nesco:b-1,Kintsugi,alt\n")

    bring("id,label,kind\nesco:b-1,mend bowls with gold,skill\nonet-t:x,Widget,tool\n")

    assert (code_of("kintsugi"), sorted(merged())) == ("esco-b-1", ["esco-b-1", "onet-widget"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ESCO + "KnowledgeSkillCompetence,ftp://x,skill,cross,a,,,released\n", "Row 7: 'ftp://x' is no address"),
        (ESCO + f"KnowledgeSkillCompetence,{URI}b,skill,cross, ,,,released\n", "Row 7 has no name"),
        (ESCO + "one,two\n", "Row 7 has 2 cells, the first line has 8"),
        (ESCO + f'KnowledgeSkillCompetence,{URI}b,skill,cross,"a"b,,,released\n', "Row 7 cannot be read"),
        (ESCO.encode() + b"\xff\n", "Row 7 cannot be read"),
        (ESCO + f"KnowledgeSkillCompetence,{URI}b c,skill,cross,a,,,released\n", "Row 7: 'b c' is no identifier"),
        ("name\nSQL\n", "The first line names neither"),
        (b"\x1f\x8bnot packed", "This is no text in UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_its_row_and_nothing_is_changed(bring, text, why):
    with pytest.raises(CannotRun, match=why):
        bring(text)

    assert AddedSkill.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x1f\x8b\x08\x00" + b"garbage " * 5, "while decompressing"),
        (gzip.compress(b"id,label\nesco:a," + b"a" * (1 << 23)), "A line has more than"),
        (b"id,label\nesco:a,weave\x00baskets\n", "Row 1 holds a zero byte"),
    ],
    ids=["torn", "packed a thousandfold", "no text"],
)
def test_a_file_that_is_no_text_is_refused(tmp_path, content, why):
    path = tmp_path / "list"
    path.write_bytes(content)

    with pytest.raises(BadFile, match=why):
        list(concepts_in(path))


def test_a_file_of_the_other_source_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(ESCO)

    with pytest.raises(BadFile, match="This is no file of onet"):
        list(concepts_in(path, "onet"))


def test_a_title_of_marks_alone_gets_a_code_that_facts_can_hold(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("O*NET-SOC Code\tExample\n1\t!!!\n")

    (concept,) = concepts_in(path)

    assert concept.code.removeprefix("onet-").isalnum()


def test_the_notice_stands_where_a_list_was_imported(bring, client):
    assert "European Union" not in client.get("/about/").content.decode()

    bring(ESCO)

    text = client.get("/about/").content.decode()
    assert ("© European Union" in text, "USDOL/ETA" in text) == (True, False)
