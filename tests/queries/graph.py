"""One small graph for every saved query: rows that match, and near misses."""

from __future__ import annotations

from graphload.model import Changes, Edge, Node, Value, precision_of


def _node(label: str, id_: str, **properties: Value) -> Node:
    common: dict[str, Value] = {"name": id_}
    if label in ("Person", "Country", "Agreement", "Source", "Organization"):
        common |= {"names": (id_, f"{id_} (hi)"), "articles": 1}
    if label == "Person":
        common["named"] = True
    return Node(label, id_, common | properties)


def _event(id_: str, kind: str, **properties: Value) -> Node:
    told: dict[str, Value] = {"kind": kind, "status": "happened", "disputed": False, "articles": 1, "witnesses": 1}
    return _node("Event", id_, **told | properties)


def _claim(id_: str, kind: str, **properties: Value) -> Node:
    quote = f"{id_} का वाक्य।"
    told: dict[str, Value] = {
        "kind": kind,
        "status": "happened",
        "quote": quote,
        "quotes": (quote,),
        "start": 0,
        "end": 9,
    }
    return _node("Claim", id_, **told | {"rule": "rule", "confidence": 0.9} | properties)


def _edge(kind: str, source: Node, target: Node, id_: str, **properties: Value) -> Edge:
    return Edge(kind, id_, source.label, source.id, target.label, target.id, properties)


def _evidence(event: str, date: str | None = None, **properties: Value) -> dict[str, Value]:
    told: dict[str, Value] = {"event": event, "status": "happened", "disputed": False, "quote": f"{event} का वाक्य।"}
    counted: dict[str, Value] = {"article": "article-1", "articles": 1, "witnesses": 1, "confidence": 0.9}
    dated: dict[str, Value] = {"date": date, "precision": str(precision_of(date))} if date else {}
    return {**told, **counted, **dated, **properties}


PUTIN = _node("Person", "putin", country="RUS")
LAVROV = _node("Person", "lavrov", country="RUS")
KIM = _node("Person", "kim", country="PRK")
MODI = _node("Person", "modi", country="IND")
NOBODY = _node("Person", "nobody")
RUSSIA, KOREA, INDIA = (_node("Country", code) for code in ("RUS", "PRK", "IND"))
AMERICA = _node("Country", "USA")
BLOC = _node("Organization", "bloc")
PACT, DRAFT = _node("Agreement", "pact"), _node("Agreement", "draft")
TASS, KCNA = _node("Source", "tass", kind="agency"), _node("Source", "kcna", kind="agency")
ARTICLES = (
    _node("Article", "article-1", language="hi", url="https://example.org/1", published="2024-06-20"),
    _node("Article", "article-2", language="hi"),
)
MEETING = _event("meeting", "meeting", date="2024-06-19", precision="day", country="PRK", articles=2, witnesses=2)
TALK = _event("talk", "meeting", date="2024-06", precision="month", articles=2)
OLD = _event("old", "meeting", date="2019", precision="year")
SIGNING = _event("signing", "signing", date="2024-06-19", precision="day")
VISIT = _event("visit", "visit", date="2024-06-19", precision="day", country="PRK")
TRIP = _event("trip", "visit", status="planned", date="2025", precision="year", country="IND")
CHARGE = _event("charge", "accusation")
ANSWER = _event("answer", "accusation")
DOUBT = _event("doubt", "meeting", disputed=True, articles=2, witnesses=2)
PLAN = _event("plan", "meeting", status="planned", date="2025-02", precision="month")
DENIAL = _event("denial", "accusation", status="denied")
SLUR = _event("slur", "accusation", date="2024-01-05", precision="day")
TOUR = _event("tour", "visit", date="2018-05", precision="month", country="PRK")
OUTING = _event("outing", "visit", date="2024", precision="year", country="RUS")
DRAFTING = _event("drafting", "signing", status="planned")
EVENTS = (
    *(MEETING, TALK, OLD, SIGNING, VISIT, TRIP, CHARGE, ANSWER, DOUBT, PLAN, DENIAL, SLUR, TOUR, OUTING),
    DRAFTING,
)
CLAIMS = (
    _claim("claim-meeting", "MET_WITH", date="2024-06-19", precision="day"),
    _claim("claim-meeting-2", "MET_WITH"),
    _claim("claim-talk", "MET_WITH"),
    _claim("claim-old", "MET_WITH"),
    _claim("claim-signing", "SIGNED"),
    _claim("claim-visit", "VISITED"),
    _claim("claim-trip", "VISITED", status="planned"),
    _claim("claim-charge", "ACCUSED"),
    _claim("claim-answer", "ACCUSED"),
    _claim("claim-doubt-yes", "MET_WITH"),
    _claim("claim-doubt-no", "MET_WITH", status="denied", correction=True),
    _claim("copy-talk-2", "MET_WITH", quote="अ: पहला अक्षर, दूसरा लेख।"),  # its sentence sorts first, its id last
    _claim("claim-plan", "MET_WITH", status="planned"),
    _claim("claim-denial", "ACCUSED", status="denied"),
    _claim("claim-slur", "ACCUSED"),
    _claim("claim-tour", "VISITED"),
    _claim("claim-outing", "VISITED"),
    _claim("claim-drafting", "SIGNED", status="planned"),
)
_ASSERTED = (
    *(MEETING, MEETING, TALK, OLD, SIGNING, VISIT, TRIP, CHARGE, ANSWER, DOUBT, DOUBT),
    *(TALK, PLAN, DENIAL, SLUR, TOUR, OUTING, DRAFTING),
)
_PARTS = (
    (PUTIN, MEETING, "participant"),
    (KIM, MEETING, "participant"),
    (LAVROV, TALK, "participant"),
    (KIM, TALK, "participant"),
    (MODI, OLD, "participant"),
    (PUTIN, OLD, "participant"),
    (MODI, PLAN, "participant"),
    (LAVROV, PLAN, "participant"),
    (PUTIN, SIGNING, "signer"),
    (LAVROV, SIGNING, "signer"),
    (KIM, SIGNING, "signer"),
    (RUSSIA, SIGNING, "signer"),
    (KOREA, SIGNING, "signer"),
    (PUTIN, VISIT, "visitor"),
    (PUTIN, TRIP, "visitor"),
    (LAVROV, TOUR, "visitor"),
    (KIM, OUTING, "visitor"),
    (INDIA, DRAFTING, "signer"),
    (AMERICA, CHARGE, "accuser"),
    (KOREA, CHARGE, "accused"),
    (KOREA, ANSWER, "accuser"),
    (AMERICA, ANSWER, "accused"),
    (BLOC, DENIAL, "accuser"),
    (KOREA, DENIAL, "accused"),
    (KOREA, SLUR, "accuser"),
    (BLOC, SLUR, "accused"),
    (KIM, DOUBT, "participant"),
    (NOBODY, DOUBT, "participant"),
)

