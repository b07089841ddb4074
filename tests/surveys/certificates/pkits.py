"""NIST's Public Key Interoperability Test Suite (PKITS 1.0.1), from the package cryptography-vectors.

NIST wrote the expected result into most names of the end certificates (Valid…, Invalid…). What the names do not
say, and the settings of the tests on policies (4.8, 4.10, 4.12), is typed here from the published table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from asn1crypto import crl as asn1_crl
from asn1crypto import x509
from pyhanko_certvalidator.policy_decl import PKIXValidationParams

ANY = frozenset(["any_policy"])
NIST = {number: f"2.16.840.1.101.3.2.1.48.{number}" for number in range(1, 11)}
SHA1_ONLY = {"ValidDSASignaturesTest4EE", "ValidDSAParameterInheritanceTest5EE"}
"""Signed by DSA with SHA-1, which production does not take: the two rejections that are wanted."""


@dataclass(frozen=True)
class Case:
    """One sub-test: whose certificate, with which settings, and what NIST expects."""

    name: str
    expected: bool
    policies: frozenset[str] = ANY
    explicit: bool = False
    no_mapping: bool = False
    no_any: bool = False

    @property
    def parameters(self) -> PKIXValidationParams:
        return PKIXValidationParams(
            user_initial_policy_set=self.policies,
            initial_policy_mapping_inhibit=self.no_mapping,
            initial_explicit_policy=self.explicit,
            initial_any_policy_inhibit=self.no_any,
        )


def only(*numbers: int) -> frozenset[str]:
    return frozenset(NIST[number] for number in numbers)


YES, NO = True, False
SETTINGS = [
    # 4.8.1: every setting asks for an explicit policy.
    Case("ValidCertificatePathTest1EE", YES, ANY, explicit=True),
    Case("ValidCertificatePathTest1EE", YES, only(1), explicit=True),
    Case("ValidCertificatePathTest1EE", NO, only(2), explicit=True),
    Case("ValidCertificatePathTest1EE", YES, only(1, 2), explicit=True),
    # 4.8.2
    Case("AllCertificatesNoPoliciesTest2EE", YES),
    Case("AllCertificatesNoPoliciesTest2EE", NO, explicit=True),
    # 4.8.3
    Case("DifferentPoliciesTest3EE", YES),
    Case("DifferentPoliciesTest3EE", NO, explicit=True),
    Case("DifferentPoliciesTest3EE", NO, only(1, 2), explicit=True),
    # 4.8.4 and 4.8.5
    Case("DifferentPoliciesTest4EE", NO),
    Case("DifferentPoliciesTest5EE", NO),
    # 4.8.6
    Case("OverlappingPoliciesTest6EE", YES),
    Case("OverlappingPoliciesTest6EE", YES, only(1)),
    Case("OverlappingPoliciesTest6EE", NO, only(2)),
    # 4.8.7 to 4.8.9
    Case("DifferentPoliciesTest7EE", NO),
    Case("DifferentPoliciesTest8EE", NO),
    Case("DifferentPoliciesTest9EE", NO),
    # 4.8.10 and 4.8.11
    Case("AllCertificatesSamePoliciesTest10EE", YES),
    Case("AllCertificatesSamePoliciesTest10EE", YES, only(1)),
    Case("AllCertificatesSamePoliciesTest10EE", YES, only(2)),
    Case("AllCertificatesanyPolicyTest11EE", YES),
    Case("AllCertificatesanyPolicyTest11EE", YES, only(1)),
    # 4.8.12 to 4.8.14
    Case("DifferentPoliciesTest12EE", NO),
    Case("AllCertificatesSamePoliciesTest13EE", YES, only(1)),
    Case("AllCertificatesSamePoliciesTest13EE", YES, only(2)),
    Case("AllCertificatesSamePoliciesTest13EE", YES, only(3)),
    Case("AnyPolicyTest14EE", YES, only(1)),
    Case("AnyPolicyTest14EE", NO, only(2)),
    # 4.8.15 to 4.8.20
    Case("UserNoticeQualifierTest15EE", YES),
    Case("UserNoticeQualifierTest16EE", YES),
    Case("UserNoticeQualifierTest17EE", YES),
    Case("UserNoticeQualifierTest18EE", YES, only(1)),
    Case("UserNoticeQualifierTest18EE", YES, only(2)),
    Case("UserNoticeQualifierTest19EE", YES),
    Case("CPSPointerQualifierTest20EE", YES, explicit=True),
    # 4.10
    Case("ValidPolicyMappingTest1EE", YES, only(1)),
    Case("ValidPolicyMappingTest1EE", NO, only(2)),
    Case("ValidPolicyMappingTest1EE", NO, no_mapping=True),
    Case("InvalidPolicyMappingTest2EE", NO),
    Case("InvalidPolicyMappingTest2EE", NO, no_mapping=True),
    Case("ValidPolicyMappingTest3EE", NO, only(1)),
    Case("ValidPolicyMappingTest3EE", YES, only(2)),
    Case("ValidPolicyMappingTest5EE", YES, only(1)),
    Case("ValidPolicyMappingTest5EE", NO, only(6)),
    Case("ValidPolicyMappingTest6EE", YES, only(1)),
    Case("ValidPolicyMappingTest6EE", NO, only(6)),
    Case("ValidPolicyMappingTest12EE", YES, only(1)),
    Case("ValidPolicyMappingTest12EE", YES, only(2)),
    # 4.12.3
    Case("inhibitAnyPolicyTest3EE", YES),
    Case("inhibitAnyPolicyTest3EE", NO, no_any=True),
]


class Suite:
    """The files of the suite, found by the names that stand in them."""

    def __init__(self, folder: Path):
        self.folder = folder

    @cached_property
    def cases(self) -> list[Case]:
        """By name, with the settings where the table gives some."""
        given = {case.name for case in SETTINGS} - {"ValidCertificatePathTest1EE"}
        names = sorted(path.stem for path in (self.folder / "certs").glob("*EE.crt"))
        said = [Case(name, name.startswith("Valid")) for name in names if re.match("(Inv|V)alid", name)]
        return [case for case in said if case.name not in given] + SETTINGS

    def leaf(self, case: Case) -> x509.Certificate:
        return x509.Certificate.load((self.folder / "certs" / f"{case.name}.crt").read_bytes())

    @cached_property
    def root(self) -> x509.Certificate:
        return x509.Certificate.load((self.folder / "certs" / "TrustAnchorRootCertificate.crt").read_bytes())

    @cached_property
    def _by_subject(self) -> dict[str, list[x509.Certificate]]:
        found: dict[str, list[x509.Certificate]] = {}
        for path in sorted((self.folder / "certs").glob("*.crt")):
            if path.stem.endswith("EE") or path.stem.startswith("TrustAnchor"):
                continue
            certificate = x509.Certificate.load(path.read_bytes())
            found.setdefault(certificate.subject.hashable, []).append(certificate)
        return found

    @cached_property
    def _by_issuer(self) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for path in sorted((self.folder / "crls").glob("*.crl")):
            der = path.read_bytes()
            issuer = asn1_crl.CertificateList.load(der).issuer.hashable
            found.setdefault(issuer, []).append(der)
        return found

    def around(self, leaf: x509.Certificate) -> tuple[list[x509.Certificate], list[bytes]]:
        """The authorities that may stand above the certificate, and their lists."""
        above: dict[str, None] = {}
        waiting = list(_issuers(leaf))
        while waiting:
            name = waiting.pop()
            if name not in above:
                above[name] = None
                for authority in self._by_subject.get(name, ()):
                    waiting += _issuers(authority)
        between = [certificate for name in above for certificate in self._by_subject.get(name, ())]
        return between, [der for name in above for der in self._by_issuer.get(name, ())]


def _issuers(certificate: x509.Certificate) -> Iterator[str]:
    """Who signed it, and who its distribution points name for the lists."""
    yield certificate.issuer.hashable
    for point in certificate.crl_distribution_points_value or ():
        for name in point["crl_issuer"].native and point["crl_issuer"] or ():
            if name.name == "directory_name":
                yield name.chosen.hashable
