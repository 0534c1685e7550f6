# Programs that os itself starts: system(), popen(), posix_spawn() and the spawn functions.
import os

print(os.waitstatus_to_exitcode(os.system("exit 3")), os.system("true"))
with os.popen("echo one; echo two") as lines:
    print(list(lines))
stream = os.popen("echo text; exit 2")
print(stream.read(), stream.close() >> 8)
with os.popen("cat >/dev/null", "w") as stream:
    print(stream.write("to the command\n"))
for arguments in [(5,), ("true", "x"), ("true", "r", 0)]:
    try:
        os.popen(*arguments)
    except (TypeError, ValueError) as error:
        print(error)

reader, writer = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, writer),
           (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0)]
child = os.posix_spawn("/bin/sh", ["sh", "-c", "cat; echo $X"], {"X": "value"}, file_actions=actions)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), os.read(reader, 100))
child = os.posix_spawnp("sh", ["sh", "-c", "exit 4"], os.environ)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
child = os.posix_spawn("/bin/sh", ["sh", "-c", "read x"], {}, setpgroup=0, file_actions=actions[2:])
os.waitpid(child, 0)
for arguments in [("/no/such/program", ["x"], {}), ("/bin/true", [], {}), ("/bin/true", "x", {})]:
    try:
        os.posix_spawn(*arguments)
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    os.posix_spawn("/bin/true", ["true"], {}, file_actions=[(os.POSIX_SPAWN_CLOSE,)])
except TypeError as error:
    print(error)
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 5"), os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 6"))
print(os.spawnve(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit $CODE"], {"CODE": "7"}))
