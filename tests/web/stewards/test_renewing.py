"""A changed host in the browser: what its owner, a steward and everyone reads, and the press that renews."""

from allauth.account.models import EmailAddress
from django.urls import reverse

from firstfoot.market.moderation.models import Case
from firstfoot.market.organizations.actions import describe_organization
from tests.cast import enter
from tests.reactions.support import settle


def test_a_changed_host_is_seen_with_what_speaks_for_it_and_renewed(cast, client):
    said = {"name": "Crumb House", "website": "https://www.crumb.co.uk"}
    describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, **said)
    settle()
    page = reverse("stewards:organization", args=[cast.acme.public_id])
    enter(client, cast.stella)
    assert "No member has a confirmed address at crumb.co.uk." in client.get(page).content.decode()
    address = EmailAddress.objects.create(user=cast.hana, email="hana@mail.crumb.co.uk", verified=False)
    assert "hana@mail.crumb.co.uk" not in client.get(page).content.decode()
    EmailAddress.objects.filter(pk=address.pk).update(verified=True)
    read = client.get(page).content.decode()
    assert "A member reads mail at the website's domain: hana@mail.crumb.co.uk" in read
    assert "It changed its name or website on" in read

    own = reverse("hosts:organization", args=[cast.acme.public_id])
    for who, is_shown in ((cast.hana, True), (cast.hugo, False)):
        enter(client, who)
        shown = client.get(own).content.decode()
        evidence = "A member has a confirmed address at crumb.co.uk."
        assert (evidence in shown, "What you post anew is held until then." in shown) == (is_shown, True)

    enter(client, cast.stella)
    case = reverse("stewards:case", args=[Case.objects.get().public_id])
    assert "It has another website" in client.get(case).content.decode()
    cast.acme.refresh_from_db()
    decided = {"decision": "renewed", "seen": Case.objects.get().version, "host_seen": cast.acme.version - 1}
    decide = reverse("stewards:case_decide", args=[Case.objects.get().public_id])
    assert client.post(decide, decided).status_code == 409
    renew = reverse("stewards:organization_renew", args=[cast.acme.public_id])
    assert client.post(renew, {"seen": cast.acme.version - 1}).status_code == 409
    assert client.post(renew, {"seen": cast.acme.version}).status_code == 302
    settle()
    assert "It changed its name or website on" not in client.get(page).content.decode()
    assert "Verified on" in client.get(reverse("public:organization", args=[cast.acme.public_id])).content.decode()
    assert Case.objects.get().state == "closed"
