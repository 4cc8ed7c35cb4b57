"""The day of a denial is none of what is denied, in each language."""

from __future__ import annotations

import pytest

from tests.extract.reader import read, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On Monday the ministry denied that Lind had met Berg.", "meet occurred not CT -"),
        ("en", "Lind denied on Monday that the plant would close in June.", "close expected not PR 2025-06"),
        ("ja", "外務省は12日、リンド氏がベルグ氏と会談したとの報道を否定した。", "meet occurred not CT -"),
        ("ko", "외무부는 12일 린드 장관이 베르그 장관을 만났다는 보도를 부인했다.", "meet occurred not CT -"),
        ("ko", "외무부는 12일 린드 장관이 지난달 28일 베르그 장관을 만났다는 보도를 부인했다.", "meet occurred not CT 2025-04-28"),
    ],
)  # fmt: skip
def test_the_day_of_a_denial(language: str, text: str, expected: str) -> None:
    (claim,) = read(text, language)
    assert (told([claim]), claim.speech_act) == ([expected], "deny")


def test_of_no_kind_the_denial_is_what_is_dated() -> None:
    (claim,) = read("The ministry denied any wrongdoing on Monday.", "en")
    assert (claim.kind, claim.speech_act, claim.date) == ("state", "deny", "2025-05-12")
