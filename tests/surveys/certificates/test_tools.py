"""Tools of other makes, as real processes: openssl's responder and signer, and a card's chip played by SoftHSM.

Each test skips where its tool is absent; in CI, where the tools are installed, a missing one is a failure.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from surveys.certificates import ocsp, testca
from surveys.certificates.sources import Responder
from surveys.certificates.trust import SIGNING

from .answers import appoint
from .desk import NOW, TEXT, Card, assemble, new_key

DAY, PEM = timedelta(days=1), serialization.Encoding.PEM
MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
PIN, SO_PIN = "123456", "12345678"
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")  # of SHA-256, as a card is given it


def needs(*programs: str, files: tuple[str, ...] = ()) -> None:
    missing = [name for name in programs if shutil.which(name) is None]
    if files and not any(Path(name).exists() for name in files):
        missing.append(files[0])
    if missing and os.environ.get("CI"):
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def run(*command, **options) -> bytes:
    done = subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=60, **options)
    return done.stdout


# --- the responder of openssl -------------------------------------------------------------------------


class Office:
    """An authority of the present day with a good, a revoked and a forgotten card in openssl's index."""

    def __init__(self, folder: Path):
        self.folder, self.now, self.key = folder, datetime.now(UTC).replace(microsecond=0), new_key()
        self.root = testca.Root.create(SIGNING, self.now - 100 * DAY)
        self.stranger = testca.Root.create(SIGNING, self.now - 100 * DAY)
        self.cards = [self.root.issue(self.key, self.now - DAY, self.now + DAY) for _number in range(3)]
        dates = {"begins": self.now - DAY, "ends": self.now + DAY}
        self._write("ca.pem", self.root.certificate)
        self._write("right.pem", appoint(self.root, self.key, **dates).certificate, self.key)
        self._write("resident.pem", self.cards[0], self.key)
        self._write("stranger.pem", self.stranger.certificate, self.stranger.key)
        self._write("elsewhere.pem", appoint(self.stranger, self.key, **dates).certificate, self.key)
        ends, then = (moment.strftime("%y%m%d%H%M%SZ") for moment in (self.now + DAY, self.now - DAY))
        good, revoked = (self._number(card) for card in self.cards[:2])
        (folder / "index").write_text(
            f"V\t{ends}\t\t{good}\tunknown\t/CN=a\nR\t{ends}\t{then},keyCompromise\t{revoked}\tunknown\t/CN=b\n"
        )

    def _write(self, name: str, certificate: x509.Certificate, key=None) -> None:
        private = (
            key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            if key
            else b""
        )
        (self.folder / name).write_bytes(certificate.public_bytes(PEM) + private)

    def _number(self, card: x509.Certificate) -> str:
        text = f"{card.serial_number:X}"
        return "0" * (len(text) % 2) + text

    @contextmanager
    def answering(self, signer: str, *options: str):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = ["openssl", "ocsp", "-port", str(port), "-index", "index", "-CA", "ca.pem"]
        command += ["-rsigner", signer, "-rmd", "sha256", *options]
        quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        process = subprocess.Popen(command, cwd=self.folder, **quiet)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()

    def ask(self, url: str, card: x509.Certificate, **options) -> str:
        """What a responder says; asked again while it is not up yet."""
        source = Responder(url, **options)
        for _attempt in range(100):
            try:
                return source.check(card, self.root.certificate, datetime.now(UTC)).source
            except ocsp.Refused as refused:
                if refused.code != "ocsp-down":
                    return refused.code
                time.sleep(0.05)
        return "ocsp-down"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    needs("openssl")
    return Office(tmp_path_factory.mktemp("office"))


def test_the_responder_of_openssl_is_understood(office):
    with office.answering("right.pem", "-nmin", "15") as url:
        assert [office.ask(url, card) for card in office.cards] == ["ocsp", "revoked", "ocsp-unknown"]
        assert office.ask(url, office.cards[0], sends_nonce=False) == "ocsp"


def test_an_answer_without_next_update_is_believed_while_it_is_fresh(office):
    with office.answering("right.pem") as url:
        assert office.ask(url, office.cards[0]) == "ocsp"


@pytest.mark.parametrize("signer", ["resident.pem", "stranger.pem", "elsewhere.pem"])
def test_a_responder_that_nobody_appointed_is_not_believed(office, signer):
    """`openssl ocsp` as a client prints “good” for these, and only then that it could not verify them."""
    with office.answering(signer, "-nmin", "15") as url:
        assert office.ask(url, office.cards[0]) == "ocsp-signer"


