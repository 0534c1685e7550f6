# exit: 1
# Notes follow the message, each line of them.
def f():
    e = ValueError('message')
    e.add_note('a note')
    e.add_note('a note\nof two lines')
    e.add_note('')
    e.__notes__.append(5)
    raise e


f()
