# LoggerAdapter: extra, merge_extra, process, everything that goes through to the logger.
import logging
from capture import Out, attempt

handler = logging.StreamHandler(Out())
handler.setFormatter(logging.Formatter('%(levelname)s %(user)s %(message)s %(more)s', defaults={'user': '-', 'more': '-'}))
logger = logging.getLogger('adapted')
logger.addHandler(handler)
logger.propagate = False
logger.setLevel('DEBUG')

adapter = logging.LoggerAdapter(logger, {'user': 'me'})
adapter.debug('debug')
adapter.info('info %s', 1)
adapter.warning('warning', extra={'more': 'lost'})
adapter.error('error')
adapter.critical('critical')
adapter.log(15, 'log')
try:
    raise KeyError('k')
except KeyError:
    adapter.exception('exception', exc_info=False)
merging = logging.LoggerAdapter(logger, {'user': 'me'}, merge_extra=True)
merging.info('merged', extra={'more': 'kept'})
merging.info('over', extra={'user': 'you'})
merging.info('none')
logging.LoggerAdapter(logger).info('no extra')


class Prefixed(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['user']}] {msg}", kwargs


nested = Prefixed(adapter, {'user': 'outer'})
nested.info('nested %d', 2)
print(adapter, nested, adapter.name, adapter.manager is logger.manager)
print(adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers())
adapter.setLevel('ERROR')
print(logger.level, adapter.isEnabledFor(10))
adapter.info('not enabled')
print(logging.LoggerAdapter[logging.Logger])
