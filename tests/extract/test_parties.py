"""Who takes part: the second of two, people without a title, groups of officials, pronouns, who says and who does."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, reading, told


@pytest.mark.parametrize(
    ("language", "text", "kind", "role", "names"),
    [
        ("en", "Angela Merkel met Emmanuel Macron in Berlin.", "meet", "participant", ["Angela Merkel", "Emmanuel Macron"]),
        ("en", "Ana Lind met Jo Berg and Li Wei in Oslo, not in Lima.", "meet", "participant", ["Ana Lind", "Jo Berg", "Li Wei"]),
        ("en", "The trade ministers of Chile and Peru met in Lima.", "meet", "participant", ["Chile", "Peru"]),
        ("en", "Norwegian and Finnish officials signed a pact.", "sign", "signatory", ["Finnish", "Norwegian"]),
        ("en", "Chile's trade minister, Ana Lind, visited Oslo.", "visit", "participant", ["Ana Lind"]),
        ("en", "NordGas signed a contract with Lind Energy.", "sign", "signatory", ["Lind Energy", "NordGas"]),
        ("en", "Prime Minister Ana van der Lind visited Oslo.", "visit", "participant", ["Ana van der Lind"]),
        ("en", "Prime Minister Ana Lind, who also leads a party, met Jo Berg.", "meet", "participant", ["Ana Lind", "Jo Berg"]),
        ("en", "MOTIE said that Chile and Peru signed a pact.", "sign", "signatory", ["Chile", "Peru"]),
        ("en", "Peru signed the EU-Chile agreement on 2 May 2025.", "sign", "signatory", ["Peru"]),
        ("en", "Talks between Chile and Peru broke down.", "sign", "signatory", ["Chile", "Peru"]),
        ("en", "Chile and Peru signed a pact and agreed to build a bridge.", "cooperate", "participant", ["Chile", "Peru"]),
        ("ja", "チリとペルーの外相は12日、リマで会談した。", "meet", "participant", ["チリ", "ペルー"]),
        ("ja", "岡村外相は、ベルグ外相と会談し、漁業での協力を強化することで一致した。", "cooperate", "participant", ["ベルグ", "岡村"]),
        ("ja", "リンド外相はペルーのベルグ外相と会談し、覚書に署名した。", "sign", "signatory", ["ベルグ", "リンド"]),
        ("ja", "高松市は8日、瀬戸内プラント、讃岐設備の2社と契約を結んだ。", "sign", "signatory", ["瀬戸内プラント", "讃岐設備", "高松市"]),
        ("ko", "칠레와 페루는 12일 리마에서 회담했다.", "meet", "participant", ["칠레", "페루"]),
        ("ko", "칠레 안나 린드 총리는 12일 페루를 방문했다.", "visit", "participant", ["안나 린드"]),
        ("ko", "라흐맛 수프리얀토와 응우옌 티 란은 다낭에서 만났다.", "meet", "participant", ["라흐맛 수프리얀토", "응우옌 티 란"]),
    ],
)  # fmt: skip
def test_who_takes_part(language: str, text: str, kind: str, role: str, names: list[str]) -> None:
    (claim,) = [c for c in read(text, language) if c.kind == kind]
    assert named(claim, role) == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Ana Lind met Jo Berg in Oslo. The two ministers discussed fish.", ["Ana Lind", "Jo Berg"]),
        ("en", "Chile and Peru signed a pact. Both sides discussed fish.", ["Chile", "Peru"]),
        ("en", "Ana Lind met Jo Berg in Oslo. They discussed fish.", ["Ana Lind", "Jo Berg"]),
        ("en", "Acme Corp. opened a plant. The company discussed its debts.", ["Acme Corp."]),
        ("en", "The dockers' union SLP met in Koper. The union discussed pay.", ["SLP"]),
        (
            "en",
            "Peru and Chile signed a pact. The EU and Oman paid a million. The two sides discussed fish.",
            ["Chile", "Peru"],
        ),
        ("en", "Ana Lind met Jo Berg in Oslo. The ministers discussed fish.", ["Ana Lind", "Jo Berg"]),
        ("en", "The envoys of Peru and of Chile met in Oslo. The two ministers discussed fish.", ["Chile", "Peru"]),
        ("en", "Mayor Ana Lind signed a deal with Acme. The mayor discussed fish.", ["Ana Lind"]),
        ("ja", "リンド外相はベルグ外相と会談した。両氏は漁業について協議した。", ["ベルグ", "リンド"]),
        ("ko", "칠레와 페루는 협정에 서명했다. 양국은 어업을 논의했다.", ["칠레", "페루"]),
    ],
)
def test_those_named_before_are_meant(language: str, text: str, names: list[str]) -> None:
    (claim,) = [c for c in read(text, language) if c.kind == "discuss"]
    assert named(claim, "participant") == names


def test_she_is_the_subject_of_the_clause_around_hers() -> None:
    found = read("Jo Berg met Li Wei. Ana Lind will fly to Oslo, where she is to meet Eva Dahl.", "en")
    assert named(found[-1], "participant") == ["Ana Lind", "Eva Dahl"]


def test_unknown_ministers_keep_their_words() -> None:
    (claim,) = [c for c in read("The two ministers discussed fish.", "en") if c.kind == "discuss"]
    assert named(claim, "participant") == ["two ministers"]


def test_who_agreed_is_not_who_comes() -> None:
    found = read("双方は、ベルグ外相が来年チリを訪問することで合意した。", "ja")
    (visit,) = [c for c in found if c.kind == "visit"]
    assert (visit.phase, named(visit, "participant")) == ("agreed", ["ベルグ"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chile will meet the target this year.", []),
        ("en", "The minister said the door was open.", []),
        ("ja", "リンド大統領は「対話の窓口は開いている」と強調した。", []),
        ("en", "Farmers in Chile said that Peru signed a pact on 2 May 2025.", ["sign occurred CT 2025-05-02"]),
    ],
)
def test_nothing_is_told_that_the_text_does_not_bear_out(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


def test_a_clause_keeps_its_own_day_and_place() -> None:
    text = (
        "Ana Lind met Jo Berg in Berlin on 3 May, based on the document that Chile and Peru signed in Lima last August."
    )
    found = {c.kind: c for c in read(text, "en")}
    assert (found["meet"].date, named(found["meet"], "place")) == ("2025-05-03", ["Berlin"])
    assert (found["sign"].date, named(found["sign"], "place")) == ("2024-08", ["Lima"])


def test_a_day_without_month_is_one_to_come_where_the_text_says_so() -> None:
    (claim,) = read("The crossing will reopen on the 26th, Benegas said.", "en")
    assert (claim.phase, claim.date) == ("scheduled", "2025-05-26")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Grace Mwale met the chief executive of Copperline, Peter Haas, in Lusaka.", ["Grace Mwale", "Peter Haas"]),
        ("en", "A pact was signed by union leader Ana Lind and Health Minister Jo Berg.", ["Ana Lind", "Jo Berg"]),
        ("en", "Austria, which had opposed the plan, abstained.", ["Austria"]),
        ("en", "Delegates voted for the change, with 12 abstentions.", ["Delegates"]),
        ("en", "Congress cut NASA's budget in July.", ["Congress"]),
        ("en", "Trade minister Ahn Duk-geun visited Oslo.", ["Ahn Duk-geun"]),
        ("en", "Zeeland fined Veld Chemie over PFAS. Residents are suing the company.", ["Residents", "company"]),
        ("en", "Unions met in Oslo. Opposition lawmakers said they would vote against the budget.", ["Opposition lawmakers"]),
        ("en", "The board named Joan Whitaker as chief executive.", ["Joan Whitaker", "board"]),
        ("en", "The city hired Brightway. Brightway said it would sue the city.", ["Brightway", "city"]),
        ("en", "Santoso appointed Rina Hadi ambassador to Thailand.", ["Rina Hadi", "Santoso"]),
        ("en", "Nusantara Energi bought a 30 percent stake in Siam Gas.", ["Nusantara Energi", "Siam Gas"]),
        ("en", "The province funded a tram line.", ["province"]),
        ("en", "Chile's envoy in Lima, Ana Lind, called on Peru to sign a deal.", ["Ana Lind", "Peru"]),
        ("en", "Chile closed the border crossings with Peru.", ["Chile"]),
        ("en", "The pact was signed by Acme's chief, Ana Lind, and the bank's director, Jo Berg.", ["Ana Lind", "Jo Berg"]),
        ("en", "Ana Lind and her Danish counterpart, Jo Berg, signed a pact.", ["Ana Lind", "Jo Berg"]),
        ("en", "Two members of the board, Ana Lind and Jo Berg, voted for a cut.", ["Ana Lind", "Jo Berg"]),
        ("en", "Glenarm's largest shareholder, the pension fund Caledon, backed the deal.", ["Caledon", "deal"]),
        ("en", "It was the first time that Chile and Peru had met.", ["Chile", "Peru"]),
        ("en", "Velotron sold its sensor unit to Hsin Electronics.", ["Hsin Electronics", "Velotron", "sensor unit"]),
        ("en", "Workers walked out after talks with Acme broke down.", ["Acme", "Workers"]),
        ("en", "Peru and Chile signed a deal. Two states opened schools.", ["Two states"]),
        ("en", "Acme and Ostara merged. Acme dropped a bid for Beta Foods as the two firms failed to agree on it.", ["Acme", "Beta Foods"]),
        ("en", "The mayors of Lyon and Turin signed a letter.", ["mayors of Lyon and Turin"]),
        ("en", "Peru and Chile met in Oslo. The rebels walked out, and Ana Lind criticised them.", ["Ana Lind", "rebels"]),
        ("en", "The charity urged donors to buy vaccines.", ["charity", "donors"]),
        ("en", "Emma Watson lost a case. Her lawyer, Mihai Dobre, said she would sue Acme.", ["Acme", "Emma Watson"]),
        ("en", "Modi invited Starmer to visit India.", ["Starmer"]),
        ("en", "Botswana's vice-president, Ndaba Gaolathe, visited Oslo.", ["Ndaba Gaolathe"]),
        ("en", "Netumbo Nandi-Ndaitwah met Jo Berg. Nandi-Ndaitwah flew to Oslo, where she met Ana Lind.",
         ["Ana Lind", "Netumbo Nandi-Ndaitwah"]),
        ("en", "Teachers voted by a large majority to end a strike.", ["Teachers"]),
        ("ja", "ロサス外相はムニョス外相と会談した。ムニョス氏は条約に署名した。", ["ムニョス"]),
        ("ja", "大和建工は契約を解除した。", ["大和建工"]),
        ("ja", "ベルグ外相は「戦争に等しい」と非難した。", ["ベルグ"]),
        ("ja", "岡村外相は13日、ベルグ外相と県庁で会談した。", ["ベルグ", "岡村"]),
        ("ja", "電子部品の東亜セラミックは部品会社サイアム・サーキットを買収した。", ["サイアム・サーキット", "東亜セラミック"]),
        ("ja", "サイアム・サーキットのソムチャイ・プラパイ会長は辞任した。", ["ソムチャイ・プラパイ"]),
        ("ja", "知事は会社に経緯を説明するよう求めた。", ["会社", "知事"]),
        ("ko", "박영호 장관은 양측에 대화를 재개할 것을 촉구했다.", ["박영호", "양측"]),
        ("ko", "칠레는 페루에 20억 유로를 지원하기로 했다.", ["칠레", "페루"]),
        ("ko", "김민수 SK E&S 사장은 사임했다.", ["김민수"]),
        ("ko", "로사스 장관은 무뇨스 장관과 회담했다. 두 장관은 어업권과 마약 대책도 논의했다.", ["로사스", "무뇨스"]),
        ("ko", "안데스광업 사장은 사임하지 않았다.", ["안데스광업 사장"]),
        ("ko", "김민수 대표는 3월에 사임했고 후임으로 박지영 씨가 임명됐다.", ["박지영"]),
    ],
)  # fmt: skip
def test_nobody_else_is_made_a_party(language: str, text: str, expected: list[str]) -> None:
    claim = read(text, language)[-1]
    assert named(claim, "participant", "signatory", "agent", "holder", "partner", "affected") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Petra Solberg signed the pact. On Monday Solberg met Marta Quill.", ["Marta Quill", "Petra Solberg"]),
        ("en", "The European Rail Agency (ERA) hired staff. On Tuesday ERA met union leaders.", ["European Rail Agency", "union leaders"]),
        ("en", "Hsin Electronics bought Acme Foods. Hsin sued Beta.", ["Beta", "Hsin Electronics"]),
        ("ja", "国際鉄道機関（IRA）は12日、ベロトロン社と協定に署名した。IRAは13日、労組と会談した。", ["労組", "国際鉄道機関"]),
        ("ko", "국제철도기구(IRA)는 12일 벨로트론과 협정에 서명했다. IRA는 13일 노조와 만났다.", ["국제철도기구", "노조"]),
    ],
)  # fmt: skip
def test_a_shorter_name_is_held_as_the_full_one_that_the_text_gave(
    language: str, text: str, expected: list[str]
) -> None:
    assert named(read(text, language)[-1], "participant", "agent", "affected") == expected


def test_who_says_it_is_held_by_the_full_name() -> None:
    claim = read("Anton Velik signed the pact. Velik said Peru would open a bridge in May.", "en")[-1]
    assert claim.asserter == "Anton Velik"


@pytest.mark.parametrize("of", ["", "チリの", "リバーマークの"])
def test_two_with_foreign_names_and_titles_meet(of: str) -> None:
    text = f"{of}ペトラ・ソルベルグ運輸相と{of and 'ペルーの'}アントン・ベリク運輸相は4日、国境の町ベルグレーブで会談した。"
    (claim,) = read(text, "ja")
    assert named(claim, "participant") == ["アントン・ベリク", "ペトラ・ソルベルグ"]
    assert named(claim, "place") == ["ベルグレーブ"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru and Chile signed the document in the border town of Belgrave.", "Belgrave"),
        ("Peru and Chile signed the document in the capital, Velgrad.", "Velgrad"),
    ],
)
def test_a_place_is_named_behind_what_it_is(text: str, place: str) -> None:
    assert named(read(text, "en")[0], "place") == [place]


def test_what_introduces_a_report_is_no_part_of_it() -> None:
    (resigned,) = read("A spokesman rejected a claim by the newspaper Nord that Velik had offered to resign.", "en")
    assert [one.role for one in resigned.arguments] == ["holder"]
    (asked,) = read("Osterland denied reports that it had asked for 40 million euros.", "en")
    assert named(asked, "topic") == ["40 million euros"]


def test_to_voice_a_stance_is_to_take_it() -> None:
    (claim,) = read("農民党は批准に反対する考えを示した。", "ja")
    assert (claim.kind, claim.phase) == ("concern", "occurred")


def test_an_office_stands_before_or_behind_its_holder_and_is_one() -> None:
    text = "Chile's transport minister, Petra Solberg, and the party's leader, Marta Quill, met ministers Ana Lind and Jo Berg."
    held = {
        (named(one, "holder")[0], named(one, "office")[0])
        for one in reading(text, "en").claims
        if one.kind == "hold_office"
    }
    assert held == {("Petra Solberg", "Chile's transport minister"), ("Marta Quill", "leader")}
