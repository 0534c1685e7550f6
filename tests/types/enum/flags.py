# Flags combine, and refuse bits that they have not.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag
class F(Flag):
    A = 1
    B = 2
    C = 4
    AB = 3
print(F.A | F.B, F.A | F.C, F(0), F(7), ~F.A, F.AB ^ F.A, F.A in F.AB, list(F.AB), list(F), len(F.AB), bool(F(0)), (F.A | F.C).name)
for attempt in (lambda: F(8), lambda: F.A | 1, lambda: 1 in F.A, lambda: F('A'), lambda: F.A < F.B):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class D(Flag, boundary=boundary):
        a = 1
    try:
        print(boundary, repr(D(3)))
    except ValueError as error:
        print(boundary, error)
