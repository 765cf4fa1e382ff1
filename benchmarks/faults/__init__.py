"""What becomes of a workspace when things go wrong: kill -9 at random moments, and accidents of every other kind.

    python -m benchmarks.faults                                  200 kills on each engine, then every accident
    python -m benchmarks.faults --engine embedded --kills 50
    python -m benchmarks.faults --kills 0 --accidents disk-full  one accident only
    python -m benchmarks.faults --seed 7 --minutes 4             other moments; stops after so long on each engine

A child process carries out a plan, step by step: load four articles (new ones, and old ones with other text), take
some back, record a decision; then bring the store up. It tells what it has begun and what was acknowledged, until the
parent kills it. The parent then looks: the ledger must hold exactly what the acknowledged steps leave, or those and
the one step that had begun; every article whole; the store no further back than was acknowledged. Then it carries on.
In the end the export must be, byte for byte, that of a workspace into which the same articles were loaded at once.

An accident is made to happen to the program itself: it must end well, or with one line and its exit code. Then the way
out is taken that the line and the handbook name, and the export compared likewise.
"""
