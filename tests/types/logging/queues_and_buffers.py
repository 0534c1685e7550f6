# logging.handlers: MemoryHandler, BufferingHandler, QueueHandler, QueueListener.
import logging
import queue
from logging.handlers import BufferingHandler, MemoryHandler, QueueHandler, QueueListener
from capture import Lines, Out

logger = logging.getLogger('q')
logger.propagate = False
logger.setLevel('DEBUG')
target = logging.StreamHandler(Out())
target.setFormatter(logging.Formatter('%(levelname)s %(message)s'))

memory = MemoryHandler(3, target=target)
logger.addHandler(memory)
logger.info('one')
logger.info('two')
print(len(memory.buffer))
logger.info('three')
logger.info('four')
logger.error('five')
print(len(memory.buffer))
logger.info('six')
memory.close()
print(memory.target, len(memory.buffer), memory)
lazy = MemoryHandler(3, flushLevel=60, flushOnClose=False)
logger.removeHandler(memory)
logger.addHandler(lazy)
for i in range(5):
    logger.critical(i)
print(len(lazy.buffer))
lazy.setTarget(target)
lazy.flush()
lazy.close()
logger.removeHandler(lazy)
plain = BufferingHandler(2)
logger.addHandler(plain)
logger.info('a')
print(len(plain.buffer))
logger.info('b')
print(len(plain.buffer))
logger.removeHandler(plain)

records = queue.Queue()
sender = QueueHandler(records)
logger.addHandler(sender)
logger.info('%s and %s', 'left', 'right')
try:
    raise ValueError('lost')
except ValueError:
    logger.exception('with a report')
first, second = records.get(), records.get()
print(first.msg, first.args, first.message, second.msg.splitlines()[0], second.msg.splitlines()[-1], second.exc_info, second.exc_text)
records = sender.queue = queue.Queue()
errors = logging.StreamHandler(Out())
errors.setLevel('ERROR')
errors.setFormatter(logging.Formatter('again: %(message)s'))
listener = QueueListener(records, target, errors, respect_handler_level=True)
listener.start()
for i in range(3):
    logger.info('listened %d', i)
logger.error('to both')
listener.stop()
print(listener._thread, records.empty(), sender.listener)
listener.stop()
listener = QueueListener(records, errors)
logger.info('before the start')
listener.start()
listener.stop()


class Full:
    def put_nowait(self, record):
        raise queue.Full


import sys
sender.queue = Full()
real, sys.stderr = sys.stderr, Lines()
logger.info('no room')
print(sys.stderr.text.splitlines()[0], sys.stderr.text.splitlines()[-2:])
sys.stderr = real
