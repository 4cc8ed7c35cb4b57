"""Jinja and the static files: both live in db/, and are found there from a checkout, from a wheel and by any database."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any
from weakref import WeakKeyDictionary

from jinja2 import Environment, Template, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from claims.datasette import wording
from claims.datasette.doors import nonce
from claims.resources import DB

_SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE)
STATIC, PAGES = DB / "static", DB / "templates" / "claims"
STATIC_PATH = "/-/claims/static/"

#: (path, label) of the pages in the order of the navigation.
NAVIGATION = (
    ("/", "Home"),
    ("/search", "Claims"),
    ("/map", "Who met whom"),
    ("/timeline", "Timeline"),
    ("/ask", "Ask"),
)


@cache
def static_url(name: str) -> str:
    """The path of a static file with its hash, so that a browser keeps it until it changes."""
    return f"{STATIC_PATH}{name}?_hash={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def prepare(env: Any) -> None:
    """Put db/templates before Datasette's own templates and after the user's; add the filters that the pages use."""
    paths = env.loader.loaders[0].searchpath
    ours = str(DB / "templates")
    if ours not in paths:
        paths.insert(len(paths) - 1, ours)
    env.add_extension(Nonces)
    env.globals["claims_nonce"] = _nonce
    env.filters["spoken"] = spoken
    env.filters["web"] = web
    env.filters["day"] = wording.day
    env.filters["kind_words"] = wording.kind_words
    env.globals["claims_static"] = static_url
    env.globals["claims_navigation"] = NAVIGATION
    env.globals["claims_days"] = wording.days
    env.globals["claims_factuality"] = wording.factuality
    env.globals["claims_fact"] = wording.fact
    env.globals["claims_certainty"] = wording.QUALIFIED["certainty"]


class _AtOnce(Template):
    """A template in which nothing is waited for, so that it is written in two thirds of the time."""

    async def render_async(self, *given: Any, **named: Any) -> str:
        return self.render(*given, **named)


_AT_ONCE: WeakKeyDictionary[Environment, Environment] = WeakKeyDictionary()


def at_once(env: Environment) -> Environment:
    """An environment for our pages: Datasette's own, where somebody put a template of theirs in the place of one of ours."""
    if env not in _AT_ONCE:
        names = [f"claims/{path.name}" for path in PAGES.glob("*.html")]
        if all(env.get_template(name).filename == str(DB / "templates" / name) for name in names):
            made = _AT_ONCE[env] = env.overlay(enable_async=False)
            made.template_class = _AtOnce
            made.getattr = partial(_value, made.getattr)  # type: ignore[method-assign]
        else:
            _AT_ONCE[env] = env
    return _AT_ONCE[env]


def _value(attribute_of: Callable[[Any, str], Any], thing: Any, name: str) -> Any:
    """A column of a row, which most of what is written is; Jinja looks for an attribute first, and does not find it."""
    return thing[name] if type(thing) is dict and name in thing else attribute_of(thing, name)


class Nonces(Extension):
    """Every script that a template writes carries the word of its answer: what comes in by a value carries none, and is not run."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _SCRIPT.sub("<script{{ claims_nonce() }}", source)


@pass_context
def _nonce(context: Context) -> Markup:
    word = nonce(context.get("request"))
    return Markup(' nonce="{}"').format(word) if word else Markup("")


def web(address: str | None) -> str:
    """`address` where it is one of the web, else "": a record may carry a javascript: one."""
    return address if address and address.lower().startswith(("http://", "https://")) else ""


def spoken(text: object, language: str | None = None) -> Markup:
    """`text` with a lang attribute where it is not English: given, or told by its script."""
    if text is None:
        return Markup("")
    code = language or wording.language_of(str(text))
    return escape(text) if code == "en" else Markup(f'<span lang="{escape(code)}">{escape(text)}</span>')
