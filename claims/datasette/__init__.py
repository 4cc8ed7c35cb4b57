"""The Datasette plugin: `plugin` has its hooks, `routes` its addresses, `pages` a module for each page.

The rest is the machinery that pages share.
"""
