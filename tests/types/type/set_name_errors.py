# An exception in `__set_name__` gets a note.
class Bad:
    def __set_name__(self, owner, name):
        1 / 0
class Wrong:
    def __set_name__(self, owner):
        pass
for kind in (Bad, Wrong):
    try:
        type('A', (), {'attr': kind()})
    except Exception as error:
        print(type(error).__name__, error)
        print(error.__notes__)
