# Globals that are an instance of a subclass of dict answer for names by their own `__getitem__`, unless locals are given too.
class Missing(dict):
    def __missing__(self, key):
        return 'missing ' + key
print(eval('name', Missing()))
print(eval('name', {}, Missing()))
exec('result = other', {}, namespace := Missing())
print(namespace)
try:
    eval('name', Missing(), {})
except NameError as error:
    print(error)
