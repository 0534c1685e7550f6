# Methods of built-in classes called with something else as `self`.
cases = [
    (int.__add__,), (int.__add__, 'a'), (int.__add__, 1), (int.__add__, 1, 2, 3), (int.bit_length,), (int.bit_length, 'a'), (int.bit_length, 1, 2),
    (list.append,), (list.append, []), (list.append, 1, 2), (list.append.__get__, 1), (int.__add__.__get__, 'a'), (int.__dict__['real'].__get__, 'a'),
    (int.__dict__['real'].__set__, 1, 2), (int.__dict__['real'].__get__, None), (dict.__dict__['fromkeys'],), (dict.__dict__['fromkeys'], 1),
    (dict.__dict__['fromkeys'], int), (dict.__dict__['fromkeys'].__get__, 1), (dict.__dict__['fromkeys'].__get__, None, int), (str.join, 1, 2),
    (object.__setattr__, int, 'a', 1), (object.__delattr__, int, 'a'), (type.__setattr__, 1, 'a', 1), (set.add, frozenset(), 1),
]
for function, *args in cases:
    try:
        print(function(*args))
    except (TypeError, AttributeError) as error:
        print(error)
