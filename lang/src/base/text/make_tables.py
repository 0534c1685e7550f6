"""Writes tables.rs: the Unicode properties of the reference interpreter, compressed.

Run with CPython 3.13 (Unicode 15.1), from this folder: python3.13 make_tables.py > tables.rs
"""
import sys
import unicodedata

assert unicodedata.unidata_version == "15.1.0", unicodedata.unidata_version

SIGMA = "\u03a3"


def flags(c):
    s = chr(c)
    cased = (s + "a").title()[-1] == "a"
    ignorable = (s + SIGMA).lower()[-1] != "\u03c2" and ("A" + s + SIGMA).lower()[-1] == "\u03c2"
    bits = [
        s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.isprintable(),
        s.islower(), s.isupper(), unicodedata.category(s) == "Lt", s.isidentifier(),
        ("a" + s).isidentifier(), cased, ignorable, len(("a" + s + "b").splitlines()) == 2,
    ]
    return sum(1 << i for i, bit in enumerate(bits) if bit)


def rows(values, fmt="{}", width=110):
    line = "   "
    for value in values:
        item = " " + fmt.format(value) + ","
        if len(line) + len(item) > width:
            yield line
            line = "   "
        line += item
    yield line


def table(name, kind, values, doc):
    print(f"/// {doc}")
    print("#[rustfmt::skip]")
    print(f"pub static {name}: [{kind}; {len(values)}] = [")
    for line in rows(values):
        print(line)
    print("];\n")


def case_runs(mapping):
    """Runs (first, last, stride, delta) of code points that map to code point + delta."""
    runs = []
    for c, to in sorted(mapping.items()):
        delta = to - c
        if runs:
            first, last, stride, d = runs[-1]
            if d == delta and (c - last == stride or (first == last and c - last == 2)):
                runs[-1] = (first, c, c - last, d)
                continue
        runs.append((c, c, 1, delta))
    return runs


def main():
    print("//! Unicode 15.1 properties as the reference interpreter answers them: generated data, never edited.")
    print("//!")
    print("//! Regenerate with `python3.13 make_tables.py > tables.rs` in this folder. Read through `unicode.rs`.")
    print("#![forbid(unsafe_code)]\n")
    all_flags = [flags(c) for c in range(0x110000)]
    records = sorted(set(all_flags))
    index = {r: i for i, r in enumerate(records)}
    assert len(records) < 256
    shift = 7
    size = 1 << shift
    blocks, block_index, stage1 = [], {}, []
    for start in range(0, 0x110000, size):
        block = tuple(index[f] for f in all_flags[start:start + size])
        if block not in block_index:
            block_index[block] = len(blocks)
            blocks.append(block)
        stage1.append(block_index[block])
    while stage1[-1] == stage1[-2] == stage1[-3]:
        stage1.pop()
    print("/// Code points per block of `STAGE2`, as a power of two.")
    print(f"pub const SHIFT: u32 = {shift};\n")
    table("RECORDS", "u16", records, "The distinct sets of property bits (see `unicode.rs` for the bits).")
    table("STAGE1", "u8" if len(blocks) <= 256 else "u16", stage1,
          "Block number by `code point >> SHIFT`; beyond the end, the last entry.")
    table("STAGE2", "u8", [x for b in blocks for x in b], "Record numbers, block by block.")

    zeros = [c for c in range(0x110000) if chr(c).isdecimal() and unicodedata.decimal(chr(c)) == 0]
    for z in zeros:
        assert all(unicodedata.decimal(chr(z + i)) == i for i in range(10))
    assert 10 * len(zeros) == sum(chr(c).isdecimal() for c in range(0x110000))
    table("DECIMAL_ZEROS", "u32", zeros, "The zero of every run of ten decimal digits.")

    others = [c for c in range(0x110000) if chr(c).isdigit() and not chr(c).isdecimal()]
    runs = []
    for c in others:
        d = unicodedata.digit(chr(c))
        if runs and runs[-1][0] + runs[-1][1] == c and runs[-1][2] + runs[-1][1] == d:
            runs[-1][1] += 1
        else:
            runs.append([c, 1, d])
    table("OTHER_DIGITS", "(u32, u8, u8)", [f"({c}, {n}, {d})" for c, n, d in runs],
          "Digits that are not decimal: first code point, how many, value of the first.")

    for name, fn in (("LOWER", str.lower), ("UPPER", str.upper), ("TITLE", str.title), ("FOLD", str.casefold)):
        simple, multi = {}, []
        for c in range(0x110000):
            if 0xD800 <= c < 0xE000:
                continue
            to = fn(chr(c))
            if to == chr(c):
                continue
            if len(to) == 1:
                simple[c] = ord(to)
            else:
                multi.append((c, [ord(x) for x in to] + [0] * (3 - len(to))))
        runs = case_runs(simple)
        back = {}
        for first, last, stride, delta in runs:
            for c in range(first, last + 1, stride):
                assert c not in back
                back[c] = c + delta
        assert back == simple, name
        table(name, "(u32, u32, u8, i32)", [f"({a}, {b}, {s}, {d})" for a, b, s, d in runs],
              f"{name.lower()} case of one code point: first, last, stride, difference.")
        table(name + "_MULTI", "(u32, [u32; 3])", [f"({c}, {t})" for c, t in multi],
              f"{name.lower()} case of several code points, padded with zeros.")
    print(f"/// Records: {len(records)}, blocks: {len(blocks)}.", file=sys.stderr)


main()
