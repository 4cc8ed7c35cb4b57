"""What a server says that its addresses take and give, and whether an answer is so."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from claims.datasette.routes import DESCRIPTION
from tests.datasette.conftest import Served


class Described:
    """The description of a server."""

    def __init__(self, server: Served) -> None:
        self.document: dict[str, Any] = server.get(DESCRIPTION).json()
        self._validators: dict[tuple[str, str, str], Draft202012Validator] = {}

    @property
    def paths(self) -> dict[str, dict[str, Any]]:
        return dict(self.document["paths"])

    def parameters(self, path: str, method: str = "get") -> dict[str, dict[str, Any]]:
        """Name -> parameter."""
        return {one["name"]: one for one in self.paths[path][method]["parameters"]}

    def differences(self, path: str, answer: Any, method: str = "get") -> list[str]:
        """What of an answer is not as described: its status, its media type, its JSON. [] where all is."""
        responses = self.paths[path][method]["responses"]
        status = str(answer.status_code)
        if status not in responses:
            return [f"{path}: {status} is not told of"]
        response = responses[status]
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].rpartition("/")[2]]
        if "content" not in response:
            return [f"{path}: {name} is missing" for name in response["headers"] if name not in answer.headers]
        media = answer.headers["content-type"].partition(";")[0]
        if media not in response["content"]:
            return [f"{path}: {status} is {media}"]
        if "schema" not in response["content"][media]:
            return []
        key = (path, method, status)
        if key not in self._validators:
            whole = {"allOf": [response["content"][media]["schema"]], "components": self.document["components"]}
            Draft202012Validator.check_schema(whole)
            self._validators[key] = Draft202012Validator(whole)
        return [
            f"{path}: {one.json_path}: {one.message[:300]}" for one in self._validators[key].iter_errors(answer.json())
        ]
