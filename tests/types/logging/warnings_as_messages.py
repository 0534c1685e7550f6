# captureWarnings and the deprecated names.
import logging
import sys
import warnings
from capture import Lines, attempt

lines = Lines()
logger = logging.getLogger('py.warnings')
handler = logging.StreamHandler(lines)
logger.addHandler(handler)
logger.propagate = False
warnings.simplefilter('always')
before = warnings.showwarning
logging.captureWarnings(True)
logging.captureWarnings(True)
warnings.warn('captured')
text = lines.take()
print(text.split(':', 1)[1].splitlines(), warnings.showwarning is before)
warnings.warn('of a kind', FutureWarning)
print(lines.take().split(':', 1)[1].splitlines()[0])
other = Lines()
warnings.showwarning('to a file', UserWarning, 'f.py', 1, other)
print(repr(other.text), repr(lines.take()))
logging.captureWarnings(False)
logging.captureWarnings(False)
print(warnings.showwarning is before)
with warnings.catch_warnings(record=True) as caught:
    logger.warn('method')
    logging.LoggerAdapter(logger).warn('adapter')
    logging.getLogger().addHandler(handler)
    logging.warn('function')
print([(warning.category.__name__, str(warning.message)) for warning in caught], lines.take().splitlines())
