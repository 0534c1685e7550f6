# What is in a record, arguments of messages, extra, factories, makeLogRecord.
import logging
import os
import threading
from capture import attempt

seen = []


class Keep(logging.Handler):
    def emit(self, record):
        seen.append(record)


logger = logging.getLogger('records')
logger.addHandler(Keep())
logger.propagate = False
logger.setLevel(1)


def last():
    return seen[-1]


def say():
    logger.info('plain')


say()
record = last()
print(record.name, record.msg, record.args, record.levelname, record.levelno, record.filename, record.module, record.lineno, record.funcName)
print(record.exc_info, record.exc_text, record.stack_info, record.threadName, record.processName, record.taskName)
print(record.thread == threading.get_ident(), record.process == os.getpid(), record.pathname == os.path.abspath(__file__))
print(isinstance(record.created, float), 0 <= record.msecs < 1000, record.relativeCreated >= 0, repr(record).startswith('<LogRecord: records, 20, '))
print(sorted(record.__dict__))

for arguments in [('%s', 1), ('%s %d', 'a', 2), ('%(a)s', {'a': 1}), ('%s', {}), ('%s', {'a': 1}), ('100%',), ('%s %s', (1, 2), 3), (5,),
                  (['list'],), ('%s', None), ('%%',), ('%d', 'x'), ('%s',), ('nothing', 1)]:
    logger.info(*arguments)
    print(last().args, end=' ')
    attempt(last().getMessage)

logger.info('extra', extra={'user': 'u', 'ip': 1})
print(last().user, last().ip)
for name in ('message', 'asctime', 'name', 'args'):
    attempt(logger.info, 'x', extra={name: 1})
logger.log(33, 'own level')
print(last().levelname, last().levelno)

try:
    1 / 0
except ZeroDivisionError as error:
    logger.exception('failed')
    print(last().exc_info[0], last().exc_info[1] is error, last().levelname)
    logger.info('x', exc_info=True)
    print(last().exc_info[1] is error)
    logger.info('x', exc_info=False)
    print(last().exc_info)
    saved = error
logger.info('x', exc_info=saved)
print(last().exc_info[1] is saved)
logger.info('x', exc_info=(ValueError, None, None))
print(last().exc_info)
logger.info('x', exc_info=True)
print(last().exc_info)
attempt(logger.info, 'x', unknown=1)

thread = threading.Thread(target=say, name='other')
thread.start()
thread.join()
print(last().threadName)
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
say()
print(last().thread, last().threadName, last().process, last().processName)
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = True

made = logging.makeLogRecord({'msg': 'made %s', 'args': ('up',), 'own': 3})
print(made.getMessage(), made.own, made.name, made.levelname, made.filename, made.module)
for path in ('folder/name.py', '/x/.hidden', 'a.b.c', '', None, '..'):
    made = logging.LogRecord('n', 10, path, 1, 'm', None, None)
    print(made.filename, made.module)


class Fancy(logging.LogRecord):
    def getMessage(self):
        return '<' + super().getMessage() + '>'


logging.setLogRecordFactory(Fancy)
logger.info('%s', 'x')
print(last().getMessage(), logging.getLogRecordFactory() is Fancy)
logging.setLogRecordFactory(logging.LogRecord)
