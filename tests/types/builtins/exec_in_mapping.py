# Locals may be any mapping; names go through its methods.
class Mapping:
    def __init__(self):
        self.d = {}
    def __getitem__(self, key):
        print('get', key)
        return self.d[key]
    def __setitem__(self, key, value):
        print('set', key)
        self.d[key] = value
    def __delitem__(self, key):
        print('del', key)
        del self.d[key]
m = Mapping()
exec('a = 1\nb = a + 1\ndel a\nlen("x")\nclass C: pass\nglobal g\ng = 1', namespace := {}, m)
print(sorted(m.d), namespace['g'])
for text in ('undefined', 'del nope'):
    try:
        exec(text, {}, m)
    except NameError as error:
        print(error)
