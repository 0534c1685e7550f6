# Causes and contexts, in reports as text and as TracebackException.
import sys
import traceback

import shortened


def lowest():
    raise KeyError('lowest')


def middle():
    try:
        lowest()
    except KeyError:
        raise ValueError('middle')


def upper():
    try:
        middle()
    except ValueError as error:
        raise RuntimeError('upper') from error


def hidden():
    try:
        lowest()
    except KeyError:
        raise RuntimeError('hidden') from None


for function in upper, hidden:
    try:
        function()
    except RuntimeError as error:
        traceback.print_exc(file=sys.stdout)
        traceback.print_exc(chain=False, file=sys.stdout)
        report = traceback.TracebackException.from_exception(error)
        while report:
            print(report.exc_type_str, report, report.__suppress_context__, len(report.stack), report.exceptions)
            print(report.__cause__ and str(report.__cause__), report.__context__ and str(report.__context__))
            report = report.__cause__ or report.__context__
        compact = traceback.TracebackException.from_exception(error, compact=True)
        print(compact.__context__)

first, second = ValueError('first'), ValueError('second')
first.__cause__ = second
second.__context__ = first
traceback.print_exception(first, file=sys.stdout)
first.__cause__ = first
traceback.print_exception(first, file=sys.stdout)

long = ValueError(0)
for i in range(3000):
    following = ValueError(i)
    following.__context__ = long
    long = following
print(len(traceback.format_exception(long)))
