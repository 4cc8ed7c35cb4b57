"""What nobody did is no fact, however the sentence says that there is nobody, in each language."""

from __future__ import annotations

import pytest

from tests.extract.reader import read, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "起訴された者はいない。"),
        ("ja", "条約に署名した国はない。"),
        ("ja", "条約を批准した国はまだない。"),
        ("ja", "辞任した閣僚はいなかった。"),
        ("ja", "会談に出席した大臣は一人もいなかった。"),
        ("ja", "閉鎖された工場は一つもない。"),
        ("ja", "署名した国はないことが分かった。"),
        ("ko", "조약에 서명한 나라는 없다."),
        ("ko", "사임한 장관은 한 명도 없었다."),
        ("ko", "회의에 참석한 장관은 없었다."),
        ("ko", "폐쇄된 공장은 하나도 없다."),
        ("en", "There was no minister who attended the talks."),
        ("en", "Not a single factory was closed."),
        ("en", "Not one member voted against the plan."),
        ("en", "No country has signed the treaty."),
    ],
)
def test_what_nobody_did_is_denied(language: str, text: str) -> None:
    assert [one.split()[1:4] for one in told(read(text, language))] == [["occurred", "not", "CT"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "契約を結んだ企業はおらず、入札は不調に終わった。"),
        ("ko", "계약을 맺은 기업은 없는 것으로 확인됐다."),
    ],
)
def test_of_a_contract_it_is_told_as_failed(language: str, text: str) -> None:
    assert [one.split()[:2] for one in told(read(text, language))] == [["sign", "failed"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "ストに参加した組合員はほとんどいない。"),
        ("ko", "회의에 참석한 장관은 거의 없었다."),
        ("en", "Hardly any country has signed the treaty."),
    ],
)
def test_of_hardly_any_it_is_probable(language: str, text: str) -> None:
    assert [one.split()[1:4] for one in told(read(text, language))] == [["occurred", "not", "PR"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "辞任した議員は1人しかいない。"),
        ("ja", "署名しなかった国はない。"),
        ("ko", "서명하지 않은 나라는 없다."),
        ("ko", "투표용지를 찍은 업체에 8만 유로를 지급한 위원회는 추가 비용을 낼 계획이 없다고 밝혔다."),
        ("en", "There is no country that has not signed the treaty."),
        ("en", "Not only Chile but also Peru signed the treaty."),
    ],
)
def test_what_somebody_did_stays(language: str, text: str) -> None:
    first = told(read(text, language))[0]
    assert first.split()[1:3] == ["occurred", "CT"]
