"""The English sentence of a claim: number, articles, what was not done, and words of the text in quotation marks."""

from __future__ import annotations

import pytest

from tests.extract.test_rules import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Prime Minister Ana Lind is expected to visit Peru in July.", "Ana Lind is expected to visit Peru (2025-07)."),
        ("en", "Chile and Peru are expected to sign a treaty in July.", "Chile and Peru are expected to sign a treaty (2025-07)."),
        ("en", "The United States signed a pact with Chile on 2 May 2025.",
         "The United States and Chile signed a pact (2025-05-02)."),
        ("en", "The visit of President Ana Lind to Peru was cancelled on Monday.",
         "A plan for Ana Lind to visit Peru was called off (2025-05-12)."),
        ("en", "Chile and Peru failed to agree on fishing quotas.", "Chile and Peru failed to reach an agreement (2025-05-14)."),
        ("en", "Norway refused to sign the treaty on Monday.", "Norway did not sign a treaty (2025-05-12)."),
        ("en", "No joint statement was issued in Lima on 2 May 2025.", "A joint statement was not issued in Lima (2025-05-02)."),
        ("en", "Chile said that it would cut tariffs in July 2025.", "Chile is scheduled to act (“cut tariffs”) (2025-07)."),
        ("en", "The two sides agreed to step up patrols on 2 May 2025.",
         "The two sides agreed to work together (“step up patrols”) (2025-05-02)."),
        ("en", "Chile urged Peru not to sign the treaty on 2 May 2025.", "Chile urged Peru not to sign a treaty (2025-05-02)."),
        ("en", "Brazil ruled out joining OPEC.", "Brazil does not intend to join (2025-05-14)."),
        ("ja", "チリとペルーは13日、漁業協定に署名した。", "Chile and Peru signed 漁業協定 (2025-05-13)."),
        ("ja", "ベルグ外相は会合を欠席した。", "ベルグ did not take part (2025-05-14)."),
        ("ko", "한국과 칠레는 13일 어업 협정에 서명했다.", "South Korea and Chile signed 어업 협정 (2025-05-13)."),
    ],
)  # fmt: skip
def test_a_summary_reads_as_a_sentence(language: str, text: str, expected: str) -> None:
    summaries = [claim.summary for claim in read(text, language) if claim.kind != "hold_office"]
    assert summaries == [expected]


def test_a_common_noun_in_a_series_has_its_article() -> None:
    summaries = [claim.summary for claim in read("The seventh bilateral meeting was held on 2 May 2025.", "en")]
    assert "The bilateral meeting is number 7 in its series (2025-05-02)." in summaries
