# `__new__` of a class called with another class.
for function, *args in ((int.__new__,), (int.__new__, 1), (int.__new__, str), (int.__new__, float), (object.__new__, int), (object.__new__, list), (list.__new__, int), (dict.__new__, object), (object.__new__, object, 1), (object.__init__, object(), 1)):
    try:
        print(function(*args))
    except TypeError as error:
        print(error)
