# match, case, type and _ are keywords only where a statement asks for it.
match = 1
case = 2
type_ = type
print(match + case)
match, case = case, match
print(match, case)
match = [1, 2]
match[0] = 9
print(match)
match[0]: int = 4
print(match)


def match(*args, **kw):
    return 'called', args, kw


print(match(1))
match(1, 2)
print(match (3) [0])
print(match(x=1))
match(*[1])
match = {'a': 1}
match['a'] += 1
print(match)
match = 5
match += 1
print(match, -match, match * 2)
match -1
print([match for match in range(3)])
type = 'x'
print(type)
type = type + 'y'
print(type)


class type_holder:
    type = 3
    case = 4
    match = 5


print(type_holder.type, type_holder.case, type_holder.match)
match type_holder.match:
    case 5:
        print('five')
match = 7
match match:
    case case:
        print('captured', case)
match (match):
    case (7):
        print('seven')
match (1), 2:
    case (x, y):
        print(x, y)
match [1, 2]:
    case [a, _]:
        print(a)
match -1:
    case -1:
        print('negative')
match *[1, 2], 3:
    case _:
        print('wildcard')
case = match if match else case
print(case)
print((lambda match, case: match + case)(1, 2))
_ = 'underscore'
print(_)
type X = int
print(X.__name__)
def f(match, case=1, *, type=2): return match, case, type
print(f(1, type=3))
