"""What each request passes and each answer carries: hosts, other sites, sizes, slow senders, headers."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from claims.datasette import doors
from claims.tokens import add_token
from tests.datasette.conftest import Get, Served

PAGES = ["/", "/search", "/claim/meti-jucip4-en-01-a", "/ask?sql=select+1", "/new.atom", "/planned.ics", "/nothing"]
DATASETTES = ["/claims", "/claims/claims", "/claims/statements", "/claims/-/query?sql=select+1", "/-/plugins"]
FORMS = ["/-/claims/load", "/claims/-/queries/store", "/claims/claims/-/insert", "/-/create-token", "/-/logout", "/ask"]


@pytest.mark.parametrize("path", [*PAGES, *DATASETTES, "/claims/claims.json", "/claims/claims.csv", "/-/claims/load"])
def test_every_answer_tells_browsers_to_keep_others_out(get: Get, path: str) -> None:
    headers = get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe-inline" not in scripts
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_our_pages_hold_no_script_or_style_of_their_own(get: Get, path: str) -> None:
    answer = get(path)
    assert "nonce" not in answer.headers["content-security-policy"] or path == "/nothing"
    assert "'unsafe-inline'" not in answer.headers["content-security-policy"] or path == "/nothing"


def _nonce(policy: str) -> str:
    return policy.partition("'nonce-")[2].partition("'")[0]


@pytest.mark.parametrize("path", DATASETTES)
def test_scripts_of_datasettes_pages_carry_the_word_of_this_answer(get: Get, path: str) -> None:
    one, other = get(path), get(path)
    word, another = (_nonce(answer.headers["content-security-policy"]) for answer in (one, other))
    assert word
    assert word != another
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", one.text)
    assert inline
    assert all(f'nonce="{word}"' in attributes for attributes in inline)


def test_a_script_in_a_value_carries_no_word(get: Get) -> None:
    answer = get("/claims/-/query?sql=select+'<script>alert(1)</script>'+as+x")
    assert "<script>alert(1)</script>" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil", "", "evil.example:8001", "[::2]:80"]
)
def test_a_name_that_is_not_ours_is_not_answered(served: Served, host: str) -> None:
    answer = served.get("/claims/claims.json", headers={"host": host})
    assert answer.status_code == 421
    assert "rows" not in answer.text


@pytest.mark.parametrize(
    "host",
    ["[::1", "::1", "[::1]x", "localhost:abc", "localhost:65536", "localhost:-1", "localhost:80:80", "user@localhost",
     "localhost/..", "local host", "localhost,localhost", "\xe9.example", "%00"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/claims/claims.json", "/new.atom"])
def test_what_is_no_name_is_refused(served: Served, host: str, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    answer = served.get(path, headers={"host": host.encode("latin-1")})
    assert answer.status_code == 400
    assert "Host" in answer.json()["errors"][0]
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8001", "[::1]:8001", "LOCALHOST:9", "localhost:"])
def test_names_of_this_machine_are_answered(served: Served, host: str) -> None:
    assert served.get("/claims/claims.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/ask?sql=select+1", "/claims/-/query.json?sql=select+1", "/claims/claims.json?_where=1", "/"]
)
@pytest.mark.parametrize("dest", ["image", "script", "iframe", "empty", "object", "style"])
def test_another_site_asks_nothing_in_the_background(served: Served, path: str, dest: str) -> None:
    mode = "navigate" if dest in ("iframe", "object") else "no-cors"
    told = {"sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest}
    assert served.get(path, headers=told).status_code == 403
    assert served.get(path, headers={**told, "sec-fetch-site": "same-site"}).status_code == 403
    assert served.get(path, headers={**told, "sec-fetch-site": "same-origin"}).status_code == 200


def test_a_link_of_another_site_may_be_followed(served: Served) -> None:
    told = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert served.get("/ask?sql=select+1", headers=told).status_code == 200


@pytest.mark.parametrize(
    "path",
    FORMS,
)
@pytest.mark.parametrize("told", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
def test_no_form_of_another_site_is_taken(served: Served, path: str, told: dict[str, str]) -> None:
    assert served.post(path, headers=told, content=b"x=1").status_code in (403, 404, 405)


def test_sizes_of_an_address(get: Get) -> None:
    assert get("/search?q=" + "a" * 40_000).status_code == 414
    assert get("/claims/claims.json?" + "&".join("_facet=kind" for _ in range(9))).status_code == 400
    assert get("/claims/claims.json?" + "&".join("%5ff%61cet=kind" for _ in range(9))).status_code == 400
    assert get("/claims/claims.json?" + "&".join(f"a{i}=1" for i in range(300))).status_code == 400
    assert get("/claims/claims.json?" + "&".join("_facet=kind" for _ in range(3))).status_code == 200


def _sent(parts: list[dict[str, Any]], delay: float) -> list[dict[str, Any]]:
    """What a server answers whose client sends these parts of a body, each after a delay."""
    answers: list[dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(delay)
        return parts.pop(0)

    async def send(message: dict[str, Any]) -> None:
        answers.append(message)

    scope = {"type": "http", "path": "/", "headers": [(b"host", b"localhost")], "query_string": b"", "method": "POST"}

    async def is_question(path: str) -> bool:
        return False

    asyncio.run(doors.wrap(app, lambda path: True, (), 1.0, is_question=is_question)(scope, receive, send))
    return answers


def test_who_leaves_before_the_end_of_a_body_costs_no_traceback(
    served_copy: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nor who sends it too slowly."""
    headers = {
        "authorization": f"Bearer {add_token(served_copy.datasette.get_database('claims').path, 'a', ['load'], 1)}"
    }
    answers: list[dict[str, Any]] = []

    def asked(parts: list[dict[str, Any]], delay: float = 0) -> int:
        async def receive() -> dict[str, Any]:
            await asyncio.sleep(delay)
            return parts.pop(0)

        async def send(message: dict[str, Any]) -> None:
            answers.append(message)

        scope = {"type": "http", "method": "POST", "path": "/-/claims/load", "raw_path": b"/-/claims/load", "query_string": b"",
                 "headers": [(b"host", b"localhost"), (b"authorization", headers["authorization"].encode())]}  # fmt: skip
        answers.clear()
        served_copy.run(served_copy.datasette.app()(scope, receive, send))
        return int(answers[0]["status"])

    served_copy.get("/")
    part = {"type": "http.request", "body": b"{", "more_body": True}
    assert asked([part, {"type": "http.disconnect"}]) == 408
    assert asked([part, {**part, "more_body": False}]) == 200
    monkeypatch.setattr(doors, "PATIENCE", 0.05)
    assert asked([part] * 3, 0.2) == 408
    assert "Traceback" not in capfd.readouterr().err


