"""Attempts that start one after another until one succeeds."""

import contextlib

from . import exceptions, locks, tasks

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Starts attempts, each when the one before has failed or so many seconds later; the first that succeeds ends the
    others. Returns (its result, its index, the exceptions of all)."""
    attempts = list(coro_fns)
    errors = []
    running = set()
    winner_result = None
    winner_index = None
    failed = [locks.Event() for _ in attempts]

    async def attempt(index):
        nonlocal winner_result, winner_index
        try:
            result = await attempts[index]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except exceptions.CancelledError as error:
            errors[index] = error
            raise
        except BaseException as error:
            errors[index] = error
            failed[index].set()
        else:
            if winner_index is None:
                winner_index = index
                winner_result = result
            return result

    try:
        for index in range(len(attempts)):
            errors.append(None)
            task = tasks.create_task(attempt(index))
            running.add(task)
            # The next begins when this one has failed, succeeded, or taken too long.
            signal = tasks.create_task(failed[index].wait())
            try:
                await tasks.wait({task, signal}, timeout=delay, return_when=tasks.FIRST_COMPLETED)
            finally:
                signal.cancel()
                with contextlib.suppress(exceptions.CancelledError):
                    await signal
            if winner_index is not None:
                break
        while winner_index is None and any(not task.done() for task in running):
            await tasks.wait([task for task in running if not task.done()], return_when=tasks.FIRST_COMPLETED)
        return winner_result, winner_index, errors
    finally:
        losers = [task for task in running if not task.done()]
        for task in losers:
            task.cancel()
        if losers:
            await tasks.gather(*losers, return_exceptions=True)
