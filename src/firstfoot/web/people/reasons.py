"""The sentences behind refusals about accounts, organizations, files and conversations."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "adults_only": _("You can join when you are 18."),
    "password_link_used": _("The password was changed in the meantime. To change it again, ask for a new link."),
    "address_taken": _("There is an account with this address already. Sign in, or use another address."),
    "not_yourself": _("Only the person themselves can change this."),
    "own_account": _("You cannot decide about your own account. Ask another steward."),
    "away_backwards": _("The last day comes before the first. Go back and change one of them."),
    "not_steward": _("Only stewards can do this."),
    "not_owner": _("Only an owner of the organization can do this. Ask one of them."),
    "not_recruiter": _("Only recruiters and owners of the organization can do this. Ask one of them."),
    "organization_suspended": _("The organization is suspended, so nothing new can start. Its page says why."),
    "organization_rejected": _("A steward turned the organization down. Its page says why, and how to ask again."),
    "own_organization": _("You belong to this organization, so another steward has to decide."),
    "reason_needed": _("Say why in a sentence or two: the owners read it."),
    "too_many_organizations": _(
        "Three of your organizations wait for a steward. Once one is verified you can found the next."
    ),
    "too_many_searches": _("You keep twenty searches. Delete one that you no longer need."),
    "search_gone": _("This search was deleted in the meantime."),
    "nothing_to_save": _("This search narrows nothing down. Choose a filter or type a word first."),
    "not_your_search": _("Only the person who saved this search can change it."),
    "already_invited": _("This address has an open invitation. Take it back first to send another."),
    "already_member": _("This person is a member already."),
    "too_many_invitations": _("Twenty invitations are open. Wait for answers, or take some back."),
    "other_address": _(
        "This invitation was sent to another address. Sign in with that one, or add it to your account and confirm it."
    ),
    "invitation_expired": _("This invitation has run out. Ask for a new one."),
    "not_yet": _("It is too early for this."),
    "last_owner": _("Every organization needs an owner. Make someone else an owner first."),
    "already_left": _("This person has left the organization already."),
    "file_too_large": _("The file is too large. At most %(megabytes)s MB go into one."),
    "file_lost": _("The file did not arrive in time. Send it again."),
    "file_is_bomb": _(
        "This file grows beyond measure when it is opened: too many names, bytes or pixels. Send a smaller one."
    ),
    "file_type_refused": _(
        "We do not take this kind of file, or it is not what its name says. "
        "PDF, images, office documents, text, CSV, MP4 and ZIP are fine."
    ),
    "never_worked_together": _("You can only ask people you worked with here, once the work is done."),
    "never_completed_here": _("Only who completed a project there can be listed."),
    "not_on_bench": _("This person is not on the list any more."),
    "asked_before": _("The question was put already. If they would like to stay in touch, they can say so to you."),
    "in_touch_already": _("You stay in touch already."),
    "not_in_touch": _("You no longer stay in touch, so there is nothing to save here."),
    "not_asked": _("Only who was asked can answer."),
    "not_asker": _("Only who asked can take it back."),
    "no_reminder": _("There is no reminder any more."),
    "ends_first": _("Something must end first, because others rely on it. The page about your data says what."),
    "leaving_already": _("Your account is being erased already."),
    "export_waits": _("A copy of your data is being made already. Your inbox says when it is ready."),
    "thread_closed": _("This conversation is closed. You can still read it."),
    "empty_post": _("Write something first."),
    "post_too_long": _("That is too long for one message. At most %(most)s characters go into one."),
    "not_author": _("Only who wrote a message can change it."),
    "edit_over": _("A message can be changed for ten minutes. Write another one that puts it right."),
    "edited_too_often": _("This message was changed %(most)s times. Write another one that puts it right."),
    "not_in_conversation": _("Somebody you named does not read here any more. Choose again whom you mean."),
    "run_not_dead": _("This one is no longer stuck. Look at the list as it stands now."),
    "mail_not_sendable": _("This mail was sent, or is about to be. Look at the list as it stands now."),
    "mail_emptied": _("This mail held a code or a link and was emptied. The person has to ask for a new one."),
}
