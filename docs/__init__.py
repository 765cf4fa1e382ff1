"""The handbook, and what keeps it true to the code: `python -m docs.generate`."""
