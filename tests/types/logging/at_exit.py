# Handlers are flushed and closed at the end, the newest first, whatever they do.
import logging


class Telling(logging.Handler):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def flush(self):
        print('flush', self.name)

    def close(self):
        print('close', self.name)
        super().close()
        if self.name == 'failing':
            raise OSError('ignored')


class NotFlushed(Telling):
    flushOnClose = False


kept = [Telling('first'), Telling('failing'), NotFlushed('not flushed')]
gone = Telling('gone')
del gone
print(sorted(logging.getHandlerNames()))
logging.root.addHandler(Telling('last'))
print('end')
