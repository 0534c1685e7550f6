# exit: 1
# Exceptions in patterns and guards.
def classify(v):
    match v:
        case {'kind': k} if k / 2 > 1:
            return 'big'
        case _:
            return 'other'


print(classify({'kind': 5}))
classify({'kind': 'text'})