def test_a_responder_that_never_repeats_the_number_is_refused_unless_none_is_asked(office):
    with office.answering("right.pem", "-nmin", "15") as url:
        assert office.ask(url, office.cards[0]) == "ocsp"  # it is up: the client of openssl asks only once
        recorded = run(
            *["openssl", "ocsp", "-issuer", "ca.pem", "-serial", f"0x{office._number(office.cards[0])}"],
            *["-url", url, "-no_nonce", "-noverify", "-respout", "recorded.der"],
            cwd=office.folder,
        )
    assert b"good" in recorded
    der = (office.folder / "recorded.der").read_bytes()
    judged = {"certificate": office.cards[0], "issuer": office.root.certificate, "at": datetime.now(UTC)}
    assert ocsp.judge(der, **judged).source == "ocsp"
    with pytest.raises(ocsp.Refused, match="ocsp-nonce"):
        ocsp.judge(der, **judged, nonce=b"\x01" * 32)


# --- a chip that never gives its key away -------------------------------------------------------------


class Chip:
    """A token of SoftHSM, spoken to as to a card: with pkcs11-tool and with openssl's PKCS#11 engine."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.module = next(name for name in MODULES if Path(name).exists())
        (folder / "tokens").mkdir()
        (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n")
        self.environment = {
            **os.environ,
            "SOFTHSM2_CONF": str(folder / "softhsm2.conf"),
            "PKCS11_MODULE_PATH": self.module,
        }
        self._run(
            "softhsm2-util", "--init-token", "--free", "--label", "card", "--pin", PIN, "--so-pin", SO_PIN
        )
        self._tool(
            "--login", "--pin", PIN, "--keypairgen", "--key-type", "rsa:2048", "--id", "02", "--label", "sign"
        )
        self._tool("--read-object", "--type", "pubkey", "--id", "02", "-o", folder / "public.der")
        self.key = serialization.load_der_public_key((folder / "public.der").read_bytes())

    def public_key(self):
        """As far as an authority is concerned, the chip is the key."""
        return self.key

    def sign(self, data: bytes, mechanism: str) -> bytes:
        (self.folder / "in").write_bytes(data)
        self._tool(
            *["--login", "--pin", PIN, "--sign", "--mechanism", mechanism, "--id", "02"],
            *["-i", self.folder / "in", "-o", self.folder / "out"],
        )
        return (self.folder / "out").read_bytes()

    def by_engine(self, certificate: x509.Certificate, text: bytes) -> bytes:
        (self.folder / "cert.pem").write_bytes(certificate.public_bytes(PEM))
        (self.folder / "text").write_bytes(text)
        self._run(
            *["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-in", self.folder / "text"],
            *["-signer", self.folder / "cert.pem", "-engine", "pkcs11", "-keyform", "engine"],
            *["-inkey", f"pkcs11:token=card;object=sign;type=private;pin-value={PIN}"],
            *["-outform", "DER", "-out", self.folder / "signature"],
        )
        return (self.folder / "signature").read_bytes()

    def _tool(self, *options) -> None:
        self._run("pkcs11-tool", "--module", self.module, "--token-label", "card", *options)

    def _run(self, *command) -> None:
        run(*command, env=self.environment)


@pytest.fixture(scope="module")
def chip(tmp_path_factory):
    needs("softhsm2-util", "pkcs11-tool", files=MODULES)
    return Chip(tmp_path_factory.mktemp("chip"))


@pytest.fixture(scope="module")
def chip_card(chip, desk):
    return Card(desk.root.issue(chip, NOW - DAY, NOW + DAY), chip)


@pytest.mark.parametrize("mechanism", ["SHA256-RSA-PKCS", "RSA-PKCS"])
def test_a_challenge_signed_in_the_chip_is_accepted(desk, chip, chip_card, mechanism):
    """A card signs a ready-made DigestInfo (RSA-PKCS); other tokens make the digest themselves."""

    def signed_by_chip(data: bytes) -> bytes:
        if mechanism == "RSA-PKCS":
            digest = hashes.Hash(hashes.SHA256())
            digest.update(data)
            data = DIGEST_INFO + digest.finalize()
        return chip.sign(data, mechanism)

    upload = assemble(chip_card, TEXT, signer_key=signed_by_chip)
    assert desk.judge(upload)
    assert desk.judge(upload, content=TEXT + b"?").reason.code == "challenge"


def test_a_signature_of_openssl_with_the_key_in_the_chip_is_accepted(desk, chip, chip_card):
    needs(
        files=tuple(
            f"/usr/lib/{place}/engines-3/pkcs11.so" for place in ("x86_64-linux-gnu", "aarch64-linux-gnu")
        )
    )
    upload = chip.by_engine(chip_card.certificate, TEXT)
    assert desk.judge(upload)
    assert desk.judge(upload, content=TEXT + b"?").reason.code == "challenge"
    other = desk.card()
    assert (
        desk.judge(
            assemble(other, TEXT, signer_key=lambda data: chip.sign(data, "SHA256-RSA-PKCS"))
        ).reason.code
        == "signature"
    )


def test_the_command_the_page_shows_makes_a_signature_the_gate_takes(desk, tmp_path):
    needs("openssl")
    (tmp_path / "challenge.txt").write_bytes(TEXT)
    testca.sign(tmp_path / "challenge.txt", desk.good.folder, tmp_path / "challenge.txt.cms")
    assert desk.judge((tmp_path / "challenge.txt.cms").read_bytes())
