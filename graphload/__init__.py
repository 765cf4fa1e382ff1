"""graphload: Hindi news about diplomacy, read into a knowledge graph that shows its evidence."""

__version__ = "0.1.0"
