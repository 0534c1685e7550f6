# The markers of dataclasses are shown by their classes.
from dataclasses import KW_ONLY, MISSING, dataclass, field, fields
print(type(MISSING).__name__, type(KW_ONLY).__name__, type(field().kw_only).__name__)
@dataclass
class A:
    a: int = 1
f = fields(A)[0]
print(f.name, f.type, f.default, f.default_factory is MISSING, f.init, f.repr, f.hash, f.compare, f.kw_only)
