# center, ljust, rjust, zfill, expandtabs

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'ab'.center(6)", "'ab'.center(7)", "'abc'.center(6)", "'abc'.center(7, '*')", "'abc'.center(2)", "'abc'.center(-1)", "'ab'.ljust(5, '.')", "'ab'.rjust(5, '.')", "'ab'.ljust(5, '😀')", "'é'.rjust(3)", "'ab'.ljust(5, '')", "'ab'.ljust(5, 'xy')", "'ab'.ljust(5, 1)", "'ab'.ljust('5')", "'ab'.ljust(5.0)", "'42'.zfill(5)", "'-42'.zfill(5)", "'+42'.zfill(6)", "'--42'.zfill(6)", "''.zfill(3)", "'-'.zfill(3)", "'abc'.zfill(2)", "'é'.zfill(4)", "' 1'.zfill(4)", "'a\\tb'.expandtabs()", "'a\\tb'.expandtabs(4)", "'\\t\\tx'.expandtabs(3)", "'ab\\tc\\n\\td\\r\\te'.expandtabs(4)", "'a\\tb'.expandtabs(0)", "'a\\tb'.expandtabs(-1)", "'a\\tb'.expandtabs(tabsize=2)", "'é\\tb'.expandtabs(3)", "'a\\tb'.expandtabs('x')", "b'a\\tb'.expandtabs(4)", "b'ab'.center(5, b'*')", "b'ab'.center(5, '*')", "b'-7'.zfill(4)", "b'ab'.rjust(4)", "bytearray(b'ab').ljust(4, b'.')", "b'a'.center(4, b'xy')", "'abcd'.center(9, '-')", "'abc'.center(8, '-')", "'x'.center(4, '-')", "'x'.center(5, '-')")
