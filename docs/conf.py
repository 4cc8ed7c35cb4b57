"""Sphinx: `sphinx-build -W docs docs/_build`."""

from importlib.metadata import version as version_of

project = "claims"
author = "the authors of claims"
version = release = version_of("claims")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns = ["_build"]


myst_heading_anchors = 3

copybutton_prompt_text = r"\$ |> "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

smartquotes = False
default_role = "code"  # docstrings have `names` in single backticks
autodoc_member_order = "bysource"
maximum_signature_line_length = 90

html_theme = "furo"
html_title = f"claims {release}"
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["docs.css"]
