from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml

from claims import Database
from claims.catalogue import catalogue
from claims.datasette import metadata
from claims.models import Base
from claims.resources import DB
from tests.datasette.conftest import Get, Served


def test_metadata_yaml_is_generated_from_the_models() -> None:
    assert (DB / "metadata.yaml").read_text("utf-8") == metadata.as_yaml()


def test_every_table_view_and_column_is_described(shipped: Database) -> None:
    told = yaml.safe_load(metadata.as_yaml())["databases"]["claims"]["tables"]
    silent = []
    for row in shipped.sql(
        "select m.name as t, c.name as c from sqlite_master as m join pragma_table_info(m.name) as c"
        " where m.type in ('table', 'view')"
    ):
        if "_search" in row["t"] or row["t"] in metadata.HIDDEN or row["t"].startswith("sqlite_"):
            continue
        if row["c"] not in told.get(row["t"], {}).get("columns", {}) or not told[row["t"]].get("description"):
            silent.append(f"{row['t']}.{row['c']}")
    assert silent == []


def test_statements_lead_with_what_is_said(shipped: Database) -> None:
    """A screen shows some six columns: what is told, in which words and by whom, not thirty columns to the right."""
    first = list(shipped.sql("select * from statements limit 1")[0])[:6]
    assert first == ["claim", "date_edtf", "summary", "quote", "publisher", "document"]


def test_every_table_has_a_label_that_it_holds() -> None:
    for table in Base.metadata.sorted_tables:
        assert metadata.LABELS[table.name] in table.columns, table.name


def test_facets_are_indexed(shipped: Database) -> None:
    for table, columns in metadata.FACETS.items():
        leading = {
            row["name"]
            for row in shipped.sql(
                "select c.name from pragma_index_list(:t) as i join pragma_index_info(i.name) as c where c.seqno = 0",
                {"t": table},
            )
        }
        assert set(columns) <= leading, table


def test_datasette_shows_descriptions_and_titles(served: Served, get: Get) -> None:
    page = get(f"/{served.name}/claims").text
    assert "One statement of one document." in page
    assert "When this database learned it, UTC." in page
    listed = get(f"/{served.name}/-/queries.json").json()["queries"]
    assert {query["title"] for query in listed} == {query.title for query in catalogue().values()}


@pytest.mark.parametrize("name", list(catalogue()))
def test_datasettes_own_page_describes_the_parameters(served: Served, get: Get, name: str) -> None:
    response = get(f"/{served.name}/{name}")
    assert response.status_code == 200
    for description in catalogue()[name].parameters.values():
        assert description.replace("'", "&#39;") in response.text


def test_the_owners_description_stays(shipped_file: Path) -> None:
    server = Served(shipped_file)
    ours = {"databases": {server.name: {"tables": {"claims": {"description": "Ours"}}}}}
    server.datasette._metadata_local = ours
    server.datasette.config["databases"] = {server.name: {"tables": {"claims": {"label_column": "key"}}}}
    assert "Ours" in server.get(f"/{server.name}/claims").text
    assert server.datasette.config["databases"][server.name]["tables"]["claims"]["label_column"] == "key"
    server.close()


WORDS = [
    "岸田",
    "東京",
    "半導体",
    "G7",
    "Ｇ７",
    "합의",
    "한미일",
    "会合",
    "Washington",
    "washington",
    "半導体 重要鉱物",
    "ガリウム",
    "安徳根",
]


@pytest.mark.parametrize("words", WORDS)
def test_search_agrees_with_like(served: Served, get: Get, shipped: Database, words: str) -> None:
    """Datasette's own ?_search= on claims finds what a plain LIKE over the same words finds."""
    found = get(f"/{served.name}/claims.json?_search={quote(words)}&_size=max&_shape=arrays&_col=id").json()["rows"]
    told = shipped.sql(
        "select c.id, c.summary || ' | ' || coalesce(c.date_text, '') || ' | '"
        " || coalesce((select group_concat(a.mention, ' | ') from arguments as a where a.claim_id = c.id), '') || ' | '"
        " || coalesce((select group_concat(substr(t.text, v.span_start + 1, v.span_end - v.span_start), ' | ')"
        " from evidence as v join documents as t on t.id = v.document_id where v.claim_id = c.id), '') as words from claims as c"
    )
    expected = {row["id"] for row in told if all(term in _fold(row["words"]) for term in _fold(words).split())}
    assert {row[0] for row in found} == expected


@pytest.mark.parametrize("words", ["岸田", "半導体", "会合", "G7", "Ｇ７", "회의"])
def test_search_on_documents_agrees_with_like(served: Served, get: Get, shipped: Database, words: str) -> None:
    found = get(f"/{served.name}/documents.json?_search={quote(words)}&_size=max&_shape=arrays&_col=id").json()["rows"]
    told = shipped.sql("select id, title || ' | ' || coalesce(text, '') as words from documents")
    assert {row[0] for row in found} == {row["id"] for row in told if _fold(words) in _fold(row["words"])}


@pytest.mark.parametrize("words", ['"', "AND", "* OR", "a:b", "(", "", "　", "claims_search:", "'", "-"])
def test_no_words_are_a_syntax_error(served: Served, get: Get, words: str) -> None:
    assert get(f"/{served.name}/claims.json?_search={quote(words)}").status_code == 200
    assert get(f"/search.json?q={quote(words)}").status_code == 200


def test_search_marks_its_hits(served: Served, get: Get) -> None:
    assert "<mark>岸田</mark>" in get(f"/{served.name}/statements?_search=%E5%B2%B8%E7%94%B0").text


def test_the_words_stay_in_the_box(served: Served, get: Get) -> None:
    assert 'name="_search" value="岸田"' in get(f"/{served.name}/claims?_search=%E5%B2%B8%E7%94%B0").text


def test_served_connections_enforce_foreign_keys(served: Served) -> None:
    database = served.datasette.get_database(served.name)
    rows = served.run(
        database.execute_write_fn(lambda connection: connection.execute("pragma foreign_keys").fetchone())
    )
    assert tuple(rows) == (1,)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
