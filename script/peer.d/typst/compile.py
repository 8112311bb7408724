"""Compiles the sources in a folder with Typst and prints how long it took, as JSON: see the figures in peer.d/main.go.

Typst is given what it has for speed: one compiler and one set of fonts for a whole process, only the fonts in use, sources
and results in memory, and the clock starts when all of that is ready. No two sources are the same, since it would remember.
"""

import json
import re
import statistics
import sys
import time
from multiprocessing import Barrier, Pool
from pathlib import Path

import typst

STANDARDS = ["a-2a", "ua-1"]


def compiler(work):
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(work / "fonts")])
    return typst.Compiler(font_paths=fonts)


def compile_one(typesetter, source):
    return typesetter.compile(source, format="pdf", pdf_standards=STANDARDS)


READY = {}


def start(work, sources, barrier):
    READY.update(typesetter=compiler(work), sources=sources)
    barrier.wait()


def work_on(index):
    return len(compile_one(READY["typesetter"], READY["sources"][index]))


def in_turn(work, sources):
    typesetter, each = compiler(work), []
    pdf = b""
    for source in sources:
        began = time.perf_counter()
        made = compile_one(typesetter, source)
        each.append(1000 * (time.perf_counter() - began))
        pdf = pdf or made
    pages = max(int(n) for n in re.findall(rb"/Count (\d+)", pdf))
    return {"first": each[0], "each": statistics.median(each[1:]), "pages": pages, "bytes": len(pdf)}


def side_by_side(work, sources, workers):
    barrier = Barrier(workers + 1)
    with Pool(workers, initializer=start, initargs=(work, sources, barrier)) as pool:
        barrier.wait()
        began = time.perf_counter()
        pool.map(work_on, range(len(sources)), chunksize=1)
        return 1000 * (time.perf_counter() - began)


def main():
    work, workers = Path(sys.argv[1]), int(sys.argv[2])
    sources = [path.read_bytes() for path in sorted((work / "sources").glob("*.typ"))]
    # Apart from each other, in processes that remember nothing of the other's work.
    with Pool(1) as pool:
        result = pool.apply(in_turn, (work, sources))
    result["all"] = side_by_side(work, sources, workers)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
