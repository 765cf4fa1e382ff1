"""What was said and decided, and the graph rows that follow: one SQLite file, one transaction a revision."""

from graphload.ledger.ledger import Ledger, Transaction

__all__ = ["Ledger", "Transaction"]
