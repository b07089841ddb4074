"""A responder's answer: each refused one differs from an accepted one in a single thing."""

import http.server
import socket
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509 import ocsp as messages

from surveys.certificates import ocsp, testca
from surveys.certificates.reasons import DEFERRED
from surveys.certificates.revocation import ListSource
from surveys.certificates.sources import HeldAnswer, Responder, ResponderAndLists, Simulator
from surveys.certificates.trust import SIGNING

from . import answers
from .answers import GOOD, MINUTE, REVOKED, UNKNOWN, answer, appoint
from .desk import NOW, TEXT, new_key

DAY = timedelta(days=1)
NONCE = bytes(range(32))


class Counter:
    """The desk's card and the people who answer about it, made once."""

    def __init__(self, desk):
        self.desk, self.card, self.root = desk, desk.good, desk.root
        self.key = new_key()
        self.responder = appoint(self.root, self.key)

    @cached_property
    def stranger(self):
        """Another authority under the same name, and the responder it appointed."""
        return testca.Root.create(SIGNING, NOW - 1500 * DAY)

    def answer(self, **changes):
        return answer(self.card, self.root, changes.pop("responder", self.responder), **changes)

    def judge(self, der, nonce=None):
        return self.desk.judge(self.card.signed(), source=HeldAnswer(der, nonce))


@pytest.fixture(scope="module")
def counter(desk):
    return Counter(desk)


def code(verdict):
    return verdict.reason.code if verdict.reason else "OK"


