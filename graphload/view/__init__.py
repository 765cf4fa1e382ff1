"""Subgraph → layout → page: the graph as one HTML file that works offline.

select.py    which part is shown; asked.py: the part that a query speaks of
evidence.py  from an edge to its sentences
build.py     graph rows → the records of the page (records.py), with titles and looks (kinds.py)
layout/      where everything stands
page.py      the records in a pyvis network with our template; assets.py: script, style, font, policy
"""

from graphload.view.asked import Asked, asked_for
from graphload.view.page import render, write_page
from graphload.view.select import Subgraph, subgraph

__all__ = ["Asked", "Subgraph", "asked_for", "render", "subgraph", "write_page"]
