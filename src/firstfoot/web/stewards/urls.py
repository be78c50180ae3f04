"""Addresses of the steward's pages."""

from django.urls import path

from firstfoot.web.stewards.views import (
    audit,
    case_moves,
    cases,
    desk,
    documents,
    figures,
    mails,
    organization,
    pay_floors,
    people,
    project,
    results,
    risks,
    runs,
    sealed,
    skills,
    write_offs,
)

app_name = "stewards"
_ONE = "organizations/<slug:public_id>/"
_CASE = "cases/<slug:public_id>/"
_DOCUMENT = f"{_ONE}documents/<slug:document>/"
_PROJECT = "projects/<slug:public_id>/"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("cases/", cases.cases, name="cases"),
    path("cases/over/", cases.over, name="cases_over"),
    path(_CASE, cases.case, name="case"),
    path(f"{_CASE}take/", case_moves.take, name="case_take"),
    path(f"{_CASE}hand-on/", case_moves.hand_on, name="case_hand_on"),
    path(f"{_CASE}decide/", case_moves.decide, name="case_decide"),
    path(f"{_CASE}answer/", case_moves.answer, name="case_answer"),
    path("organizations/", organization.organizations, name="organizations"),
    path(_ONE, organization.organization, name="organization"),
    path(f"{_ONE}verify/", organization.verify, name="organization_verify"),
    path(f"{_ONE}renew/", organization.renew, name="organization_renew"),
    path(f"{_ONE}reject/", organization.reject, name="organization_reject"),
    path(f"{_ONE}suspend/", organization.suspend, name="organization_suspend"),
    path(f"{_ONE}restore/", organization.restore, name="organization_restore"),
    path(f"{_ONE}documents/", documents.note, name="document_note"),
    path(f"{_DOCUMENT}confirm/", documents.confirm, name="document_confirm"),
    path(f"{_DOCUMENT}deny/", documents.deny, name="document_deny"),
    path(f"{_DOCUMENT}take-back/", documents.take_back, name="document_take_back"),
    path(_PROJECT, project.project, name="project"),
    path(f"{_PROJECT}publish/", project.publish, name="project_publish"),
    path(f"{_PROJECT}return/", project.send_back, name="project_return"),
    path("results/<slug:public_id>/", results.result, name="result"),
    path("results/<slug:public_id>/accept/", results.accept, name="result_accept"),
    path("at-risk/", risks.at_risk, name="at_risk"),
    path("people/", people.people, name="people"),
    path("people/<slug:public_id>/", people.person, name="person"),
    path("people/<slug:public_id>/suspend/", people.suspend, name="person_suspend"),
    path("people/<slug:public_id>/restore/", people.restore, name="person_restore"),
    path("sealed/", sealed.sealed, name="sealed"),
    path("sealed/<slug:public_id>/open/", sealed.unseal, name="sealed_open"),
    path("write-offs/", write_offs.write_offs, name="write_offs"),
    path("write-offs/<slug:public_id>/answer/", write_offs.answer, name="write_off_answer"),
    path("pay-floors/", pay_floors.floors, name="pay_floors"),
    path("pay-floors/<slug:public_id>/withdraw/", pay_floors.withdraw, name="pay_floor_withdraw"),
    path("skills/", skills.skills, name="skills"),
    path("skills/word/", skills.word, name="skill_word"),
    path("skills/merge/", skills.merge, name="skill_merge"),
    path("skills/<slug:public_id>/undo/", skills.undo, name="skill_undo"),
    path("figures/", figures.figures, name="figures"),
    path("audit/", audit.audit, name="audit"),
    path("audit/open/", audit.open_audit, name="audit_open"),
    path("audit/export/", audit.export, name="audit_export"),
    path("runs/", runs.runs, name="runs"),
    path("runs/again/", runs.again, name="run_again"),
    path("mails/", mails.mails, name="mails"),
    path("mails/<slug:public_id>/again/", mails.again, name="mail_again"),
]