ACCEPTED = {
    "appointed responder": lambda c: c.answer(),
    "named by its name": lambda c: c.answer(by_name=True),
    "the issuer itself": lambda c: c.answer(responder=answers.Responder(c.root.certificate, c.root.key)),
    "the issuer itself, no certificate enclosed": lambda c: c.answer(
        responder=answers.Responder(c.root.certificate, c.root.key), enclosed=[]
    ),
    "certificate named with SHA-256": lambda c: c.answer(name_hash=hashes.SHA256()),
    "no next update, but fresh": lambda c: c.answer(next_update=None),
    "of this very second": lambda c: c.answer(this_update=NOW),
    "exactly twenty minutes old": lambda c: c.answer(this_update=NOW - 20 * MINUTE),
    "a responder with a P-384 key": lambda c: c.answer(
        responder=appoint(c.root, ec.generate_private_key(ec.SECP384R1()))
    ),
    "a number nobody asked for": lambda c: c.answer(nonce=b"unasked"),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_sound_answer_is_believed(counter, case):
    verdict = counter.judge(ACCEPTED[case](counter))
    assert code(verdict) == "OK" and verdict.source == "ocsp" and verdict.known_at <= NOW


REFUSED = {
    "garbage": ("ocsp-malformed", lambda c: b"\x30\x82\x41\x7b" + bytes(298)),
    "nothing": ("ocsp-malformed", lambda c: b""),
    "cut short": ("ocsp-malformed", lambda c: c.answer()[:-1]),
    "too big": ("ocsp-malformed", lambda c: c.answer() + bytes(ocsp.MAX_BYTES)),
    "too many certificates": (
        "ocsp-malformed",
        lambda c: c.answer(enclosed=[c.responder.certificate] * (ocsp.MAX_CERTIFICATES + 1)),
    ),
    "try later": ("ocsp-status", lambda c: answers.failure(messages.OCSPResponseStatus.TRY_LATER)),
    "unauthorised": ("ocsp-status", lambda c: answers.failure(messages.OCSPResponseStatus.UNAUTHORIZED)),
    "signed by a resident": (
        "ocsp-signer",
        lambda c: c.answer(responder=answers.Responder(c.card.certificate, c.card.key)),
    ),
    "signed by a self-signed stranger": (
        "ocsp-signer",
        lambda c: c.answer(responder=answers.Responder(c.stranger.certificate, c.stranger.key)),
    ),
    "signed by a stranger under the issuer's name": (
        "ocsp-signer",
        lambda c: c.answer(
            responder=answers.Responder(c.stranger.certificate, c.stranger.key), by_name=True, enclosed=[]
        ),
    ),
    "responder of another authority": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.stranger, c.key)),
    ),
    "responder of the older root generation": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.desk.old, c.key)),
    ),
    "appointed for something else": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.root, c.key, change=answers.for_another_purpose)),
    ),
    "appointment that would need a question itself": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.root, c.key, change=answers.to_be_asked_about)),
    ),
    "appointment ended": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.root, c.key, ends=NOW - DAY)),
    ),
    "appointment not begun": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.root, c.key, begins=NOW + DAY)),
    ),
    "responder with a short key": (
        "ocsp-signer",
        lambda c: c.answer(responder=appoint(c.root, new_key(1024))),
    ),
    "signed by another key": ("ocsp-signer", lambda c: with_other_signature(c.answer())),
    "responder's certificate left out": ("ocsp-signer", lambda c: c.answer(enclosed=[])),
    "signed with SHA-1": ("ocsp-signer", lambda c: with_sha1(c.answer())),
    "about another certificate": (
        "ocsp-wrong-cert",
        lambda c: answer(c.desk.card(), c.root, c.responder),
    ),
    "about the same serial of another generation": (
        "ocsp-wrong-cert",
        lambda c: answer(c.card, c.desk.old, c.responder),
    ),
    "of the next hour": ("ocsp-future", lambda c: c.answer(this_update=NOW + 60 * MINUTE, next_update=None)),
    "a second early": ("ocsp-future", lambda c: c.answer(this_update=NOW + timedelta(seconds=1))),
    "next update passed": ("ocsp-stale", lambda c: c.answer(next_update=NOW - MINUTE)),
    "next update this very second": ("ocsp-stale", lambda c: c.answer(next_update=NOW)),
    "old, no next update": (
        "ocsp-stale",
        lambda c: c.answer(this_update=NOW - 21 * MINUTE, next_update=None),
    ),
    "old, next update far off": (
        "ocsp-stale",
        lambda c: c.answer(this_update=NOW - 21 * MINUTE, next_update=NOW + 9 * DAY),
    ),
    "unknown": ("ocsp-unknown", lambda c: c.answer(status=UNKNOWN)),
    "on hold": ("revoked", lambda c: c.answer(status=REVOKED)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_answer_that_cannot_be_believed_fails_closed(counter, case):
    expected, make = REFUSED[case]
    assert code(counter.judge(make(counter))) == expected
    assert expected == "revoked" or expected in DEFERRED


def with_other_signature(der):
    signature = messages.load_der_ocsp_response(der).signature
    return der.replace(signature, signature[:-1] + bytes([signature[-1] ^ 1]))


def with_sha1(der):
    """The library refuses to sign with SHA-1; naming it is enough, for the name is looked at first."""
    sha256, sha1 = (bytes.fromhex("06092a864886f70d0101") + last for last in (b"\x0b", b"\x05"))
    place = der.index(sha256)  # the first is the answer's own, before those of enclosed certificates
    return der[:place] + sha1 + der[place + len(sha1) :]


def test_the_number_of_the_question_must_come_back(counter):
    assert code(counter.judge(counter.answer(nonce=NONCE), nonce=NONCE)) == "OK"
    assert code(counter.judge(counter.answer(nonce=NONCE[::-1]), nonce=NONCE)) == "ocsp-nonce"
    assert code(counter.judge(counter.answer(), nonce=NONCE)) == "ocsp-nonce"


def test_the_order_of_checks_names_the_first_fault(counter):
    """Stale and about another certificate and unknown: each check shadows the later ones."""
    other = counter.desk.card()
    der = answer(other, counter.root, counter.responder, next_update=NOW - MINUTE, status=UNKNOWN)
    assert code(counter.judge(der)) == "ocsp-wrong-cert"
    stale = counter.answer(next_update=NOW - MINUTE, status=REVOKED)
    assert code(counter.judge(stale)) == "ocsp-stale"
    stranger = with_other_signature(counter.answer(status=REVOKED))
    assert code(counter.judge(stranger, nonce=NONCE)) == "ocsp-signer"


def test_a_list_that_names_the_certificate_refuses_it_whatever_the_responder_says(counter):
    desk, root = counter.desk, counter.root
    marked = testca.Root(root.kind, root.key, root.certificate, {counter.card.certificate.serial_number: NOW})
    for lists, expected in (
        ([marked.list(NOW - MINUTE)], "revoked"),
        ([root.list(NOW - MINUTE)], "OK"),
        ([], "OK"),
        ([b"broken"], "OK"),
    ):
        held = ListSource(lambda key_id, scope, lists=lists: lists)
        source = ResponderAndLists(HeldAnswer(counter.answer()), held)
        assert code(desk.judge(counter.card.signed(), source=source)) == expected


def test_the_simulator_speaks_for_test_authorities_only(desk):
    good = desk.good.signed()
    assert code(desk.judge(good, source=Simulator())) == "OK"
    revoked = Simulator(frozenset([desk.good.certificate.serial_number]))
    assert code(desk.judge(good, source=revoked)) == "revoked"
    with pytest.raises(Exception, match="ocsp-down"):
        Simulator().check(desk.good.certificate, desk.good.certificate, NOW)


# --- over the wire --------------------------------------------------------------------------------------


@contextmanager
def serving(reply, method="POST"):
    """A small responder on a free port; `reply` gets the question and gives status and body."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            status, body = reply(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    setattr(Handler, f"do_{method}", Handler.answer)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/ocsp"
    finally:
        server.shutdown()
        server.server_close()


def number_in(question):
    return messages.load_der_ocsp_request(question).extensions[0].value.nonce


def test_each_question_has_a_number_of_its_own_and_a_recorded_answer_is_refused(counter):
    asked = []

    def reply(question):
        asked.append(number_in(question))
        return 200, counter.answer(nonce=asked[0])

    with serving(reply) as url:
        first, second = (counter.desk.judge(counter.card.signed(), source=Responder(url)) for _ in "12")
    assert (code(first), code(second)) == ("OK", "ocsp-nonce")
    assert len(set(asked)) == 2 and all(len(number) == 32 for number in asked)


@pytest.mark.parametrize(
    "reply, expected",
    [
        ((500, b""), "ocsp-down"),
        ((302, b""), "ocsp-down"),
        ((200, b""), "ocsp-malformed"),
        ((200, bytes(ocsp.MAX_BYTES + 2)), "ocsp-malformed"),
    ],
)
def test_a_failing_responder_fails_closed(counter, reply, expected):
    with serving(lambda question: reply) as url:
        assert code(counter.desk.judge(counter.card.signed(), source=Responder(url))) == expected


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "file:///etc/passwd", "http://", "http://x:y/", ""])
def test_no_responder_fails_closed(counter, url):
    assert code(counter.desk.judge(counter.card.signed(), source=Responder(url))) == "ocsp-down"


def test_a_responder_that_drips_is_given_up(counter):
    with socket.create_server(("127.0.0.1", 0)) as server:
        source = Responder(f"http://127.0.0.1:{server.getsockname()[1]}/", timeout=0.4)
        begun = time.monotonic()
        assert code(counter.desk.judge(counter.card.signed(), source=source)) == "ocsp-down"
        assert time.monotonic() - begun < 3


def test_an_answer_of_the_wrong_words_is_never_enough(counter):
    """A good answer does not make other words signed."""
    verdict = counter.desk.judge(
        counter.card.signed(), content=TEXT + b"?", source=HeldAnswer(counter.answer(status=GOOD))
    )
    assert code(verdict) == "challenge"
