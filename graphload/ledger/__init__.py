"""What was said and decided, and the graph rows that follow: one SQLite file, one transaction a revision."""

from graphload.ledger.ledger import REGISTRY, RULES, Ledger, Transaction

__all__ = ["REGISTRY", "RULES", "Ledger", "Transaction"]
