"""Writes FONT.woff2, as it came, and FONT.ttf, the same outlines without what the painter has no use for.

Usage: make_font.py SOURCE.woff2 TARGET_WITHOUT_EXTENSION
"""

import shutil
import sys

from fontTools.ttLib import TTFont

# The painter reads outlines, metrics and the character map. Features, hints and names it does not read.
NEEDED = {"head", "hhea", "hmtx", "maxp", "OS/2", "cmap", "loca", "glyf", "post", "name"}


def main(source: str, target: str) -> None:
    shutil.copyfile(source, target + ".woff2")
    font = TTFont(source)
    for tag in set(font.keys()) - NEEDED - {"GlyphOrder"}:
        del font[tag]
    font["post"].formatType = 3.0
    font.flavor = None
    font.save(target + ".ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
