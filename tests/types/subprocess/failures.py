# Programs that fail, or cannot be started.
import subprocess
import signal


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "filename", None), getattr(error, "errno", None))
        return error


error = attempt(subprocess.run, ["sh", "-c", "echo output; exit 4"], check=True, stdout=subprocess.PIPE)
print(error.cmd, error.returncode, error.output, error.stdout, error.stderr)
attempt(subprocess.check_call, "exit 2", shell=True)
attempt(subprocess.check_output, ["false"])
attempt(subprocess.run, ["sh", "-c", "kill -9 $$"], check=True)
print(subprocess.run(["sh", "-c", "kill -TERM $$"]).returncode == -signal.SIGTERM)
print(str(subprocess.CalledProcessError(-99, "command")))
attempt(subprocess.run, ["no-such-program-anywhere"])
attempt(subprocess.run, ["/no/such/program"])
attempt(subprocess.run, ["true"], cwd="/no/such/folder")
attempt(subprocess.run, ["/"])
attempt(subprocess.run, ["true"], executable="/no/such/executable")
attempt(subprocess.run, "true --not-in-a-shell")
attempt(subprocess.run, [b"\xff-no-such"])
attempt(subprocess.run, ["true", "null\0character"])
attempt(subprocess.run, ["true"], env={"A=B": "C"})
attempt(subprocess.run, ["true"], bufsize="x")
attempt(subprocess.run, ["true"], stdout=subprocess.STDOUT)
attempt(subprocess.run, ["true"], input=b"", stdin=subprocess.PIPE)
attempt(subprocess.run, ["true"], capture_output=True, stdout=subprocess.PIPE)
attempt(subprocess.check_output, ["true"], stdout=subprocess.PIPE)
attempt(subprocess.run, ["true"], text=True, universal_newlines=False)
attempt(subprocess.run, ["true"], preexec_fn=lambda: 1 / 0)
attempt(subprocess.run, ["true"], start_new_session=True, process_group=0)
attempt(subprocess.Popen, ["true"], creationflags=1)
attempt(subprocess.Popen, ["true"], startupinfo=1)
