"""The validator behind the gate, with the gate's own settings, against NIST's suite of certification paths."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from surveys.certificates import path
from surveys.certificates.reasons import Refused

from .pkits import SHA1_ONLY, Suite

vectors = pytest.importorskip("cryptography_vectors", reason="needs the package cryptography-vectors")
AT = datetime(2022, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return Suite(Path(vectors.__file__).parent / "x509" / "PKITS_data")


def is_accepted(suite: Suite, case) -> bool:
    leaf = suite.leaf(case)
    between, lists = suite.around(leaf)
    try:
        path.validate(
            leaf,
            roots=[suite.root],
            between=between,
            at=AT,
            parameters=case.parameters,
            usage=set(),
            lists=lists,
        )
    except Refused:
        return False
    return True


def test_the_suite_is_whole(suite):
    assert len(suite.cases) == 247


def test_no_path_is_taken_that_nist_refuses_and_none_refused_but_those_of_sha1(suite):
    found = [(case, is_accepted(suite, case)) for case in suite.cases]
    wrong = [(case, accepted) for case, accepted in found if accepted != case.expected]
    assert [case for case, accepted in wrong if accepted] == []
    assert {case.name for case, _accepted in wrong} == SHA1_ONLY and len(wrong) == 2
