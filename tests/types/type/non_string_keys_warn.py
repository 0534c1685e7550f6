# A namespace whose keys are not all strings is accepted with a warning.
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    A = type('A', (), {1: 2, 'x': 3})
print([(w.category.__name__, str(w.message)) for w in caught])
print(A.x, A.__dict__[1])
