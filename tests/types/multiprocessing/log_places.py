# Records of the package's log tell where they come from.
import io
import logging
import multiprocessing
from multiprocessing import util

logger = multiprocessing.get_logger()
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s %(filename)s %(funcName)s %(message)s"))
logger.addHandler(handler)
logger.setLevel(logging.DEBUG)


def tell():
    logger.info("one")
    util.info("two")
    util.debug("three %s", 3)


tell()
logger.removeHandler(handler)
print(stream.getvalue(), end="")
