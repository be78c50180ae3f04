"""Addresses of the work, which both sides share."""

from django.urls import URLPattern, path

from firstfoot.web.work.views import (
    agreement,
    check_ins,
    closing,
    conversation,
    corrections,
    deliverables,
    ending,
    evaluation,
    onboarding,
    overview,
    pathway,
    supervisor,
)

app_name = "work"

urlpatterns: list[URLPattern] = [
    path("", overview.my_work, name="list"),
    path("<slug:public_id>/", overview.engagement, name="engagement"),
    path("<slug:public_id>/story/", overview.story, name="story"),
    path("<slug:public_id>/agreement/", agreement.agreement, name="agreement"),
    path("<slug:public_id>/agreement/agreement.pdf", agreement.agreement_pdf, name="agreement_pdf"),
    path("<slug:public_id>/agreement/sign/", agreement.sign, name="agreement_sign"),
    path("<slug:public_id>/agreement/counter/", agreement.counter, name="agreement_counter"),
    path("<slug:public_id>/agreement/extend/", agreement.extend, name="agreement_extend"),
    path("<slug:public_id>/steps/<int:number>/", onboarding.step_tick, name="step_tick"),
    path("<slug:public_id>/learning-goal/", onboarding.learning_goal, name="learning_goal"),
    path("<slug:public_id>/start/", onboarding.start, name="start"),
    path("<slug:public_id>/start/propose/", onboarding.start_propose, name="start_propose"),
    path("<slug:public_id>/start/agree/", onboarding.start_agree, name="start_agree"),
    path("<slug:public_id>/check-ins/", check_ins.check_ins, name="check_ins"),
    path("<slug:public_id>/check-ins/<int:number>/", check_ins.check_in, name="check_in"),
    path("<slug:public_id>/check-ins/<int:number>/skip/", check_ins.check_in_skip, name="check_in_skip"),
    path("<slug:public_id>/stuck/", corrections.stuck, name="stuck"),
    path("<slug:public_id>/corrections/<slug:correction_id>/", corrections.correction, name="correction"),
    path("<slug:public_id>/corrections/<slug:correction_id>/agree/", corrections.agree, name="correction_agree"),
    path("<slug:public_id>/corrections/<slug:correction_id>/close/", corrections.close, name="correction_close"),
    path("<slug:public_id>/deliverables/", deliverables.deliverables, name="deliverables"),
    path("<slug:public_id>/deliverables/<int:number>/", deliverables.deliverable, name="deliverable"),
    path("<slug:public_id>/deliverables/<int:number>/submit/", deliverables.submit, name="deliverable_submit"),
    path("<slug:public_id>/deliverables/<int:number>/review/", deliverables.review, name="deliverable_review"),
    path("<slug:public_id>/conversation/", conversation.conversation, name="conversation"),
    path("<slug:public_id>/end/", ending.end, name="end"),
    path("<slug:public_id>/closing/", closing.closing, name="closing"),
    path("<slug:public_id>/paid/", closing.paid, name="paid"),
    path("<slug:public_id>/received/", closing.received, name="received"),
    path("<slug:public_id>/completion/", closing.completion, name="completion"),
    path("<slug:public_id>/completion/completion.pdf", closing.completion_pdf, name="completion_pdf"),
    path("<slug:public_id>/evaluation/", evaluation.evaluation, name="evaluation"),
    path("<slug:public_id>/evaluation/reply/", evaluation.reply, name="evaluation_reply"),
    path("<slug:public_id>/pathway/", pathway.pathway, name="pathway"),
    path("<slug:public_id>/pathway/answer/", pathway.answer, name="pathway_answer"),
    path("<slug:public_id>/supervisor/", supervisor.supervisor, name="supervisor"),
]
