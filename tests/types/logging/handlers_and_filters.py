# Handlers, filters, streams that fail, what nobody handles.
import logging
import sys
from capture import Lines, Out, attempt

logger = logging.getLogger('h')
logger.propagate = False
lines = Lines()
handler = logging.StreamHandler(lines)
handler.terminator = '|'
logger.addHandler(handler)
logger.error('one')
logger.error('two')
print(repr(lines.take()))
print(handler.setStream(lines), handler.setStream(Out()) is lines)
handler.terminator = '\n'

only = logging.Filter('h.in')
for name in ('h', 'h.in', 'h.in.deep', 'h.inner', 'x'):
    print(name, only.filter(logging.makeLogRecord({'name': name})), logging.Filter().filter(logging.makeLogRecord({'name': name})))


def no_secrets(record):
    return 'secret' not in record.msg


class Replacing(logging.Filter):
    def filter(self, record):
        if 'other' not in record.msg:
            return True
        copy = logging.makeLogRecord(record.__dict__)
        copy.msg = 'in its place'
        return copy


logger.addFilter(no_secrets)
logger.addFilter(no_secrets)
print(len(logger.filters))
logger.error('a secret')
logger.error('told')
logger.addFilter(Replacing())
logger.error('other')
logger.removeFilter(no_secrets)
logger.removeFilter(no_secrets)
logger.error('a secret')
handler.addFilter(lambda record: record.levelno > 40)
logger.error('by the handler')
logger.critical('by the handler')
print(handler.handle(logging.makeLogRecord({'levelno': 10})), handler.filter(logging.makeLogRecord({'levelno': 50})) is not None)
handler.filters.clear()
logger.filters.clear()

attempt(logging.Handler().emit, None)
null = logging.NullHandler()
print(null.handle(None), null.emit(None), null.lock, null)
print(handler, logging.Handler('INFO'), logging.StreamHandler(sys.stdout), logging.StreamHandler[str])
attempt(logging.Handler, 'nothing')


class Failing:
    def write(self, text):
        raise OSError('disk full')


errors = Lines()
real, sys.stderr = sys.stderr, errors
failing = logging.StreamHandler(Failing())
logger.addHandler(failing)
logger.error('text %s', 'x')
print(errors.take().splitlines()[-1])
logger.removeHandler(failing)
logger.error('%d', 'not a number')
report = errors.take().splitlines()
print(report[0], report[1], [line for line in report if not line.startswith(' ')][2:])
logging.raiseExceptions = False
logger.error('%d', 'not a number')
print(repr(errors.take()))
logging.raiseExceptions = True


class Unshowable:
    def __repr__(self):
        raise KeyError


logger.error('%d', Unshowable())
print(errors.take().splitlines()[-2:])

nobody = logging.getLogger('nobody')
nobody.warning('by the last resort')
nobody.info('not by anybody')
print(repr(errors.take()), logging.lastResort)
try:
    1 / 0
except ZeroDivisionError:
    nobody.exception('with a report')
print(errors.take().splitlines()[::4])
logging.lastResort = None
nobody.error('first')
nobody.error('second')
print(repr(errors.take()))
sys.stderr = None
nobody.handle(logging.makeLogRecord({'name': 'x', 'levelno': 5})) if False else None
sys.stderr = real


class Recursive(logging.Handler):
    def emit(self, record):
        if record.levelno < 45:
            logger.critical('from the handler')
        print('handled', record.getMessage())


logger.addHandler(Recursive())
logger.error('from outside')
