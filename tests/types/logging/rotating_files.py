# logging.handlers: files that are rotated by size, and files that are moved away by others.
import logging
import os
from logging.handlers import RotatingFileHandler, WatchedFileHandler

FOLDER = f'/tmp/taipan-rotating-{os.getpid()}'
PATH = FOLDER + '/log'


def contents():
    found = {}
    for name in sorted(os.listdir(FOLDER)):
        descriptor = os.open(f'{FOLDER}/{name}', os.O_RDONLY)
        found[name] = os.read(descriptor, 10_000)
        os.close(descriptor)
    return found


logger = logging.getLogger('r')
logger.propagate = False


def use(handler, *texts):
    logger.addHandler(handler)
    for text in texts:
        logger.error(text)
    logger.removeHandler(handler)
    handler.close()
    print(contents())
    for name in os.listdir(FOLDER):
        os.unlink(f'{FOLDER}/{name}')


os.mkdir(FOLDER)
try:
    use(RotatingFileHandler(PATH, maxBytes=10, backupCount=2), *'abcdefghijklmnop')
    use(RotatingFileHandler(PATH, maxBytes=10, backupCount=2), 'a much longer line than ten bytes', 'short', 'x')
    use(RotatingFileHandler(PATH, maxBytes=10), 'one two', 'three', 'four')
    use(RotatingFileHandler(PATH, backupCount=2), 'one two three four', 'five')
    use(RotatingFileHandler(PATH, maxBytes=4, backupCount=1, delay=True), 'ab', 'cd', 'ef')
    named = RotatingFileHandler(PATH, maxBytes=4, backupCount=2)
    named.namer = lambda name: name.replace('log.', 'old-')
    use(named, 'ab', 'cd', 'ef')
    copied = RotatingFileHandler(PATH, maxBytes=4, backupCount=1)
    copied.rotator = lambda source, dest: os.rename(source, dest + '.kept')
    use(copied, 'ab', 'cd')
    watched = WatchedFileHandler(PATH)
    logger.addHandler(watched)
    logger.error('before')
    os.rename(PATH, PATH + '.moved')
    logger.error('after')
    os.unlink(PATH)
    use(watched, 'gone', 'same')
finally:
    os.rmdir(FOLDER)
