# Comparisons of integers with floats are exact
big = 2**53
print(big == float(big), big + 1 == float(big + 1), big + 1 > float(big), big < float(big + 2), big + 1 < float(big + 2))
print(10**400 > float("inf"), 10**400 < float("inf"), -(10**400) > float("-inf"), 10**400 > 1e308, -(10**400) < -1e308)
nan = float("nan")
print(1 == nan, 1 < nan, 1 > nan, 1 != nan, 10**400 == nan, 10**400 < nan)
print(1 == 1.0 == True, 0 == -0.0, 1 == 1 + 0j, 1 == 1j, 10**400 == 1j)
print(2**63 == 9223372036854775808.0, 2**63 - 1 == 9223372036854775807.0, 2**63 - 1 < 9223372036854775807.0)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2, 1 == 1 != 2)
for operation in (lambda: 1 < "a", lambda: 1 >= None, lambda: 1 < 1j, lambda: [] > 3, lambda: 10**30 < "a"):
    try:
        operation()
    except TypeError as error:
        print(error)
print(1 == "1", 1 != "1", 1 == None)
print(sorted([3, 1.5, True, 2**70, -1e30, 0, -(2**70)]))
print(max(1, 1.0), max(1.0, 1), min(True, 1), min(1, True))
