"""Words and names the project knows: countries, offices, titles, organisations, sources, people."""
