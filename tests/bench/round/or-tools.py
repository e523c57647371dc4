"""Solves one round with OR-tools' SimpleMinCostFlow and prints objective and processor seconds; the yardstick of `bench -- round`.

usage: or-tools.py FILE REPEATS. FILE holds little-endian int32: needs, packages, pairs, capacities, then need, package and weight
of every pair.
"""
import json
import sys
import time

import numpy as np
from ortools.graph.python import min_cost_flow

words = np.fromfile(sys.argv[1], dtype="<i4")
needs, packages, pairs = (int(word) for word in words[:3])
capacity, need, package, weight = np.split(words[3:], np.cumsum([packages, pairs, pairs]))
source, sink = needs + packages, needs + packages + 1
seconds = []
for _ in range(int(sys.argv[2])):
    began = time.process_time()
    flow = min_cost_flow.SimpleMinCostFlow()
    each = np.arange(needs, dtype=np.int32)
    one = np.ones(needs, dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(np.full(needs, source), each, one, np.zeros(needs, dtype=np.int64))
    flow.add_arcs_with_capacity_and_unit_cost(need, need * 0 + needs + package, np.ones(pairs, dtype=np.int64), -weight.astype(np.int64))
    # Who gets nothing goes straight to the sink.
    flow.add_arcs_with_capacity_and_unit_cost(each, np.full(needs, sink), one, np.zeros(needs, dtype=np.int64))
    flow.add_arcs_with_capacity_and_unit_cost(
        needs + np.arange(packages), np.full(packages, sink), capacity.astype(np.int64), np.zeros(packages, dtype=np.int64)
    )
    flow.set_nodes_supplies(np.array([source, sink]), np.array([needs, -needs]))
    status = flow.solve()
    assert status == flow.OPTIMAL, status
    seconds.append(time.process_time() - began)
    objective = -flow.optimal_cost()
print(json.dumps({"objective": objective, "seconds": seconds}))
