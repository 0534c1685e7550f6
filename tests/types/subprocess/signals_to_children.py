# Children are ended by signals; sessions, groups and ignored signals.
import os
import signal
from subprocess import PIPE, Popen, check_output


def begun(*args, **kwargs):
    process = Popen(*args, stdout=PIPE, **kwargs)
    process.stdout.readline()
    return process


signal.signal(signal.SIGINT, signal.default_int_handler)  # Were it ignored here, the children would ignore it.
for end in (lambda p: p.terminate(), lambda p: p.kill(), lambda p: p.send_signal(signal.SIGINT)):
    process = begun("echo ready; exec sleep 60", shell=True)
    end(process)
    process.stdout.close()
    print(process.wait(), process)
    end(process)
with begun(["sh", "-c", "trap 'echo trapped; exit 3' TERM; echo ready; while :; do sleep 0.01; done"]) as process:
    process.terminate()
    print(process.stdout.read(), process.wait())
with begun(["sh", "-c", "echo ready; read x"], stdin=PIPE, start_new_session=True) as process:
    print(os.getsid(process.pid) == process.pid, os.getpgid(process.pid) == process.pid)
    process.stdin.close()
with begun(["sh", "-c", "echo ready; read x"], stdin=PIPE, process_group=0) as process:
    print(os.getpgid(process.pid) == process.pid, os.getsid(process.pid) == os.getsid(0))
    process.stdin.close()
show = ["sh", "-c", "kill -PIPE $$; echo alive"]
print(Popen(show, stdout=PIPE).communicate(), Popen(show, stdout=PIPE, restore_signals=False).communicate())
signal.signal(signal.SIGUSR1, lambda *args: None)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
print(Popen(["sh", "-c", "kill -USR1 $$"]).wait() == -signal.SIGUSR1)