def test_what_is_refused_prints_no_traceback(get: Get, capfd: pytest.CaptureFixture[str]) -> None:
    """A stranger who asks wrongly all day does not fill the disk with logs."""
    for path, status in (
        ("/claims/claims/-/autocomplete?q=" + "%25a" * 4000, 400),
        ("/claims/claims.json?summary__glob=" + "*[a-z]*" * 900, 400),
        ("/-/claims/static/" + "a" * 5000, 404),
        ("/claims/-/query.json?sql=select+1+from+nowhere", 400),
        ("/ask.json?sql=selec", 400),
    ):
        assert get(path).status_code == status, path
    assert "Traceback" not in "".join(capfd.readouterr())


def test_questions_are_not_sent_by_post(served: Served) -> None:
    for body in (b"sql=" + b"(" * 200_000, b"[" * 100_000):
        answer = served.post("/claims/-/query", content=body)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", ["agreed", "who_met_whom", "agreed.json", "%61greed", "agreed?party=METI"])
def test_a_question_that_ships_is_not_sent_by_post_to_the_connection_that_writes(
    served: Served, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for body in (b"", b"party=METI", b"\xff", b"{}"):
        answer = served.post(f"/claims/{path}", content=body)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "".join(capfd.readouterr()) == ""


def test_a_query_of_ones_own_that_writes_is_sent_by_post(served_copy: Served) -> None:
    served_copy.get("/")
    served_copy.run(
        served_copy.datasette.add_query("claims", "mine", "delete from claims where 0", is_write=True, is_trusted=True)
    )
    served_copy.run(served_copy.datasette.add_query("claims", "read", "select 1"))
    assert served_copy.post("/claims/read").status_code == 405
    assert served_copy.post("/claims/mine").status_code == 302


def test_a_long_body_is_taken_where_records_are_and_nowhere_else(served: Served) -> None:
    """However it comes, and whoever reads it."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    long = b"message=" + b"a" * doors.LONGEST_FORM

    async def parts() -> Any:
        for start in range(0, len(long), 65536):
            yield long[start : start + 65536]

    for path in ("/-/messages", "/claims/claims/-/insert", "/", "/nothing"):
        assert served.post(path, content=long, headers=form).status_code == 413
    assert served.post("/-/messages", content=parts(), headers=form).status_code == 413
    assert served.post("/-/claims/load", content=long).status_code == 403  # nobody's, and not read
    assert served.get("/-/claims/load", headers={"content-length": "99999999"}).status_code == 413


def test_what_is_told_to_a_language_model_keeps_no_place(served: Served) -> None:
    answer = served.get("/-/mcp", headers={"accept": "text/event-stream"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [{"type": "http.request", "body": b"x", "more_body": True} for _ in range(100)]
    monkeypatch.setattr(doors, "PATIENCE", 0.01)
    assert _sent(parts.copy(), 0.1)[0]["status"] == 408
    monkeypatch.setattr(doors, "PATIENCE", 10.0)
    monkeypatch.setattr(doors, "LONGEST_UPLOAD", 0.1)
    assert _sent(parts.copy(), 0.02)[0]["status"] == 408
    assert _sent([{"type": "http.request", "body": b"x", "more_body": False}], 0.0)[0]["status"] == 200


@pytest.mark.parametrize(
    "path",
    [
        *PAGES,
        *DATASETTES,
        *(f"/-/{name}.json" for name in ("databases", "plugins", "versions", "settings", "config", "threads", "actor")),
        "/.json",
        "/claims.json",
        "/claims/claims.json?_extra=debug,request,query",
        "/claims/-/query.json?sql=select+*+from+pragma_database_list",
        "/ask.json?sql=select+*+from+pragma_database_list",
        "/claims/-/query.json?sql=select+1+from+nowhere",
    ],
)
def test_no_answer_tells_where_on_the_machine_the_file_lies(served: Served, path: str) -> None:
    folder = Path(served.datasette.get_database("claims").path).parent
    answer = served.get(path)
    assert answer.status_code < 500
    assert str(folder) not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/claims/claims.xyz", "/claims/claims.jsono", "/claims/who_met_whom.xyz", "/claims/-/query.xyz?sql=select+1",
     "/claims/claims/1.xyz", "/ask/agreed.xyz", "/search.xyz", "/claims.xyz", "/claims/claims.json.json"],
)  # fmt: skip
def test_an_ending_that_nothing_has_is_not_there(get: Get, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert get(path).status_code == 404
    assert "Traceback" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    "path",
    ["/claims/-/query.json?sql=select+" + "x" * 9000, "/ask?sql=select+" + "x" * 9000,
     "/claims/claims.json?id__in=" + ",".join(["1"] * 3000), "/claims/claims.json?_where=" + "x" * 9000],
)  # fmt: skip
def test_what_strangers_ask_wrongly_fills_no_log(get: Get, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert get(path).status_code == 400
    assert len("".join(capfd.readouterr())) < 200
