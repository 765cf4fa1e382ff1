"""How fast articles are read on one core.

    python -m benchmarks.reading [ARTICLES.jsonl] [--articles 400]

Without a file, the project's corpus is read over and over. Prints articles a second, the ratio to finding sentences
and words alone in the same run, and how the cost of one article grows with its length.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from graphload.articles import read_articles
from graphload.extract import read
from graphload.language.words import sentences
from graphload.model import Article

CORPUS = Path(__file__).parents[1] / "corpus"
LENGTHS = (1, 2, 4, 8, 16)
LONGEST_LINE = 200_000


def main() -> None:
    """Reads, and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=400)
    arguments = parser.parse_args()
    found = list(read_articles([arguments.file], on_error=lambda _: None))
    articles = list(islice(cycle(found), arguments.articles))
    read(articles[0])
    length = sum(len(article.document) for article in articles) / len(articles)
    words = seconds(articles, lambda article: list(sentences(article.document)))
    whole = seconds(articles, read)
    print(f"{len(articles)} articles of {length:.0f} characters")
    print(f"{'reading':<28}{len(articles) / whole:>8.0f} articles/s of CPU time")
    print(f"{'sentences and words alone':<28}{len(articles) / words:>8.0f} articles/s, ratio {whole / words:.1f}")
    body = found[0].text
    for times in LENGTHS:
        text = "\n".join([body] * times)
        took = seconds([Article("a", "", text)], read)
        print(f"{'one article of':<16}{len(text):>10} characters {took * 1e6 / len(text):>8.1f} µs a character")
    took = seconds([Article("a", "", "क" * LONGEST_LINE)], read)
    print(f"{'one character,':<16}{LONGEST_LINE:>10} times      {took:>8.2f} s")


def seconds(articles: Sequence[Article], work: Callable[[Article], object]) -> float:
    """CPU seconds that `work` takes over the articles."""
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start


if __name__ == "__main__":
    main()
