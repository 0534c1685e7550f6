"""Processes that carry out calls: what pools and executors are built of.

The crew's thread, the foreman, talks to each worker over a connection of its own and gives it one call at a time. So a
worker that is killed takes one call with it, the foreman knows which, and no lock or half-written message is left behind
in anybody's way.

A worker sends a message when it is ready, and one after each call. The foreman sends calls, and an empty message to
dismiss the worker.
"""

import os
import select
import threading
from collections import deque
from multiprocessing.connection import Pipe
from multiprocessing.reduction import ForkingPickler
from pickle import loads

# What a worker's message begins with.
READY, RETURNED, RAISED, UNSENT, UNFIT = range(5)

# Seconds that a worker has to end in after SIGTERM.
_PATIENCE = 5


# In the worker.

def serve(connection, initializer, initargs, catches, unread):
    """What a worker does."""
    prepare(connection, initializer, initargs)
    carry_out_calls(connection, catches, unread)


def prepare(connection, initializer, initargs):
    """Calls the initializer; tells the foreman if it fails."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            connection.send_bytes(_reply_of_exception(UNFIT, error))
            raise


def carry_out_calls(connection, catches, unread):
    """Carries out calls until it is sent away. Exceptions of the class `catches` are results of calls, and so are those of the
    class `unread` where a call cannot be read; others end the worker."""
    reply = ForkingPickler.dumps((READY,))
    while True:
        try:
            connection.send_bytes(reply)
            message = connection.recv_bytes()
        except (EOFError, OSError):
            # The foreman is gone.
            return
        if not message:
            return
        try:
            call = loads(message)
        except unread as error:
            reply = _reply_of_exception(RAISED, error)
            continue
        finally:
            del message
        try:
            # The call keeps nothing alive that it is done with.
            reply = _carry_out(*call)
        except catches as error:
            reply = _reply_of_exception(RAISED, error)
        del call


def _carry_out(function, args, kwargs):
    result = function(*args, **kwargs)
    try:
        return ForkingPickler.dumps((RETURNED, result))
    except Exception as error:
        return _reply_of_unsent(error, result)


def _reply_of_exception(kind, error):
    text = _text(error)
    try:
        reply = ForkingPickler.dumps((kind, error, text))
        # Some exceptions can be written and not be read.
        loads(reply)
    except Exception as reason:
        return _reply_of_unsent(reason, error)
    return reply


def _reply_of_unsent(reason, value):
    reason.__context__ = None
    text = _text(reason)
    try:
        shown = repr(value)
    except Exception:
        shown = object.__repr__(value)
    parts = (repr(reason), shown, text)
    try:
        reply = ForkingPickler.dumps((UNSENT, reason, *parts))
        loads(reply)
        return reply
    except Exception:
        return ForkingPickler.dumps((UNSENT, RuntimeError(parts[0]), *parts))


def _text(error):
    from traceback import format_exception

    return "".join(format_exception(error))


def call_each(function, items):
    """A call for each of the items, in one."""
    return [function(item) for item in items]


def call_each_star(function, items):
    """As call_each(), with items that are all of the arguments."""
    return [function(*item) for item in items]


# In the parent.

class Call:
    """A call to be made by some worker. Subclasses say what is done with the answer; the foreman calls these methods."""

    __slots__ = ()

    def begin(self):
        """Whether the call is still wanted."""
        return True

    def parts(self):
        """Function, arguments, and keyword arguments."""
        raise NotImplementedError

    def sent(self):
        """A worker has been told its parts."""

    def returned(self, value):
        """It has returned this."""
        raise NotImplementedError

    def raised(self, error, text):
        """It has raised this; `text` is the traceback there, None if it was raised here."""
        raise NotImplementedError

    def unsent(self, reason, reason_text, value_text, text):
        """Its result, or the exception it raised, cannot be sent."""
        raise NotImplementedError

    def lost(self, exitcode):
        """The worker has ended meanwhile."""
        raise NotImplementedError


class _Worker:
    __slots__ = ("process", "connection", "call", "is_ready", "is_leaving", "served")

    def __init__(self, process, connection):
        self.process = process
        self.connection = connection
        self.call = None
        self.is_ready = False
        # It was dismissed, and will end by itself.
        self.is_leaving = False
        # How many calls it was given.
        self.served = 0


class Crew:
    """Workers, calls for them, and the foreman.

    Workers are started by whoever calls start_worker(), and otherwise touched by the foreman alone. The hooks at the end
    are for those who keep a crew.
    """

    RUNS, CLOSES, STOPS, OVER = range(4)

    def __init__(self, make_process, initializer, initargs, limit, catches, unread, name):
        self._make_process = make_process
        self._task = initializer, initargs, catches, unread
        self._limit = limit
        self.state = self.RUNS
        self.calls = deque()
        # Guards what follows, and changes of the state. A finaliser may want it while its thread has it.
        self.lock = threading.RLock()
        # By the numbers of their connections and sentinels.
        self.workers = {}
        # By their numbers: those that are not leaving.
        self.processes = {}
        # Ready, and without a call.
        self.idle = []
        self._poll = select.poll()
        self._wake_reader, self._wake_writer = os.pipe()
        self._is_woken = False
        self._poll.register(self._wake_reader, select.POLLIN)
        self.foreman = threading.Thread(target=self._lead, name=name, daemon=True)

    def start_worker(self):
        """Starts another worker."""
        ours, theirs = Pipe()
        try:
            process = self._make_process(serve, (theirs, *self._task))
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        worker = _Worker(process, ours)
        with self.lock:
            self.workers[ours.fileno()] = worker
            # A connection may stay open in processes that the worker has started itself.
            self.workers[process.sentinel] = worker
            self.processes[process.pid] = process
            self._poll.register(ours.fileno(), select.POLLIN)
            self._poll.register(process.sentinel, select.POLLIN)
        self.wake()

    def available(self):
        """How many workers can be given a call, or will be when they have started."""
        with self.lock:
            return len(self.idle) + sum(not worker.is_ready for worker in set(self.workers.values()))

    def add(self, call):
        """Has a call carried out, when one of the workers has time."""
        with self.lock:
            is_over = self.state == self.OVER
            if not is_over:
                self.calls.append(call)
        if is_over:
            self.over([call])
        else:
            self.wake()

    def wake(self):
        """Has the foreman look what there is to do."""
        if not self._is_woken:
            self._is_woken = True
            with self.lock:
                if self.state != self.OVER:
                    os.write(self._wake_writer, b"w")

    def close(self):
        """Takes no more calls; the workers go when the last one has been carried out."""
        with self.lock:
            if self.state == self.RUNS:
                self.state = self.CLOSES
        self._is_woken = False
        self.wake()

    def stop(self):
        """Ends the workers at once."""
        with self.lock:
            if self.state == self.OVER:
                return
            self.state = self.STOPS
            processes = [worker.process for worker in set(self.workers.values())]
        # The foreman may be waiting for one of them.
        for process in processes:
            process.terminate()
        self._is_woken = False
        self.wake()

    def join(self):
        """Waits for the foreman, who waits for the workers."""
        if self.foreman.ident is not None and threading.current_thread() is not self.foreman:
            self.foreman.join()

    # The foreman.

    def _lead(self):
        try:
            while True:
                # This drops calls that nobody wants any more.
                self._hand_out()
                if self.state != self.RUNS and not (self.state == self.CLOSES and self._has_work()):
                    break
                self._listen()
        finally:
            self._end()

    def _has_work(self):
        return bool(self.calls) or any(worker.call is not None for worker in list(self.workers.values()))

    def _listen(self):
        """Waits for something to happen, and deals with it."""
        for number, _ in self._poll.poll():
            if number == self._wake_reader:
                os.read(self._wake_reader, 4096)
                self._is_woken = False
                continue
            worker = self.workers.get(number)
            if worker is None or self.state == self.STOPS:
                continue
            if worker.is_leaving:
                self._forget(worker)
            elif number != worker.process.sentinel:
                self._hear(worker)
            else:
                # What it has said before its end counts.
                while self.workers.get(number) is worker and worker.connection.poll():
                    self._hear(worker)
                if self.workers.get(number) is worker:
                    self._lose(worker)

    def _hear(self, worker):
        """Takes a message of a worker."""
        try:
            message = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._lose(worker)
            return
        call, worker.call = worker.call, None
        try:
            kind, *parts = loads(message)
        except BaseException as error:
            # Whatever reading it does, the foreman has others to care for.
            self.unreadable(call, error)
            self._employ(worker)
            return
        if kind == UNFIT or kind == UNSENT and call is None:
            self._forget(worker)
            self.unfit(parts[0], parts[-1])
            return
        worker.is_ready = True
        self._employ(worker)
        if call is not None:
            self._settle(call, kind, parts)

    def _settle(self, call, kind, parts):
        if kind == RETURNED:
            call.returned(*parts)
        elif kind == RAISED:
            call.raised(*parts)
        else:
            call.unsent(*parts)

    def _employ(self, worker):
        """Gives a worker that has none a call, or sends it away if it has had its number of them."""
        if self._limit is not None and worker.served >= self._limit:
            self._dismiss(worker)
            self.needed()
            return
        while (call := self._next_call()) is not None:
            try:
                message = ForkingPickler.dumps(call.parts())
            except BaseException as error:
                call.raised(error, None)
                continue
            try:
                worker.connection.send_bytes(message)
            except OSError:
                # It has not heard of the call.
                self.calls.appendleft(call)
                self._lose(worker)
                return
            worker.call = call
            worker.served += 1
            call.sent()
            return
        with self.lock:
            self.idle.append(worker)

    def _next_call(self):
        while self.state != self.STOPS:
            try:
                call = self.calls.popleft()
            except IndexError:
                break
            if call.begin():
                return call
        return None

    def _hand_out(self):
        while self.calls and self.idle and self.state != self.STOPS:
            with self.lock:
                worker = self.idle.pop()
            self._employ(worker)
        if self.calls:
            self.needed()

    def _dismiss(self, worker):
        """Sends a worker away that has no call."""
        if worker.is_leaving:
            return
        worker.is_leaving = True
        try:
            worker.connection.send_bytes(b"")
        except OSError:
            pass
        with self.lock:
            self._disconnect(worker)
            self.processes.pop(worker.process.pid, None)

    def _disconnect(self, worker):
        if not worker.connection.closed:
            number = worker.connection.fileno()
            del self.workers[number]
            self._poll.unregister(number)
            worker.connection.close()

    def _lose(self, worker):
        """Deals with the unexpected end of a worker."""
        self._forget(worker)
        call, worker.call = worker.call, None
        exitcode = worker.process.exitcode
        # Who waits for the call finds the crew as it is after the loss.
        self.lost(worker.is_ready, exitcode)
        if call is not None:
            call.lost(exitcode)

    def _forget(self, worker):
        """Waits until a worker has ended, which is about to or has to, and forgets it."""
        with self.lock:
            self._disconnect(worker)
            del self.workers[worker.process.sentinel]
            self._poll.unregister(worker.process.sentinel)
            if worker in self.idle:
                self.idle.remove(worker)
        _await_end(worker.process, _PATIENCE)
        with self.lock:
            self.processes.pop(worker.process.pid, None)

    def _end(self):
        """The end of the crew: all workers have ended afterwards, and all calls are settled."""
        with self.lock:
            stops = self.state == self.STOPS
            workers = set(self.workers.values())
            self.idle.clear()
        for worker in workers:
            if stops:
                worker.process.terminate()
            else:
                self._dismiss(worker)
        for worker in workers:
            # Who is dismissed may take its time: it may have threads, or something to do at its end.
            _await_end(worker.process, _PATIENCE if stops else None)
            worker.connection.close()
        with self.lock:
            self.state = self.OVER
            self.workers.clear()
            os.close(self._wake_reader)
            os.close(self._wake_writer)
        abandoned = [worker.call for worker in workers if worker.call is not None]
        while self.calls:
            abandoned.append(self.calls.popleft())
        self.over(abandoned)

    # Hooks, called by the foreman.

    def needed(self):
        """There are calls and nobody to carry them out, or somebody has been sent away: a worker may be started."""

    def lost(self, was_ready, exitcode):
        """A worker has ended, perhaps before it was ready."""

    def unreadable(self, call, error):
        """Reading the answer to a call has raised this."""
        call.raised(error, None)

    def unfit(self, error, text):
        """The initializer of a worker has raised this."""

    def over(self, calls):
        """The crew is no more, and these calls have not been carried out."""


def _await_end(process, patience):
    """Waits for a process to end. One that has not ended in time is killed."""
    process.join(patience)
    if process.exitcode is None:
        process.terminate()
        process.join(patience)
        if process.exitcode is None:
            process.kill()
            process.join()
