# The tree of loggers: names, parents, place holders, propagation, children.
import logging
from capture import Out, attempt

print(logging.getLogger() is logging.root, logging.getLogger('root') is logging.root, logging.getLogger('') is logging.root)
low = logging.getLogger('a.b.c.d')
print(low.parent.name, sorted(n for n in logging.root.manager.loggerDict if n.startswith('a')))
print([type(logging.root.manager.loggerDict[n]).__name__ for n in ('a', 'a.b', 'a.b.c', 'a.b.c.d')])
middle = logging.getLogger('a.b')
print(low.parent is middle, middle.parent.name)
top = logging.getLogger('a')
print(middle.parent is top, low.parent is middle, top.parent.name)
other = logging.getLogger('a.bc')
print(other.parent is top)
between = logging.getLogger('a.b.c')
print(low.parent is between, between.parent is middle)
print(logging.getLogger('a.b') is middle, middle.getChild('c.d') is low, logging.root.getChild('a') is top)
print(sorted(child.name for child in top.getChildren()), sorted(child.name for child in low.getChildren()))
attempt(logging.getLogger, 5)
attempt(logging.getLogger, b'name')
print(low, top, logging.root)


class Named(logging.Handler):
    def emit(self, record):
        print(self.get_name(), record.name, record.getMessage())


handlers = {}
for logger in (top, middle, low, logging.root):
    handlers[logger.name] = handler = Named()
    handler.name = 'on ' + logger.name
    logger.addHandler(handler)
    logger.addHandler(handler)
low.warning('all the way')
middle.propagate = False
low.warning('to the middle')
print(low.hasHandlers(), logging.getLogger('x').hasHandlers())
low.removeHandler(handlers['a.b.c.d'])
low.removeHandler(handlers['a.b.c.d'])
low.warning('not by itself')
middle.removeHandler(handlers['a.b'])
print(low.hasHandlers())
middle.propagate = True
print(sorted(logging.getHandlerNames()), logging.getHandlerByName('on a') is handlers['a'], logging.getHandlerByName('x'))
handlers['a'].name = 'other'
print(sorted(logging.getHandlerNames()), handlers['a'], logging.StreamHandler(Out()))
handlers['a'].close()
print(sorted(logging.getHandlerNames()))


class Mine(logging.Logger):
    def shout(self, text):
        self.critical(text.upper())


logging.setLoggerClass(Mine)
print(logging.getLoggerClass().__name__, type(logging.getLogger('mine')).__name__, type(top).__name__)
logging.getLogger('a.mine').shout('loud')
logging.setLoggerClass(logging.Logger)
attempt(logging.setLoggerClass, int)
attempt(logging.setLoggerClass, logging.Handler)
logging.root.manager.setLoggerClass(Mine)
print(type(logging.getLogger('mine2')).__name__)
import copy
print(copy.copy(top) is top, copy.copy(logging.root) is logging.root)
