from __future__ import annotations

from xml.etree import ElementTree

from claims.datasette.svg import Bar, chart_svg, matrix_svg, timeline_svg


def test_a_vague_date_is_wider_than_a_day() -> None:
    bars = [
        Bar("day", "2024-06-26", "2024-06-26", "held", "/a"),
        Bar("summer", "2024-06-01", "2024-08-31", "planned", "/b"),
    ]
    drawing = ElementTree.fromstring(timeline_svg("Times & <names>", bars))
    widths = [float(rect.get("width", "0")) for rect in drawing.iter("rect")]
    assert widths[0] < widths[1] / 5
    assert [link.get("href") for link in drawing.iter("a")] == ["/a", "/b"]
    assert drawing.get("aria-label") == "Times & <names>"


def test_every_cell_of_a_matrix_is_a_link_with_its_count() -> None:
    drawing = ElementTree.fromstring(
        matrix_svg("Met", [("A", "/a"), ("B", "/b"), ("岸田", "/c")], {(0, 1): (2, "/ab"), (2, 0): (1, "/ac")})
    )
    cells = {link.get("href"): link.findtext("title") for link in drawing.iter("a") if "cell" in link.get("class", "")}
    assert cells == {"/ab": "B and A: 2 times", "/ac": "岸田 and A: once"}


def test_a_chart_draws_what_is_below_nothing_to_the_left() -> None:
    drawing = ElementTree.fromstring(chart_svg("n by x", [("up", 4), ("down", -4), ("none", 0)], "n"))
    up, down, none = (float(rect.get("x", "0")) for rect in drawing.iter("rect"))
    assert down < up == none


def test_far_dates_are_drawn() -> None:
    drawing = ElementTree.fromstring(timeline_svg("All", [Bar("all", "0001-01-01", "9999-12-31", "held", "/")]))
    assert len(list(drawing.iter("rect"))) == 1
    assert 2 < len(list(drawing.iter("line"))) < 15
