# The second argument of SyntaxError has the place.
def attempt(*args):
    try:
        e = SyntaxError(*args)
        print(e.args, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, '|', e)
    except TypeError as error:
        print(error)
attempt()
attempt('m')
attempt('m', ('f', 1, 2, 't'))
attempt('m', ('f', 1, 2, 't', 3, 4))
attempt('m', ('f', 1, 2))
attempt('m', ('f', 1, 2, 't', 3))
attempt('m', 1)
attempt('m', (None, 1, 2, 't'))
attempt('m', ('/a/b', None, 2, 't'))
attempt('a', 'b', 'c')
