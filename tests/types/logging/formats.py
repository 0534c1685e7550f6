# Formatters: the three styles, what validates, times, exceptions, defaults, several records.
import logging
import time
from capture import Out, attempt

record = logging.makeLogRecord({
    'name': 'n', 'levelname': 'INFO', 'levelno': 20, 'msg': 'message %s', 'args': ('x',), 'created': 1700000000.25, 'msecs': 250.0,
})
for style, formats in {
    '%': [None, '', '%(name)s', '%(name)5s|%(levelno)05d|%(message)-12s|', 'no place', '%(name)', '%(name)z', '%()s', '%s', '%(a b)s',
          '%(name)#0+ -5.3s', '%(name)*.*s', '%(message)s %(missing)s', '%(name)%', '%%(name)s', '%(x%(name)s', '%(name)S', '%(größe)s'],
    '{': [None, '{name}', '{name:>5}|{levelno:05d}|{message!r:<15}|', 'no place', '{}', '{0}', '{name', 'name}', '{name!z}', '{name:zz}',
          '{name.__class__}', '{name[0]}', '{name[]}', '{na me}', '{name:{levelno}}', '{name:.{levelno}}', '{missing}', '{{name}}', '{name:*^10s}',
          '{levelno:+#x}', '{levelno:,d}', '{levelno:_.2f}', '{levelno:%}', '{name.}', '{name-x}', '{name:.}', '{name:<<5}', '{name!}'],
    '$': [None, '$name', '${name} $message', 'no place', '$', '$$', '$name $', '${name', '$missing', '${levelno}$$', '$1', '$name$message'],
}.items():
    for text in formats:
        try:
            formatter = logging.Formatter(text, style=style)
        except ValueError as error:
            print(style, repr(text), 'refused:', error)
            continue
        try:
            print(style, repr(text), formatter.usesTime(), repr(formatter.format(record)))
        except Exception as error:
            print(style, repr(text), formatter.usesTime(), type(error).__name__, error)
attempt(logging.Formatter, style='?')
attempt(logging.Formatter('no place', validate=False).format, record)
attempt(logging.Formatter('%(user)s %(name)s', defaults={'user': 'nobody', 'name': 'not this'}).format, record)
attempt(logging.Formatter('{user}', style='{', defaults={'user': 'nobody'}).format, record)
attempt(logging.Formatter('$user', style='$', defaults={'user': 'nobody'}).format, record)

utc = logging.Formatter('%(asctime)s %(message)s')
utc.converter = time.gmtime
print(utc.format(record), record.asctime, record.message)
utc.datefmt = '%d.%m.%Y %H:%M'
print(utc.format(record))
utc.datefmt, utc.default_msec_format = None, None
print(utc.format(record))
utc.default_msec_format, utc.default_time_format = '%s.%03d', '%H:%M:%S'
print(utc.format(record), utc.formatTime(record, '%Y'))
print(logging.Formatter('{asctime}', style='{').usesTime(), logging.Formatter('$asctime', style='$').usesTime(),
      logging.Formatter('${asctime}', style='$').usesTime())

out = Out()
try:
    raise ValueError('wrong')
except ValueError as error:
    record.exc_info = (type(error), error, error.__traceback__)
plain = logging.Formatter()
out.write(plain.format(record) + '\n')
print(record.exc_text.splitlines()[-1])
record.exc_text = 'cached'
print(plain.format(record))
record.exc_info, record.stack_info = None, 'Stack:\n  line'
print(plain.format(record))
record.msg, record.args = 'ends its line\n', None
print(plain.format(record))
record.exc_text = record.stack_info = None


class Own(logging.Formatter):
    def formatException(self, ei):
        return f'[{ei[0].__name__}]'

    def formatStack(self, stack_info):
        return stack_info.upper()

    def formatMessage(self, record):
        return super().formatMessage(record).strip() + '!'


record.exc_info, record.stack_info = (KeyError, None, None), 'stack'
print(Own().format(record))
record.exc_info = record.exc_text = record.stack_info = None


class Framed(logging.BufferingFormatter):
    def formatHeader(self, records):
        return f'head {len(records)}\n'

    def formatFooter(self, records):
        return 'foot'


print(Framed().format([record, record]), repr(Framed().format([])), repr(logging.BufferingFormatter(Own()).format([record])))
print(logging.BASIC_FORMAT, logging.Formatter.__module__, logging.PercentStyle.__name__)
