"""From an edge or an event to its sentences: Article -[:STATES]-> Claim -[:ASSERTS]-> Event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from graphload.model import Article, Edge, Node
from graphload.view.records import PageArticle, PageClaim, Proof

_ARTICLE = ("url", "outlet", "published")
_CLAIM = ("name", "status", "date", "country", "of", "rule")


class Evidence:
    """The claims of a graph by event, and those that an edge alone tells of, each kept once."""

    def __init__(self, nodes: Collection[Node], edges: Collection[Edge], articles: Mapping[str, Article]) -> None:
        self._articles: list[PageArticle] = []
        self._places: dict[str, int] = {}
        for id_, article in sorted({**_given(articles), **_stored(nodes)}.items()):
            self._places[id_] = len(self._articles)
            self._articles.append(article)
        stated = {edge.target: edge.source for edge in edges if edge.type == "STATES"}
        self._claims = [_claim(node, self._places.get(stated.get(node.id, ""), -1)) for node in _claims(nodes)]
        place = {node.id: index for index, node in enumerate(_claims(nodes))}
        self._by_event: dict[str, list[int]] = defaultdict(list)
        for edge in edges:
            if edge.type == "ASSERTS" and edge.source in place:
                self._by_event[edge.target].append(place[edge.source])
        self._own: dict[PageClaim, int] = {}

    @property
    def proof(self) -> Proof:
        """The articles and claims, in the order that `of_edge` and `of_event` count them."""
        return Proof(tuple(self._articles), tuple(self._claims))

    def of_event(self, event: str) -> tuple[int, ...]:
        """Every claim that asserts the event, by date of its article."""
        return tuple(sorted(self._by_event.get(event, ()), key=self._order))

    def of_edge(self, edge: Edge, event: str) -> tuple[int, ...]:
        """The event's claims of the edge's own type; its own sentence where no claim has it; else all of the event."""
        told = self.of_event(event)
        same = [index for index in told if self._claims[index].kind == edge.type]
        quote = str(edge.properties.get("quote", ""))
        if quote and not any(quote in self._claims[index].quotes for index in same):
            same += [index for index in told if quote in self._claims[index].quotes] or [self._alone(edge, quote)]
        return tuple(sorted(same, key=self._order)) if same else told

    def _order(self, index: int) -> tuple[str, int]:
        article = self._claims[index].article
        return (self._articles[article].published if article >= 0 else "", index)

    def _alone(self, edge: Edge, quote: str) -> int:
        """The place of a claim made of the edge's own quote."""
        properties = edge.properties
        claim = PageClaim(
            edge.type,
            (quote,),
            self._places.get(str(properties.get("article", "")), -1),
            correction=False,
            confidence=float(properties.get("confidence", 0)),  # type: ignore[arg-type]
            **{key: str(properties[key]) for key in ("status", "date", "country", "of") if key in properties},
        )
        if claim not in self._own:
            self._own[claim] = len(self._claims)
            self._claims.append(claim)
        return self._own[claim]


def _claims(nodes: Collection[Node]) -> list[Node]:
    return sorted((node for node in nodes if node.label == "Claim"), key=lambda node: node.id)


def _given(articles: Mapping[str, Article]) -> dict[str, PageArticle]:
    return {
        id_: PageArticle(article.title, article.url or "", article.outlet or "", article.published or "")
        for id_, article in articles.items()
    }


def _stored(nodes: Collection[Node]) -> dict[str, PageArticle]:
    return {
        node.id: PageArticle(
            str(node.properties.get("name", node.id)),
            **{key: str(node.properties[key]) for key in _ARTICLE if key in node.properties},
        )
        for node in nodes
        if node.label == "Article"
    }


def _claim(node: Node, article: int) -> PageClaim:
    properties = node.properties
    quotes = properties.get("quotes") or (str(properties.get("quote", "")),)
    return PageClaim(
        str(properties.get("kind", "")),
        tuple(quotes) if isinstance(quotes, (tuple, list)) else (str(quotes),),
        article,
        correction=bool(properties.get("correction")),
        confidence=float(properties.get("confidence", 0)),  # type: ignore[arg-type]
        **{key: str(properties[key]) for key in _CLAIM if key in properties},
    )
