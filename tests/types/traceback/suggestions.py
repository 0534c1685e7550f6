# "Did you mean" in reports that are made by hand.
import sys
import traceback
from traceback import TracebackException


class Thing:
    def __init__(self):
        self.colour = 1

    def method(self):
        return colour

    def wrong(self):
        return self.color


counter = 1


def local():
    variable = 2
    return varable


attempts = [
    lambda: Thing().color, lambda: Thing().xyz, Thing().method, Thing().wrong, local, lambda: coutner, lambda: pritn,
    lambda: asyncio, lambda: sys.verion, lambda: nothing_like_it, lambda: [].apend, lambda: exec('from sys import verion'),
    lambda: exec('import nowhere'), lambda: json,
]
for attempt in attempts:
    try:
        attempt()
    except (AttributeError, NameError, ImportError) as error:
        print(traceback.format_exception(error)[-1], end='')
        print(traceback.format_exception_only(error), str(TracebackException(type(error), error, None)))
for error in [NameError('message'), NameError('message', name='counterr'), AttributeError('message', name='colour'),
              AttributeError('message', name='color', obj=Thing()), ImportError('message', name='sys', name_from='verion'),
              ImportError('message', name='no such', name_from='x'), NameError('message', name='json')]:
    print(traceback.format_exception_only(error))
