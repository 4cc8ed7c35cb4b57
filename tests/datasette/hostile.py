"""Statements and requests of strangers who mean harm, each asked of a server in this process: what it answers, in what time
and with how much memory. `python -m tests.datasette.hostile FOLDER/claims.db` prints them, as a table with --table.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from claims.serve import datasette

_A = "replace(hex(zeroblob(500000)), '0', 'aa')"  # two million letters
_N = "with recursive n (i) as (select 1 union all select i + 1 from n {}) "


def _doubling(body: str, levels: int = 24, name: str = "c{}") -> str:
    """Each name stands for two of the one before it."""
    names = ", ".join(f"{name.format(i)} as ({body.format(before=f'c{i - 1}')})" for i in range(1, levels))
    return f"with c0 as (select 1 as x), {names} select count(*) from c{levels - 1}"


STATEMENTS = {
    "printf, filled up": "select printf('%.*c', 900000000, 'x')",
    "printf, precise": "select printf('%.300000000f', 1.0)",
    "format, many fillings": "select format('" + "%999999d" * 50 + "')",
    "hex of chance": "select hex(randomblob(400000000))",
    "zeroblob": "select zeroblob(999999999)",
    "instr": f"select instr({_A}, {_A} || 'b')",
    "replace, all with all": f"select length(replace({_A}, substr({_A}, 1000000) || 'b', 'c'))",
    "replace, growing": f"select length(replace({_A}, 'a', {_A}))",
    "like, many signs": f"select {_A} like '%_a%a_a%a%a_a%a%a%a%a%b%c'",
    "like, long": f"select {_A} like '%' || substr({_A}, 1, 190) || 'b'",
    "glob": f"select {_A} glob '*[a-z]*[a-z]*[a-z]*[a-z]*0*c'",
    "trim": f"select length(trim({_A}, {_A}))",
    "json, patched": "select length(json_patch("
    + ", ".join(
        [f"({_N.format('where i < 60000')} select json_group_object('{letter}' || i, 1) from n)" for letter in "ab"]
    )
    + "))",
    "json, long": f"select json_array_length('[' || replace({_A}, 'aa', '1,') || '1]')",
    "json, deep": "select json_valid(replace(hex(zeroblob(500000)), '0', '['))",
    "json, each": f"select count(*) from json_each('[' || replace({_A}, 'aa', '1,') || '1]')",
    "names that double, joined": _doubling("select 1 as x from {before} a, {before} b"),
    "names that double, united": _doubling("select x from {before} union all select x from {before}"),
    "names that double, scalar": _doubling("select (select x from {before}) + (select x from {before}) as x"),
    "names that double, quoted": _doubling("select x from '{before}' union all select x from '{before}'", name="'c{}'"),
    "names that double, in brackets": _doubling(
        "select x from [{before}] union all select x from {before}", name="[c{}]"
    ),
    "names that double, within": "select * from ("
    + _doubling("select x from {before} union all select x from {before}")
    + ")",
    "views of views": "select count(*) from " + ", ".join(f"disagreements d{i}" for i in range(60)),
    "without end": _N.format("") + "select count(*) from n",
    "all with all": _N.format("where i < 10000") + "select count(*) from n a, n b, n c",
    "sorted without end": _N.format("") + "select i, randomblob(1000) as r from n order by r",
    "joined to one text": _N.format("") + f"select group_concat({_A}) from n",
    "many long rows": _N.format("where i < 2000") + f"select {_A} from n",
    "many different rows": _N.format("") + "select distinct hex(randomblob(10000)) from n",
    "wide rows": _N.format("where i < 2000") + "select " + ", ".join(["hex(randomblob(5000))"] * 100) + " from n",
    "brackets": "select " + "(" * 3000 + "1" + ")" * 3000,
    "calls in calls": "select " + "abs(" * 900 + "1" + ")" * 900,
    "many terms": "select 1 where " + " or ".join(["1 = 2"] * 3000),
    "many unions": " union ".join(["select 1"] * 2000),
    "many tables": "select 1 from " + ", ".join(f"claims a{i}" for i in range(64)),
    "many columns": "select " + ", ".join(["1"] * 3000),
    "search, long phrase": f"select count(*) from claims_search where claims_search match '\"' || replace({_A}, 'aa', 'a ') || '\"'",
    "search, many NEAR": "select count(*) from claims_search where claims_search match 'NEAR(" + "a " * 500 + ")'",
    "search, by call": f"select count(*) from claims_search({_A})",
    "search, by equality": f"select count(*) from claims_search s where s.claims_search = {_A}",
    "search, by join": f"select count(*) from claims_search natural join (select {_A} as claims_search)",
    "search, many words": "select count(*) from claims_search where claims_search match '"
    + " OR ".join(["a*"] * 390)
    + "'",
    "search, syntax": "select count(*) from claims_search where claims_search match '" + "(" * 900 + "'",
    "every page of the file": "select sum(pgsize) from dbstat, dbstat b, dbstat c",
    "checks of the file": "select * from pragma_integrity_check",
    "checks, quoted": 'select * from "pragma_quick_check"',
    "where the file lies": "select file from pragma_database_list",
    "where in memory": "select hex(fts3_tokenizer('simple'))",
    "a copy of all": "vacuum into '/tmp/elsewhere.db'",
    "others' statements": "select sql from sqlite_stmt",
    "files": "attach database '/tmp/elsewhere.db' as elsewhere",
    "code": "select load_extension('/tmp/x.so')",
    "writing": "delete from claims",
    "name_key of much": f"select name_key({_A}), search_words({_A}), search_query({_A})",
}
#: SQL in an address: `{}` takes the statement.
DOORS = (
    "/claims/-/query.json?{}",
    "/claims/-/query?{}",
    "/claims/-/query.csv?{}",
    "/ask?{}",
    "/ask.json?{}",
    "/ask.csv?{}",
)
_LONG = "a" * 30_000
REQUESTS = {
    "where, without end": "/claims/claims.json?"
    + urlencode({"_where": "1 < (" + _N.format("") + "select count(*) from n)"}),
    "where, doubling": "/claims/claims.json?"
    + urlencode({"_where": f"1 < ({STATEMENTS['names that double, joined']})"}),
    "where, file": "/claims/claims.json?" + urlencode({"_where": "1 in (select 1 from pragma_integrity_check)"}),
    "parameter, long": "/claims/-/query.json?" + urlencode({"sql": "select :x glob '*' || :x || :x", "x": _LONG}),
    "parameter, searched": "/claims/-/query.json?"
    + urlencode({"sql": "select 1 from claims_search where claims_search match :x", "x": "a " * 10_000}),
    "words, many": "/search?" + urlencode({"q": "a b c d e " * 2000}),
    "words, one long": "/search?" + urlencode({"q": "岸" * 3000}),
    "words, syntax": "/search?" + urlencode({"q": '"' * 500 + "(" * 500 + "NEAR/* OR AND NOT -:^" * 100}),
    "words, of a table": "/claims/claims.json?" + urlencode({"_search": "岸田 " * 1000}),
    "words, raw": "/claims/claims.json?" + urlencode({"_search": "NEAR(" + "a " * 5000, "_searchmode": "raw"}),
    "name, long": "/named?" + urlencode({"name": "x" * 30_000}),
    "person, long": "/ask/who_met_whom?" + urlencode({"person": "é" * 5_000}),
    "date, long": "/search?" + urlencode({"since": "1" * 30_000}),
    "date, far": "/ask/planned.json?" + urlencode({"since": "y99999999999999999999"}),
    "page, far": "/search?page=99999",
    "address, long": "/claim/" + "a" * 60_000,
    "facets, many": "/claims/claims.json?" + "&".join(f"_facet=c{i}" for i in range(500)),
    "parameters, many": "/claims/claims.json?" + "&".join(f"kind__contains={i}" for i in range(3000)),
    "filters, regular expressions": "/claims/claims.json?" + urlencode({"summary__glob": "*[a-z]*" * 900}),
    "filters, like": "/claims/claims.json?" + urlencode({"summary__like": "%a" * 5000}),
    "parameters, named": "/ask?" + urlencode({"sql": "select " + ", ".join(f":p{i}" for i in range(1500))}),
    "file, long": "/-/claims/static/" + "a" * 5000,
    "file, elsewhere": "/-/claims/static/%2e%2e/%2e%2e/claims/serve.py",
    "file, NUL": "/-/claims/static/a%00.css",
    "key, odd": "/claim/%ED%A0%80%00%0d%0a",
    "rows, all": "/claims/statements.json?_size=max",
    "next, odd": "/claims/claims.json?_next=" + "9" * 1000,
}


def main(arguments: list[str]) -> None:
    if Path(arguments[0]).stem != "claims":
        sys.exit("the addresses are of a database called claims: give a file claims.db")
    found = asyncio.run(_asked(Path(arguments[0]), every="--every" in arguments))
    for one in found:
        if "--table" in arguments:
            print(
                f"| {one['name']} | {one['door']} | {one['status']} | {one['seconds']:.2f} | {one['megabytes']:.0f} |"
            )
        else:
            print(json.dumps(one))


async def _asked(path: Path, *, every: bool) -> list[dict[str, Any]]:
    server = datasette(path)
    await server.invoke_startup()
    for warm in ("/", "/claims/claims.json", "/ask?sql=select+1", "/claims/-/query?sql=select+1", "/search?q=a"):
        await server.client.get(warm)
    doors = DOORS if every else DOORS[:1]
    asked = [
        (name, door.partition("?")[0], door.format(urlencode({"sql": sql})))
        for name, sql in STATEMENTS.items()
        for door in doors
    ]
    asked += [(name, "", address) for name, address in REQUESTS.items()]
    found = []
    for name, door, address in asked:
        before = _memory("VmRSS", reset=True)
        started, worked = time.perf_counter(), time.process_time()
        response = await server.client.get(address)
        took = time.perf_counter() - started
        told = {
            "name": name,
            "door": door or address.partition("?")[0][:40],
            "status": response.status_code,
            "seconds": took,
            "worked": time.process_time() - worked,
        }
        found.append({**told, "megabytes": (_memory("VmHWM") - before) / 1024, "answer": response.text[:300]})
    await server.invoke_shutdown()
    await asyncio.get_running_loop().shutdown_default_executor()
    return found


def _memory(which: str, *, reset: bool = False) -> int:
    """Kilobytes of this process, now or at most since the last reset (Linux)."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith(which))
    return int(line.split()[1])


if __name__ == "__main__":
    main(sys.argv[1:])
