"""Writes the TrueType form of a font, with the same outlines and without what the painter has no use for.

The page uses the same file: sent compressed it is no larger than the woff2, it is fetched once for both, and without
kerning the browser sets a line exactly as wide as the painter does.

Usage: make_font.py SOURCE.woff2 TARGET.ttf
"""

import sys

from fontTools.ttLib import TTFont

# The painter reads outlines, metrics and the character map. Features, hints and names it does not read.
NEEDED = {"head", "hhea", "hmtx", "maxp", "OS/2", "cmap", "loca", "glyf", "post", "name"}


def main(source: str, target: str) -> None:
    font = TTFont(source)
    for tag in set(font.keys()) - NEEDED - {"GlyphOrder"}:
        del font[tag]
    font["post"].formatType = 3.0
    font.flavor = None
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
