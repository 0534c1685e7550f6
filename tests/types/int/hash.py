# Hashes of integers, floats and complex numbers agree where the values are equal
for n in [0, 1, -1, -2, 2**61 - 1, 2**61 - 2, 2**61, 2**61 + 5, -(2**61) + 1, 2**64, 10**40, -(10**40), 2**122, 3**200]:
    print(n, hash(n))
print(hash(1.0), hash(-1.0), hash(2.0**61), hash(1e300) == hash(int(1e300)), hash(0.5), hash(-0.5), hash(1.5), hash(0.1), hash(1e-300))
print(hash(float("inf")), hash(float("-inf")), hash(-0.0), hash(True), hash(False))
print(hash(1 + 0j), hash(1j), hash(-1 + 0j), hash(2 + 3j), hash(1.5 - 2j), hash(-1j))
print({1: "int", 1.0: "float", True: "bool", 1 + 0j: "complex"})
print({0: 1, -0.0: 2, False: 3}, len({2**70, float(2**70), complex(2**70)}))
class Sub(int):
    pass
print({Sub(3): "a", 3: "b", 3.0: "c"}, hash(Sub(3)) == 3)
print((2).__hash__(), (-1).__hash__(), (-1.0).__hash__())
