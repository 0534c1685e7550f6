# exit: 1
# AttributeError on built-in types suggests as well.
try:
    'abc'.uper()
except AttributeError as e:
    print(e)
[1, 2].appendd(3)
