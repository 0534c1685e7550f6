# Whose line a message shows: stacklevel, stack_info, adapters and module functions in between.
import logging
import sys
from capture import Out, attempt

handler = logging.StreamHandler(Out())
handler.setFormatter(logging.Formatter('%(filename)s:%(lineno)d %(funcName)s %(message)s'))
logging.root.addHandler(handler)
logger = logging.getLogger('callers')
adapter = logging.LoggerAdapter(logger, {'a': 1})


def helper(level):
    logger.warning('helper', stacklevel=level)
    logging.warning('module', stacklevel=level)
    adapter.warning('adapter', stacklevel=level)


def outer(level):
    helper(level)


for level in (1, 2, 3, 100):
    outer(level)


class Wrapper:
    def __init__(self, logger):
        self.logger = logger

    def warn(self, text):
        self.logger.log(logging.WARNING, text, stacklevel=2)


Wrapper(logger).warn('wrapped')
(lambda: logger.error('lambda'))()


def with_stack():
    logger.error('stack', stack_info=True)


with_stack()
name, line, function, stack = logger.findCaller()
print(name.rsplit('/')[-1], line, function, stack)
exec("logger.error('exec')")


class Silent(logging.Logger):
    def _log(self, *args, **kwargs):
        super()._log(*args, **kwargs)


logging.setLoggerClass(Silent)
logging.getLogger('silent').error('from a subclass')
