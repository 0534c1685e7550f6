# Operators that may work in place, on strings, numbers and containers that several threads hold: whoever holds one sees it unchanged.
from harness import done, race, rounds, scaled


def one_round(random):
    count = scaled(1500)
    places = ["start", 1 << 100, (0,), b"start", 1.5, frozenset([0])]
    originals = list(places)
    shared_list = []
    shared_set = set()
    shared_dict = {}
    shared_bytes = bytearray()

    def grow(owner):
        def run():
            nonlocal shared_list, shared_set, shared_dict, shared_bytes
            text = places[0]
            wide = places[1]
            pair = places[2]
            data = places[3]
            for number in range(count):
                # What others hold as well, and then what nobody else does.
                held = text
                text += "x"
                assert held + "x" == text
                if len(text) > 60:
                    text = places[0]
                places[0] = text if number % 2 else "start"
                text = places[0]
                text += str(number % 10)
                assert text.startswith("start")
                held = wide
                wide += 1
                wide *= 3
                wide -= number
                assert wide == (held + 1) * 3 - number
                wide = places[1] = wide % (1 << 90) + (1 << 100)
                pair += (number,)
                assert pair[0] == 0 and pair[-1] == number
                if len(pair) > 20:
                    pair = (0,)
                places[2] = pair
                data += b"y"
                assert data.startswith(b"start")
                data = places[3] = data[:20]
                places[4] += 0.5
                places[5] |= {owner}
                shared_list += [(owner, number)]
                shared_set |= {(owner, number)}
                shared_dict |= {(owner, number): owner}
                shared_bytes += b"z"
                local = "a"
                for _ in range(10):
                    local += "b"
                assert local == "abbbbbbbbbb"
                names = f"{owner}-{number}" + local
                assert names.endswith("b")
        return run

    def read():
        for _ in range(10):
            text = places[0]
            assert text.startswith("start") and len(text) == len(str(text))
            hash(text)
            wide = places[1]
            assert type(wide) is int and wide >> 100 > 0 and int(str(wide)) == wide
            first, *rest = places[2]
            assert first == 0 and all(type(number) is int for number in rest)
            assert places[3].startswith(b"start")
            assert (places[4] * 2).is_integer()
            assert places[5] <= {0, 1, 2}
            {places[0]: 1}[text[:0] + text] if places[0] == text else None
            for owner, number in shared_list[-20:]:
                assert 0 <= owner < 3

    def read_safely():
        try:
            read()
        except KeyError:
            # The place had another text when it was read the second time.
            pass

    race([grow(owner) for owner in range(3)], [read_safely, read_safely])
    assert originals == ["start", 1 << 100, (0,), b"start", 1.5, frozenset([0])]
    everything = {(owner, number) for owner in range(3) for number in range(count)}
    assert sorted(shared_list) == sorted(everything)
    assert shared_set == everything
    assert shared_dict == {key: key[0] for key in everything}
    assert shared_bytes == b"z" * (3 * count)


for random in rounds():
    one_round(random)
done()
