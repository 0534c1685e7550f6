# Threads that log at once: no line is torn, none is lost.
import logging
import threading
from capture import Lines

lines = Lines()
handler = logging.StreamHandler(lines)
handler.setFormatter(logging.Formatter('%(threadName)s %(name)s %(message)s'))
logging.root.addHandler(handler)


def work(number):
    logger = logging.getLogger(f'shared.{number % 2}')
    for i in range(50):
        logger.warning('%d of %d', i, number)
        logging.getLogger(f'own.{number}.{i}').error('x')
        if i % 10 == 0:
            logger.setLevel('INFO')


threads = [threading.Thread(target=work, args=(number,), name=f't{number}') for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
written = lines.text.splitlines()
expected = {f't{n} shared.{n % 2} {i} of {n}' for n in range(4) for i in range(50)} | {f't{n} own.{n}.{i} x' for n in range(4) for i in range(50)}
print(len(written), set(written) == expected)
print(len([name for name in logging.root.manager.loggerDict if name.startswith('own.')]))
