"""Threads and time."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop.documents.renderer import PdfRenderer, warm
from tests.documents.samples import RECEIPT
from tests.documents.samples_of_course import PAPERS
from tests.pace import slower

RENDERER = PdfRenderer()
ROOT = Path(__file__).parents[2]


def test_threads_do_not_mix_their_papers() -> None:
    wanted = {name: RENDERER.paper(facts) for name, facts in PAPERS.items()}
    with ThreadPoolExecutor(4) as pool:
        jobs = [(name, pool.submit(RENDERER.paper, PAPERS[name])) for name in [*PAPERS] * 4]
        assert all(job.result() == wanted[name] for name, job in jobs)


def test_a_warm_paper_takes_milliseconds() -> None:
    """12 ms on a quiet machine; the process's own time, beside what this machine takes for anything."""
    warm()
    RENDERER.paper(RECEIPT)
    times = []
    for _ in range(10):
        begun = time.process_time()
        RENDERER.paper(RECEIPT)
        times.append(time.process_time() - begun)
    assert min(times) < 0.04 * slower()


def test_importing_renderer_and_ledgers_loads_no_reportlab() -> None:
    program = (
        "import sys, desktop.documents.renderer, desktop.documents.ledgers.formats;"
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'xlsxwriter')))"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