_CREDITS = (
    (ARTICLES[0], ARTICLES[0], TASS),
    (ARTICLES[1], ARTICLES[1], TASS),
    (ARTICLES[1], ARTICLES[1], KCNA),
    (MEETING, ARTICLES[0], TASS),
    (TALK, ARTICLES[1], KCNA),
)

GRAPH = Changes(
    nodes=(
        *(PUTIN, LAVROV, KIM, MODI, NOBODY, RUSSIA, KOREA, INDIA, AMERICA, BLOC, PACT, DRAFT, TASS, KCNA),
        *ARTICLES,
        *EVENTS,
        *CLAIMS,
    ),
    edges=(
        _edge("MET_WITH", KIM, PUTIN, "m1", **_evidence("meeting", date="2024-06-19", country="PRK", witnesses=2)),
        _edge("MET_WITH", KIM, LAVROV, "m2", **_evidence("talk", date="2024-06")),
        _edge("MET_WITH", MODI, PUTIN, "m3", **_evidence("old", date="2019")),
        _edge("MET_WITH", KIM, NOBODY, "m4", **_evidence("doubt", disputed=True)),
        _edge("MET_WITH", LAVROV, MODI, "m5", **_evidence("plan", date="2025-02", status="planned")),
        _edge("SIGNED", PUTIN, PACT, "s1", **_evidence("signing", date="2024-06-19")),
        _edge("SIGNED", RUSSIA, PACT, "s2", **_evidence("signing", date="2024-06-19")),
        _edge("SIGNED", KOREA, PACT, "s3", **_evidence("signing", date="2024-06-19")),
        _edge("SIGNED", INDIA, DRAFT, "s4", **_evidence("drafting", status="planned")),
        _edge("SIGNED", LAVROV, PACT, "s5", **_evidence("signing", date="2024-06-19")),
        _edge("SIGNED", KIM, PACT, "s6", **_evidence("signing", date="2024-06-19")),
        _edge("VISITED", PUTIN, KOREA, "v1", **_evidence("visit", date="2024-06-19")),
        _edge("VISITED", PUTIN, INDIA, "v2", **_evidence("trip", date="2025", status="planned")),
        _edge("VISITED", LAVROV, KOREA, "v3", **_evidence("tour", date="2018-05")),
        _edge("VISITED", KIM, RUSSIA, "v4", **_evidence("outing", date="2024")),
        _edge("ACCUSED", AMERICA, KOREA, "a1", **_evidence("charge", of="sending arms")),
        _edge("ACCUSED", KOREA, AMERICA, "a2", **_evidence("answer")),
        _edge("ACCUSED", BLOC, KOREA, "a3", **_evidence("denial", status="denied")),
        _edge("ACCUSED", KOREA, BLOC, "a4", **_evidence("slur", date="2024-01-05")),
        *(_edge("TOOK_PART_IN", party, event, f"t{n}", role=role) for n, (party, event, role) in enumerate(_PARTS)),
        _edge("CONCERNS", SIGNING, PACT, "c1"),
        _edge("CONCERNS", DRAFTING, DRAFT, "c2"),
        _edge("TOOK_PLACE_IN", MEETING, KOREA, "l1"),
        *(_edge("ASSERTS", claim, event, f"x{claim.id}") for claim, event in zip(CLAIMS, _ASSERTED, strict=True)),
        *(_edge("STATES", ARTICLES[claim.id.endswith(("-2", "-no"))], claim, f"y{claim.id}") for claim in CLAIMS),
        *(
            _edge(
                "REPORTED_BY",
                credited,
                source,
                f"r{n}",
                quote="के मुताबिक",
                article=article.id,
                articles=1,
                confidence=0.9,
            )
            for n, (credited, article, source) in enumerate(_CREDITS)
        ),
    ),
)

PARAMETERS: dict[str, dict[str, str]] = {
    "persons-by-country": {"country": "RUS"},
    "person-timeline": {"person": "putin"},
    "who-met": {"person": "putin (hi)"},
    "meetings-between": {"a": "RUS", "b": "PRK"},
    "common-contacts": {"a": "putin", "b": "lavrov"},
    "agreements-between": {"a": "RUS", "b": "PRK"},
    "accusations-against": {"accused": "PRK"},
    "accusations-by": {"accuser": "PRK"},
    "reported-by": {"source": "tass (hi)"},
    "visits-by": {"person": "putin"},
    "visits-to": {"country": "PRK"},
    "evidence": {"event": "meeting"},
}
