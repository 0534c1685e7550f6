# basicConfig: what it takes, when it does nothing, force; the functions of the module.
import logging
import sys
from capture import Lines, Out, attempt

root = logging.root


def fresh():
    for handler in root.handlers[:]:
        root.removeHandler(handler)
    root.setLevel('WARNING')


lines = Lines()
logging.basicConfig(stream=lines, level='INFO')
logging.info('info %s', 1)
logging.debug('debug')
logging.warning('warning')
logging.critical('critical')
logging.fatal('fatal')
logging.log(35, 'log')
try:
    {}['x']
except KeyError:
    logging.exception('exception')
print([line for line in lines.take().splitlines() if not line.startswith(' ')])
logging.basicConfig(stream=Out(), format='%(message)s!')
print(len(root.handlers), root.handlers[0].stream is lines)
logging.basicConfig(stream=Out(), format='{levelname} {message}', style='{', force=True)
logging.info('forced')
fresh()
logging.basicConfig(stream=Out(), format='$name $message', style='$', datefmt='%Y')
logging.warning('dollars')
fresh()
own = logging.StreamHandler(Out())
own.setFormatter(logging.Formatter('own %(message)s'))
logging.basicConfig(handlers=[own, logging.StreamHandler(Out())], level=logging.DEBUG)
logging.debug('twice')
for arguments in [
    {'stream': Out(), 'filename': 'x'}, {'handlers': [], 'stream': Out()}, {'handlers': [], 'filename': 'x'}, {'style': '?'},
    {'unknown': 1, 'other': 2}, {'format': 'no place'}, {'level': 'nothing'},
]:
    fresh()
    attempt(logging.basicConfig, **arguments)
fresh()
logging.basicConfig()
print(root.handlers)
sys.stdout.flush()
logging.warning('to stderr')
fresh()
logging.error('configures by itself')
print(len(root.handlers))
