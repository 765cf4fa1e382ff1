"""Language: words, sentences, dates, names and the closed classes of Hindi."""
