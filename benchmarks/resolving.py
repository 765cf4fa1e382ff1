"""From claims to graph rows, at growing sizes: seconds and memory, and what one article more or less costs.

    python -m benchmarks.resolving [1000 10000 100000]

Articles are generated: people, pairs and sources are drawn by Zipf's law, dates over seven years, spellings and
offices vary as in news, one article in ten is a copy of another. Nothing of it depends on the machine.

The articles say more than news does: three people and four claims each, where all of a day's news has one or two, and
signings by one of fifteen countries in three of ten. So what grows with how often two are told of together shows early.
All but the columns of CPU is wall time, which on a busy machine tells of the others.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

from graphload.build import build
from graphload.ledger import Ledger
from graphload.lexicon.people import registry
from graphload.model import Article, Claim, Entity, Evidence, Mention, Reading, digest
from graphload.resolve.bearers import Bearers
from graphload.resolve.witnesses import bands

SIZES = (1_000, 10_000)
BATCH = 5_000
PROBES = 15
_SYLLABLES = [
    "का",
    "मि",
    "रा",
    "नी",
    "सो",
    "वे",
    "ला",
    "दि",
    "पु",
    "जो",
    "शे",
    "गा",
    "बी",
    "तो",
    "ने",
    "मा",
    "हु",
    "रि",
    "ये",
    "कौ",
]
_WORDS = [f"{a}{b}" for a in _SYLLABLES for b in _SYLLABLES]
_OFFICES = ["foreign minister", "president", "prime minister", "defence minister", "spokesperson", None, None]
_COUNTRIES = ["IND", "RUS", "CHN", "USA", "PAK", "PRK", "KOR", "JPN", "FRA", "GBR", "DEU", "UKR", "NPL", "LKA", "IRN"]


def main() -> None:
    """Prints one line a size."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.resolving", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=_size, default=SIZES, metavar="ARTICLES", help=f"{PROBES} or more")
    sizes = parser.parse_args().sizes
    print(
        f"{'articles':>9} {'claims':>8} {'rows':>9} {'seconds':>8} {'CPU':>7} {'ms/article':>10} {'peak MB':>8}", end=""
    )
    print(f" {'+1 ms':>7} {'-1 ms':>7} {'worst':>7}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder)) as ledger:
            _measure(ledger, size)


def _size(text: str) -> int:
    size = int(text)
    if size < PROBES:
        raise argparse.ArgumentTypeError(f"{size} is fewer than the {PROBES} articles that are taken back")
    return size


def _measure(ledger: Ledger, size: int) -> None:
    bearers = Bearers(registry())
    world = World(size)
    claims, seconds, used = 0, 0.0, 0.0
    for start in range(0, size, BATCH):
        batch = [world.reading(number) for number in range(start, min(start + BATCH, size))]
        claims += sum(len(reading.claims) for reading in batch)
        before = time.process_time()
        seconds += _timed(ledger, bearers, batch, [])
        used += time.process_time() - before
    with ledger.reading() as view:
        rows = sum(1 for _ in view.rows.nodes()) + sum(1 for _ in view.rows.edges())
    more = [_timed(ledger, bearers, [world.reading(size + number)], []) for number in range(PROBES)]
    less = [_timed(ledger, bearers, [], [f"n{number * (size // PROBES)}"]) for number in range(PROBES)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = f"{1e3 * median(more):7.0f} {1e3 * median(less):7.0f} {1e3 * max(more + less):7.0f}"
    print(
        f"{size:9} {claims:8} {rows:9} {seconds:8.1f} {used:7.1f} {1e3 * used / size:10.2f} {peak:8.0f} {times}",
        flush=True,
    )


def _timed(ledger: Ledger, bearers: Bearers, batch: list[Reading], removed: list[str]) -> float:
    hashes = {reading.article.id: digest(reading.article.id) for reading in batch}
    begun = time.perf_counter()
    found = {reading.article.id: bands(reading.article.text) for reading in batch}
    with ledger.writing() as open_:
        build(open_, bearers, readings=batch, hashes=hashes, bands=found, removed=removed)
    return time.perf_counter() - begun


class World:
    """People who are named in several ways, and the articles about them."""

    def __init__(self, size: int) -> None:
        chance = random.Random(size)
        self._people = [_person(chance) for _ in range(max(200, size // 5))]
        self._people_weights = list(accumulate(1 / rank for rank in range(1, len(self._people) + 1)))
        self._country_weights = list(accumulate(1 / rank for rank in range(1, len(_COUNTRIES) + 1)))

    def reading(self, number: int) -> Reading:
        """Article `number`, always the same one."""
        chance = random.Random(number)
        original = random.Random(chance.randrange(number) if number and chance.random() < 0.1 else number)
        id_, day = f"n{number}", date(2018, 1, 1) + timedelta(days=chance.randrange(2_800))
        text = " ".join(original.choices(_WORDS, k=220))
        entities = list(self._entities(chance))
        article = Article(id_, text[:60], text, f"https://news.example/{number}", "news", day.isoformat())
        return Reading(article, tuple(entities), tuple(_claims(chance, id_, entities, day)))

    def _entities(self, chance: random.Random) -> Iterator[Entity]:
        chosen = chance.choices(self._people, cum_weights=self._people_weights, k=chance.randint(2, 4))
        for number, (names, office, country) in enumerate(dict.fromkeys(chosen)):
            name = chance.choice(names)
            told = (office, country) if chance.random() < 0.7 else (None, None)
            yield Entity(
                f"p{number}",
                "Person",
                name,
                (name, name.split()[-1]),
                (Mention(number, number + 9, name),),
                None,
                *told,
            )
        for country in sorted(set(chance.choices(_COUNTRIES, cum_weights=self._country_weights, k=3))):
            yield Entity(country, "Country", country, (country,), (Mention(0, 3, country),), country)
        yield Entity(
            "s", "Source", "PTI", ("पीटीआई",), (Mention(0, 5, "पीटीआई"),), chance.choice(["pti", "ani", "reuters"])
        )
        yield Entity("x", "Agreement", "समझौता", ("समझौता",), (Mention(0, 7, "समझौता"),))


def _person(chance: random.Random) -> tuple[tuple[str, ...], str | None, str]:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))) for _ in range(chance.randint(2, 3))]
    written = " ".join(words)
    return (
        (written, written, written.replace("ी", "ि", 1), "-".join(words)),
        chance.choice(_OFFICES),
        chance.choice(_COUNTRIES),
    )


def _claims(chance: random.Random, article: str, entities: Sequence[Entity], day: date) -> Iterator[Claim]:
    people = [entity.id for entity in entities if entity.label == "Person"]
    countries = [entity.id for entity in entities if entity.label == "Country"]
    exact = (day - timedelta(days=chance.randrange(5))).isoformat()
    told = chance.choice([exact, exact, exact, exact[:7], None])
    ends = [("MET_WITH", people[0], other) for other in people[1:]]
    ends += [("VISITED", people[0], countries[0])] if chance.random() < 0.6 else []
    ends += [("SIGNED", country, "x") for country in countries[:2]] if chance.random() < 0.3 else []
    ends += [("ACCUSED", people[0], countries[-1])] if chance.random() < 0.2 else []
    ends += [("REPORTED_BY", "article", "s")]
    for number, (kind, source, target) in enumerate(ends):
        quote = Evidence(article, 60 * number, 60 * number + 50, "वाक्य " * 8)
        status = chance.choice(["happened", "happened", "happened", "planned"])
        where = chance.choice([None, countries[0]])
        claim = digest(article, str(number))
        yield Claim(claim, article, kind, source, target, kind, status, "rule", (quote,), told, None, where)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
