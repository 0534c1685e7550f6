# What `replace` refuses.
c = (lambda a: a).__code__
for keywords in ({'co_name': 1}, {'foo': 1}, {'co_filename': b'x'}, {'co_firstlineno': 'x'}):
    try:
        c.replace(**keywords)
    except TypeError as error:
        print(error)
print(c.replace() == c, c.replace(co_name='other') == c, c.replace(co_filename='other') == c, hash(c.replace()) == hash(c))
print(c.replace(co_qualname='a.b').co_qualname, c.replace(co_firstlineno=100).co_firstlineno)
try:
    c.co_name = 'x'
except AttributeError as error:
    print(error)
