import asyncio
import signal


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"through cat"), process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3",
                                                    stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await process.communicate(), process.returncode, await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "60")
    print(process.returncode)
    process.kill()
    print(await process.wait() == -signal.SIGKILL, process.returncode)
    try:
        process.kill()
    except ProcessLookupError as error:
        print(type(error).__name__)
    try:
        await asyncio.create_subprocess_exec("/nonexistent/program")
    except FileNotFoundError as error:
        print(error)
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    for n in range(3):
        process.stdin.write(b"line %d\n" % n)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), await process.wait())
    processes = [await asyncio.create_subprocess_shell(f"exit {n}") for n in range(5)]
    print(await asyncio.gather(*[process.wait() for process in processes]))
    process = await asyncio.create_subprocess_shell("cat", stdin=asyncio.subprocess.PIPE,
                                                    stdout=asyncio.subprocess.PIPE)
    big = b"0123456789" * 50000
    out, _ = await process.communicate(big)
    print(out == big)


asyncio.run(main())
