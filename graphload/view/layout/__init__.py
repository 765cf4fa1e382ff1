"""Where everything stands: positions made once, in Python, the same for the same graph.

blocks.py       the whole: components, communities inside them, the blocks set side by side
communities.py  Louvain with a cap on size: what belongs together
stress.py       one block: distances on the page follow distances in the graph
spread.py       nothing covers anything: boxes pushed apart, components packed
"""

from graphload.view.layout.blocks import Layout, Spot, arrange

__all__ = ["Layout", "Spot", "arrange"]
