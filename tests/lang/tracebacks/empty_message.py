# exit: 1
# An exception without a message prints its name only.
class Nothing(Exception):
    pass


try:
    raise Nothing()
except Nothing:
    raise Nothing('') from Nothing(None)
