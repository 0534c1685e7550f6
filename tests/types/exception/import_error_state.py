# ImportError saves its fields, AttributeError its name.
import copy
samples = [ImportError('m'), ImportError('m', name='n'), ImportError('m', name='n', path='p'), ImportError('m', name_from='x'), ModuleNotFoundError('m', name='n'),
           AttributeError('m'), AttributeError('m', name='n', obj=1), NameError('m', name='n')]
for error in samples:
    print(error.__reduce__())
e = copy.copy(ImportError('m', name='n', path='p'))
print(e.name, e.path, e.msg, e.args)
print(AttributeError('a', name='n').__getstate__())
e = ImportError('m', name='n')
e.extra = 1
print(e.__reduce__()[2], e.__dict__)
