"""亮证码: shown, read once, journalled; it names the applicant and spares materials."""

from dataclasses import replace

import pytest

from desktop.domain.identity.party import Presence
from desktop.domain.licences.consent import ConsentGiven, ConsentHow, FaceResult, HolderChecked
from desktop.domain.refusal import Refusal
from desktop.services.cases import intake
from desktop.services.licences import codes, consent, fetching
from desktop.services.licences.source import CREDENTIAL, has_credential, outside, with_source
from desktop.services.office import Office
from tests.licensing.hall import HOLDER, code, connected, unnamed
from tests.licensing.server import Server, told
from tests.offices import CLERK, PERSON, SUPERVISOR, answered

SHOWN = ConsentGiven(about="visit:v", categories=("E1", "E2"), purpose="办理", how=ConsentHow.CODE)


def read(office: Office, scanned: str = "LZM:abc") -> tuple[str, object]:
    reference, source = codes.present(office, CLERK, SHOWN)
    answer = source.by_code(codes.code_of(office, scanned))
    return reference, codes.record(office, CLERK, SHOWN, reference, answer)


def test_a_code_names_the_applicant_and_spares(office: Office, server: Server) -> None:
    connected(office, server)
    server.replies = [told(code())]
    reference, source = codes.present(office, CLERK, SHOWN)
    answer = source.by_code("abc")
    query, answers = codes.record(office, CLERK, SHOWN, reference, answer)
    draft = codes.filled(unnamed(replace(answered(office), presence=Presence.UNASKED)), HOLDER)
    draft = fetching.taken(office, draft, query, answers)
    assert (draft.applicant.name, draft.presence) == (PERSON.name, Presence.SELF)
    assert draft.applicant.phone == PERSON.phone
    assert draft.licences == {"E1"}
    assert intake.resume(office, CLERK, intake.save(office, CLERK, draft).id).licences == {"E1"}


def test_what_was_not_asked_for_is_not_kept(office: Office, server: Server) -> None:
    connected(office, server)
    server.replies = [told(code())]
    reference, _ = read(office)
    facts = office.store.journal.facts(f"consent:{reference}")
    assert [fact.entry.kind for fact in facts] == [
        "licence.consent_given",
        "licence.consent_given",
        "licence.fetched",
    ]
    assert "机动车驾驶证" not in str([fact.payload for fact in facts])
    assert all(PERSON.name not in fact.entry.body for fact in facts)


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        (told({"error": "used"}, 410), "code_used"),
        (told({"error": "expired"}, 410), "code_expired"),
        (told({}, 404), "code_unknown"),
        (told({}, 500), "code_unanswered"),
    ],
)
def test_a_code_that_opens_nothing_says_why(
    office: Office, server: Server, reply: tuple[int, bytes, dict[str, str]], wanted: str
) -> None:
    connected(office, server)
    server.replies = [reply]
    with pytest.raises(Refusal, match=wanted):
        read(office)


def test_a_code_of_somebody_else_changes_no_applicant(office: Office) -> None:
    draft = answered(office, applicant=replace(PERSON, id_number="110105194912310038"))
    with pytest.raises(Refusal, match="code_other_holder"):
        codes.filled(draft, HOLDER)


def test_without_a_source_no_code_is_read(office: Office) -> None:
    with pytest.raises(Refusal, match="no_source"):
        codes.present(office, CLERK, SHOWN)


def test_of_a_face_check_the_result_alone_is_kept(office: Office) -> None:
    consent.holder_checked(office, CLERK, "c", "visit:v", FaceResult.MATCHED, " 读卡器 1 ")
    (fact,) = office.store.journal.facts("consent:c")
    assert fact.payload == HolderChecked(
        about="visit:v", result=FaceResult.MATCHED, at=office.now(), device="读卡器 1"
    )


def test_the_credential_is_kept_in_the_store_alone(office: Office) -> None:
    with pytest.raises(Refusal, match="credential_missing"):
        with_source(office, SUPERVISOR, "https://licences.example")
    with pytest.raises(Refusal, match="not_allowed"):
        with_source(office, CLERK, "https://licences.example", "密钥")
    station = with_source(office, SUPERVISOR, "https://licences.example/", " 密钥 ")
    assert station.licence_source == "https://licences.example"
    assert office.store.local.recall(CREDENTIAL) == "密钥"
    assert "密钥" not in str(station)
    assert with_source(office, SUPERVISOR, "https://other.example").licence_source
    assert not with_source(office, SUPERVISOR, "").licence_source
    assert not has_credential(office)
    assert outside(office) is None
