# by hand
# A process has ended, and the loop does not know yet: signals, and the end of the transport, leave its exit code to the loop.
import asyncio
import os
import time


def ended(pid):
    try:
        descriptor = os.open(f"/proc/{pid}/stat", os.O_RDONLY)
    except FileNotFoundError:
        return True
    try:
        return b") Z" in os.read(descriptor, 1000)
    finally:
        os.close(descriptor)


async def main():
    for act in (lambda process: process.kill(), lambda process: process.terminate(), lambda process: process.send_signal(9),
                lambda process: process._transport.close()):
        process = await asyncio.create_subprocess_shell("sleep 0.01; exit 3")
        while not ended(process.pid):
            # The loop is held.
            time.sleep(0.002)
        act(process)
        print(await process.wait(), process.returncode)
        try:
            process.kill()
        except ProcessLookupError as error:
            print(repr(error))


asyncio.run(main())
