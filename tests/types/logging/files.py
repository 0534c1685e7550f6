# FileHandler: appending, writing anew, delay, reopening, encodings.
import logging
import os
from capture import attempt

PATH = f'/tmp/taipan-logging-{os.getpid()}.log'


def content():
    descriptor = os.open(PATH, os.O_RDONLY)
    try:
        return os.read(descriptor, 10_000)
    finally:
        os.close(descriptor)


logger = logging.getLogger('files')
logger.propagate = False


def logged(text, **options):
    handler = logging.FileHandler(PATH, **options)
    logger.addHandler(handler)
    logger.warning(text)
    logger.removeHandler(handler)
    handler.close()
    return content()


try:
    print(logged('one'))
    print(logged('two', mode='a'))
    print(logged('three ü', mode='w', encoding='utf-8'))
    late = logging.FileHandler(PATH, delay=True)
    print(late.stream, late.baseFilename == PATH, repr(late) == f'<FileHandler {PATH} (NOTSET)>')
    late.emit(logging.makeLogRecord({'msg': 'four'}))
    print(content())
    late.close()
    print(late.stream)
    late.emit(logging.makeLogRecord({'msg': 'five'}))
    late.close()
    print(content())
    anew = logging.FileHandler(PATH, mode='w')
    anew.close()
    anew.emit(logging.makeLogRecord({'msg': 'six'}))
    print(content(), anew.stream)
    try:
        logging.FileHandler(PATH, mode='x')
    except FileExistsError as error:
        print(error.errno, error.filename == PATH)
    attempt(logging.FileHandler, '/nowhere/at/all.log')
    logging.basicConfig(filename=PATH, filemode='w', level='INFO', format='%(message)s')
    logging.info('seven')
    print(content(), logging.root.handlers[0].errors)
finally:
    os.unlink(PATH)
