"""How fast this machine is just now, so that a bar in seconds means the same on every one."""

from time import process_time

LOOPS, USUAL = 200_000, 0.028
"""What the loops take on the machine that the bars were set on, in seconds of its process's time."""


def slower() -> float:
    """How many times longer the same work takes here than there; never less than one."""
    return max(1.0, min(_took() for _ in range(5)) / USUAL)


def _took() -> float:
    begun, kept = process_time(), {}
    for n in range(LOOPS):
        kept[n & 1023] = str(n)
    return process_time() - begun
