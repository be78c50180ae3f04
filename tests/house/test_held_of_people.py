"""Whatever points to a person is in their copy, and somebody decided what erasing makes of it.

A new model that points to a person fails here until it stands in the table: first write what its rows mean
for the copy (insights/everything) and for erasing (reactions/erasing.py), then write its line.
"""

from django.apps import apps

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.everything import SECTIONS

# model -> (section of the copy, what erasing does with a row that points to the person)
HELD = {
    "accounts.Consent": ("consents", "deleted"),
    "accounts.Away": ("away", "deleted"),
    "accounts.SignIn": ("sign_ins", "deleted with its session"),
    "account.EmailAddress": ("addresses", "deleted"),
    "mfa.Authenticator": ("second_step", "deleted"),
    "conversations.Post": ("messages", "emptied"),
    "conversations.Mention": ("mentions", "deleted"),
    "conversations.ReadMark": ("reading", "deleted"),
    "files.StoredFile": ("files", "deleted, but for accepted results until their date"),
    "files.Export": ("copies", "deleted"),
    "links.MailLink": ("mail_links", "deleted"),
    "links.CalendarAddress": ("calendar", "deleted"),
    "notifications.Notice": ("notices", "deleted"),
    "notifications.Mail": ("mails", "deleted"),
    "talent.TalentProfile": ("profile", "emptied"),
    "talent.SkillClaim": ("skills", "deleted"),
    "suggestions.Wish": ("wish", "emptied"),
    "suggestions.SuggestedList": ("lists", "deleted"),
    "organizations.Membership": ("memberships", "ended, its title emptied"),
    "organizations.Invitation": ("invitations", "its address and token replaced when it was theirs"),
    "organizations.Block": ("blocks", "lifted"),
    "organizations.Sighting": ("documents_seen", "stays: the word of two stewards; their names go"),
    "searches.SavedSearch": ("saved_searches", "deleted"),
    "projects.Project": ("projects", "stays: the organization's words"),
    "projects.PublicQuestion": ("questions", "its asker taken out; emptied unless it was answered in a brief"),
    "applications.Application": ("applications", "withdrawn and emptied"),
    "applications.Mark": ("marks", "emptied when about them; stays when by them: the host's record"),
    "applications.Interview": (
        "interviews",
        "emptied when of their application; its link when offered by them and over",
    ),
    "moderation.Case": ("appeals", "stays: a steward's decision, and the organization's words"),
    "moderation.Report": ("reports", "emptied"),
    "applications.ProjectInvitation": (
        "project_invitations",
        "its address, person and token replaced when it was theirs",
    ),
    "engagements.Engagement": ("engagements", "emptied; dates and pay stay for the other side"),
    "engagements.OnboardingStep": ("steps", "emptied where they put it in; their file is taken out"),
    "engagements.CardPutAway": ("cards", "deleted"),
    "engagements.GuideNote": (
        "guide_notes",
        "emptied when about the intern's work; stays when by them: the host's record",
    ),
    "engagements.Kickoff": ("kickoffs", "emptied; the time and who offered it stay"),
    "engagements.AgreementVersion": ("agreements", "sealed when signed, its names and words taken out"),
    "engagements.Signature": ("signatures", "sealed, its name taken out"),
    "engagements.SealOpening": ("", "stays as long as the seal: a steward's decision, on record"),
    "engagements.PartPayWord": ("part_pay_words", "emptied"),
    "engagements.CheckInAnswer": ("check_in_answers", "emptied"),
    "engagements.Deliverable": ("deliverables", "stays; words of a counter taken out"),
    "engagements.Submission": ("submissions", "emptied, but for links of accepted results until their date"),
    "engagements.Review": ("reviews", "emptied when of their work; stays when by them, for the intern"),
    "disputes.Dispute": ("disputes", "emptied when about their own work; stays when they spoke for a host, or decided"),
    "evaluations.Evaluation": ("evaluations", "emptied when by or about the intern; stays when of another intern"),
    "payments.Stipend": ("stipends", "stays, amounts and days for the other side; what was asked of them emptied"),
    "payments.StipendEntry": ("stipend_entries", "stays; references of their own pay emptied"),
    "payments.TaxForm": ("tax_forms", "its place emptied when it is theirs"),
    "portfolio.Resume": ("resume", "emptied"),
    "portfolio.Recommendation": (
        "letters",
        "emptied when about them; stays valid when by them, their name taken out",
    ),
    "portfolio.PersonPage": ("page", "emptied and taken down; its address stays closed to others as a digest"),
    "portfolio.ItemVersion": (
        "portfolio_versions",
        "deleted when of their own item; stays when they answered for a host, its words emptied",
    ),
    "credentials.Credential": ("credentials", "emptied; its bit stays in the list"),
    "network.Tie": ("ties", "parted, or let go; who it was stays as codes"),
    "network.Alumnus": ("alumni", "taken off the list"),
    "network.BenchNote": ("bench_notes", "emptied when about them; stays when by them: the host's record"),
    "applications.Alias": ("aliases", "the person taken out; the name stays used"),
    "sourcing.Listing": ("be_found", "left"),
    "applications.NoInvitations": ("no_invitations", "deleted"),
    "network.Kept": ("kept", "emptied, on both sides"),
    "pathways.PathwayOffer": ("what_came_next", "emptied when made to them"),
}


def test_everything_that_points_to_a_person_is_decided():
    found = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is Person
    }
    assert found == set(HELD)


def test_every_decision_names_a_section_of_the_copy():
    assert {code for code, _ in HELD.values()} - {section.code for section in SECTIONS} == {""}
    assert len({section.code for section in SECTIONS}) == len(SECTIONS)
