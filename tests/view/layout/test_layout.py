from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphload.view.layout import Spot, arrange
from graphload.view.layout.communities import communities
from graphload.view.layout.spread import separate

PAIRS = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=60)


@given(PAIRS, st.integers(1, 30))
def test_communities_part_the_nodes_within_components_and_under_the_cap(pairs: list[tuple[int, int]], cap: int) -> None:
    groups = communities(25, pairs, cap)
    assert sorted(node for group in groups for node in group) == list(range(25))
    assert max(map(len, groups)) <= cap
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(25))
    home = {node: number for number, part in enumerate(nx.connected_components(graph)) for node in part}
    assert all(len({home[node] for node in group}) == 1 for group in groups)


def test_communities_find_the_two_halves_of_a_barbell() -> None:
    assert communities(10, nx.barbell_graph(5, 0).edges, 10) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


@given(PAIRS, st.randoms())
def test_a_layout_depends_on_the_set_of_pairs(pairs: list[tuple[int, int]], dice: object) -> None:
    spots = [Spot(20, 20, later=index > 20) for index in range(25)]
    shuffled = [(right, left) for left, right in pairs]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    left, right = arrange(spots, pairs), arrange(spots, [*shuffled, *pairs])
    assert left.groups == right.groups
    assert left.points.tobytes() == right.points.tobytes()
    assert np.isfinite(left.points).all()


@given(st.lists(st.booleans(), max_size=6), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=9))
def test_few_spots_have_a_place_too(later: list[bool], pairs: list[tuple[int, int]]) -> None:
    joined = [pair for pair in pairs if max(pair) < len(later)]
    layout = arrange([Spot(20, 20, each) for each in later], joined)
    assert layout.points.shape == (len(later), 2)
    assert np.isfinite(layout.points).all()


def test_boxes_do_not_overlap() -> None:
    graph = nx.barabasi_albert_graph(60, 2, seed=3)
    points = arrange([Spot(40, 20)] * 60, list(graph.edges)).points
    apart = [(abs(points[a] - points[b]) >= [79, 39]).any() for a, b in combinations(range(60), 2)]
    assert np.mean(apart) > 0.995


def test_fixed_boxes_stay() -> None:
    points = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 1.0]])
    moved = separate(points, np.full((3, 2), 5.0), np.array([True, False, False]))
    assert moved[0].tolist() == [0, 0]
    assert all((abs(moved[a] - moved[b]) >= 9).any() for a, b in combinations(range(3), 2))


def test_neighbours_are_nearer_than_strangers() -> None:
    graph = nx.connected_caveman_graph(12, 25)
    points = arrange([Spot(10, 10)] * 300, list(graph.edges)).points
    gap = np.linalg.norm(points[:, None] - points[None], axis=2)
    joined = np.mean([gap[left, right] for left, right in graph.edges])
    assert joined < gap.mean() / 3
