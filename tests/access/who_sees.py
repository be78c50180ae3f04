"""Who may see which kind of text: written by hand, each row with its reason, never made from the code it checks.

A row names texts of the world (`sam.phone`; the first row that fits counts), who may see them, and
why. People are named as in world.py; `anon` is a visitor. A row may name one more place, and who may
see the text there. What only its own person sees is no row of its own: everybody sees their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatch

READERS = (
    "anon", "sam", "paz", "hana", "rita", "hugo", "cora", "vera", "xavi", "tia", "otto", "stella", "zoe", "nia", "nora"
)  # fmt: skip
ALL = " ".join(READERS)
PEOPLE = ALL.removeprefix("anon ").replace("zoe ", "")
RECRUITERS = "hana rita tia"  # tia became one
HOST = "hana rita tia hugo cora"  # who chooses interns and guides the work
MEMBERS = "hana rita tia hugo cora vera"
BOTH = f"sam {HOST}"
NOBODY = ""
HAVE_HIS_MAIL = ("anon", "zoe")  # a visitor, and who is not let in: whoever has a link reads what its person may


@dataclass(frozen=True)
class Row:
    texts: str
    readers: str
    reason: str
    elsewhere: str = ""  # the beginning of an address, or of several
    there: str = ""

    def fits(self, name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in self.texts.split())


ROWS = [
    # People
    Row("hugo.chosen_name otto.chosen_name", ALL, "a brief names who guides the work"),
    Row("hana.chosen_name", f"sam {MEMBERS} stella", "the team; she wrote to sam and signed", "/invitations/", ALL),
    Row("cora.chosen_name rita.chosen_name", f"sam {MEMBERS} stella", "the team; they cover and sign"),
    Row("vera.chosen_name zoe.chosen_name", f"{MEMBERS} stella", "members see their team"),
    Row("tia.chosen_name", f"{MEMBERS} stella", "intern, then of the team; reads along", "/work/", f"sam {MEMBERS}"),
    Row("sam.chosen_name", f"{BOTH} vera stella", "from the shortlist on; members read alumni; where he shows his work",
        "/shown/ /people/ /letters/", ALL),
    Row("paz.chosen_name", "otto stella", "shortlisted by otto; unknown to the bakery"),
    Row("nia.chosen_name", "otto stella", "works for otto"),
    Row("xavi.chosen_name", "stella", "came to the bakery and left again; its owner was told", "/inbox/", "hana"),
    Row("stella.chosen_name", "stella", "who decides between two sides has a name; their copies hold the decision",
        "/work/ /settings/your-data/copy/", BOTH),
    Row("*.chosen_name", "stella", "a steward finds people by their name"),
    Row("sam.legal_name", HOST, "agreements name the intern in full"),
    Row("hugo.legal_name cora.legal_name", BOTH, "agreements name who guides; he signed a letter", "/letters/", ALL),
    Row("tia.legal_name", HOST, "her own agreement with the bakery"),
    Row("nia.legal_name otto.legal_name", "nia otto", "their agreement"),
    Row("sam.phone tia.phone", HOST, "shown at signing"),
    Row("hugo.phone", BOTH, "shown at signing, to the intern; the team sees the same page"),
    Row("nia.phone otto.phone", "nia otto", "shown at signing"),
    Row("sam.email tia.email", f"{HOST} stella", "shown at signing"),
    Row("hugo.email cora.email", f"{BOTH} stella", "shown at signing"),
    Row("nia.email otto.email", "nia otto stella", "shown at signing"),
    Row("invitation.email", "hana", "owners see whom they invited", "/invitations/", ALL),
    Row("apply_invitation.email", RECRUITERS, "recruiters see whom they invited", "/invited/", ALL),
    Row("*.email", "stella", "a steward finds people by their address", "/invitations/", ALL),
    Row("*.phone *.legal_name", NOBODY, "nothing was signed"),
    Row("sam.search", NOBODY, "a search is its own person's", "/searches/stop/", ALL),
    # Profiles
    Row("sam.helps tia.helps", HOST, "told to the host whose offer they accepted"),
    Row("nia.helps", "otto", "told to the host whose offer she accepted"),
    Row("*.places", NOBODY, "what one wants of one's own list"),
    Row("paz.helps", NOBODY, "she accepted no offer"),
    Row("sam.headline sam.about sam.skill sam.wants sam.studies sam.link sam.city", HOST, "shortlisted"),
    Row("tia.headline tia.about tia.skill tia.wants tia.studies tia.link tia.city", HOST, "as sam's"),
    Row("nia.headline nia.about nia.skill nia.wants nia.studies nia.link nia.city", "otto", "known to otto alone"),
    Row("paz.headline paz.about paz.skill paz.wants", f"{HOST} otto", "read blind by the bakery, openly by otto"),
    Row("paz.studies paz.link paz.city", "otto", "school, links and place stay hidden until the shortlist"),
    Row("xavi.*", NOBODY, "applied to nothing"),
    # Organizations
    Row("new.*", "stella nora", "nothing of an organization is public before it is verified"),
    Row("acme.* other.*", ALL, "verified organizations are public"),
    # Briefs
    Row("active_project.prompt amending_project.prompt disputed_project.prompt", BOTH, "asked at a check-in"),
    Row("tias_project.prompt", HOST, "asked at a check-in"),
    Row("nias_project.prompt", "nia otto", "asked at a check-in"),
    Row("theirs.prompt", "otto", "questions of check-ins are for those who write the brief"),
    Row("waits.prompt returned.prompt", NOBODY, "their host was turned down: its briefs rest"),
    Row("*_project.prompt", "hana rita tia", "sam's copy holds what was asked at his check-ins",
        "/settings/your-data/copy/", "sam"),
    Row("*.prompt", "hana rita tia", "questions of check-ins are for those who write the brief"),
    Row("asked.*", ALL, "a public question, answered in the brief"),
    Row("open.pending", MEMBERS, "not yet published; the team sees the project's page"),
    Row("draft.title", MEMBERS, "a draft is the team's", "/proofread/", ALL),
    Row("draft.*", RECRUITERS, "recruiters write the brief; whoever has its link reads it", "/proofread/", ALL),
    Row("remark.*", RECRUITERS, "who writes the brief reads what was remarked on it"),
    Row("waits.title", "stella nora", "its host was turned down: what stays is the list of its projects"),
    Row("waits.*", "stella", "a steward reads what waits for review"),
    Row("returned.title returned.return_reason", "nora", "sent back to its host"),
    Row("returned.*", NOBODY, "its host was turned down: its briefs rest"),
    Row("linked.*", MEMBERS, "found by its address alone, never on a list", "/projects/@linked/", ALL),
    Row("open.* offering.* declining.* theirs.* *_project.*", ALL, "published"),
    # Applications
    Row("mark.note", "hugo", "his own mark; colleagues read it once theirs is in"),
    Row("report.words", "sam stella", "a steward reads what was reported; its writer has a copy"),
    Row("tias_application.offer_note", "tia", "words to the applicant"),
    Row("nias_application.offer_note", "nia", "words to the applicant"),
    Row("elsewhere.offer_note", "paz", "words to the applicant"),
    Row("*.offer_note", "sam", "words to the applicant"),
    Row("*.how", NOBODY, "where to meet goes with times that are still offered", "/settings/your-data/copy/", "sam"),
    Row("offered.none_fit", HOST, "why no time suits him", "/settings/your-data/copy/", "sam"),
    Row("elsewhere.none_fit nias_application.none_fit", "otto", "why no time suits them, to who offered it"),
    Row("*_application.none_fit", "hana", "as above", "/settings/your-data/copy/", "sam"),
    Row("blind.link", "paz", "links stay hidden until the shortlist"),
    Row("blind.*", f"paz {HOST}", "masked, without a name; recruiters, and the project's supervisor and cover"),
    Row("unsent.*", "sam", "a draft is its writer's"),
    Row("declined.link", "sam", "it never came to a shortlist"),
    Row("declined.*", BOTH, "the host's answer, and what it answers"),
    Row("elsewhere.*", "paz otto", "hosts see applicants to their own projects only"),
    Row("nias_application.*", "nia otto", "hosts see applicants to their own projects only"),
    Row("tias_application.*", HOST, "recruiters, and the project's supervisor and cover"),
    Row("offered.* *_application.*", BOTH, "recruiters, and the project's supervisor and cover"),
    # The work. Notes of a check-in are for those who are with the work day by day, and only once both answered.
    Row("active.note_1_* active.keep_1_* active.change_1_*", "sam hugo cora", "read by supervisor, cover and intern"),
    Row("active.note_2_* active.keep_2_* active.change_2_*", "sam", "unseen by the other until both answered"),
    Row("tias.note_1_* tias.keep_1_* tias.change_1_*", "tia hugo cora",
        "in her own engagement she stays on the intern's side"),
    Row("tias.note_2_* tias.keep_2_* tias.change_2_*", "hugo cora", "unseen by the other until both answered"),
    Row("nias.note_2_* nias.keep_2_* nias.change_2_*", "nia", "unseen by the other until both answered"),
    Row("*.stuck", NOBODY, "written anew since, see *.what"),
    Row("active.guide_note", HOST, "a word among the host's people"),
    Row("tias.guide_note", "hana rita hugo cora", "a word among the host's people; she stays on the intern's side"),
    Row("nias.guide_note", "otto", "a word among the host's people"),
    Row("active.intern_note", "sam", "a word to the intern"),
    Row("tias.intern_note", "tia", "a word to the intern"),
    Row("nias.intern_note", "nia", "a word to the intern"),
    Row("ended.handover_note", HOST, "for whoever finishes the work"),
    Row("nias.*", "nia otto", "the two sides"),
    Row("tias.*", HOST, "the two sides"),
    Row("late.submission* late.file*", f"{BOTH} stella", "unanswered for 10 business days: the third party decides"),
    Row("disputed.statement disputed.answer disputed.reason disputed.appeal", f"{BOTH} stella",
        "the two sides and the third party"),
    Row("disputed.submission* disputed.file*", f"{BOTH} stella", "the record, for the third party"),
    Row("disputed.*", BOTH, "the two sides"),
    Row("closing.went_well_sam closing.do_differently_sam closing.quote_sam", "sam", "revealed together, not before"),
    Row("closing.went_well_hugo closing.do_differently_hugo closing.quote_hugo", "hana hugo cora",
        "the host's side until the reveal: who guides, and the owner"),
    Row("completed.item_*", "sam", "shown to whoever has its address", "/shown/", ALL),
    Row("completed.answer_note", BOTH, "why it was not to be shown like this"),
    Row("completed.bench_note", RECRUITERS, "the organization's note, for those who recruit",
        "/settings/your-data/copy/", "sam"),
    Row("completed.letter_*", BOTH, "signed, and shown by its link", "/letters/", ALL),
    Row("sam.resume_*", NOBODY, "a resume is its own person's to send"),
    Row("sam.tie_shows", "hugo", "both said yes to staying in touch"),
    Row("hugo.tie_shows", "sam", "both said yes to staying in touch"),
    Row("*.tie_*", NOBODY, "what one keeps for oneself, and shows before the other said yes"),
    Row("sam.page_*", ALL, "his page is up"),
    Row("active.* agreeing.* amending.* late.* closing.* completed.* ended.*", BOTH, "the two sides"),
    # Mail
    Row("mail.subject", "sam stella", "a steward sees which mail did not arrive"),
    Row("mail.error refused.*", "stella", "what a server said"),
    Row("mail.*", "sam", "the text is the recipient's"),
]  # fmt: skip


def row_of(name: str) -> Row:
    """The row that speaks of a text. Raises LookupError when none does."""
    for row in ROWS:
        if row.fits(name):
            return row
    raise LookupError(name)


def may_see(reader: str, name: str, path: str) -> bool:
    """Whether the reader may meet the text at this address."""
    row = row_of(name)
    has_his_mail = path.startswith("/by-mail/") and reader in HAVE_HIS_MAIL
    if has_his_mail or path.startswith("/calendar/"):
        reader = "hugo"  # to whom all links of the world were sent, and whose calendar its address is, whoever has it
    own = name.partition(".")[0] == reader
    there = path.startswith(tuple(row.elsewhere.split())) and reader in row.there.split()
    return own or there or reader in row.readers.split()
