# Levels: names and numbers, which messages pass, disable, the cache of answers.
import logging
from capture import Out, attempt

for level in (0, 10, 20, 30, 40, 50, 5, 'INFO', 'WARN', 'FATAL', 'nothing', None, 1.5):
    attempt(logging.getLevelName, level)
print(logging.getLevelNamesMapping())
names = logging.getLevelNamesMapping()
names['x'] = 1
print('x' in logging.getLevelNamesMapping())
logging.addLevelName(25, 'NOTICE')
print(logging.getLevelName(25), logging.getLevelName('NOTICE'), logging.getLevelNamesMapping()['NOTICE'])

logger = logging.getLogger('levels')
logger.propagate = False
handler = logging.StreamHandler(Out())
logger.addHandler(handler)
for level in (5, 'NOTICE', 'ERROR', logging.DEBUG, 0):
    logger.setLevel(level)
    print(logger.level, logger.getEffectiveLevel(), [n for n in (1, 5, 10, 20, 25, 30, 40, 50) if logger.isEnabledFor(n)], logger)
for wrong in ('nothing', None, 1.5, b'INFO', True):
    attempt(logger.setLevel, wrong)

logger.setLevel('INFO')
logger.debug('debug')
logger.info('info')
logger.warning('warning')
logger.error('error')
logger.critical('critical')
logger.fatal('fatal')
logger.log(25, 'notice')
logger.log(5, 'five')
attempt(logger.log, 'INFO', 'text')
logging.raiseExceptions = False
attempt(logger.log, 'INFO', 'text')
logging.raiseExceptions = True

handler.setLevel('ERROR')
logger.info('not by the handler')
logger.error('by the handler')
handler.setLevel(0)
logging.disable(logging.WARNING)
logger.warning('disabled')
logger.error('enabled')
print(logger.isEnabledFor(30), logging.root.manager.disable)
logging.disable()
logger.critical('disabled')
logging.disable('NOTSET')
logger.warning('again')
attempt(logging.disable, 'nothing')
logger.disabled = True
logger.critical('disabled')
print(logger.isEnabledFor(50))
logger.disabled = False

parent, child = logging.getLogger('p'), logging.getLogger('p.q')
print(child.getEffectiveLevel(), child.isEnabledFor(20))
parent.setLevel(10)
print(child.getEffectiveLevel(), child.isEnabledFor(20))
child.setLevel(40)
print(child.getEffectiveLevel(), child.isEnabledFor(20))
