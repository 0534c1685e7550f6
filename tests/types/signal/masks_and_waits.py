# Signals that a thread puts off stay pending, and can be taken one by one.
import os
import signal

print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, 12]))
print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
signal.raise_signal(signal.SIGUSR1)
print(signal.sigpending())
print(repr(signal.sigwait([signal.SIGUSR1])), signal.sigpending())
os.kill(os.getpid(), signal.SIGUSR2)
info = signal.sigwaitinfo({signal.SIGUSR1, signal.SIGUSR2})
print(info.si_signo, info.si_code, info.si_errno, info.si_pid == os.getpid(), info.si_uid == os.getuid())
print(type(info), len(info))
print(signal.sigtimedwait([signal.SIGUSR1], 0), signal.sigtimedwait([signal.SIGUSR1], 0.03))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigtimedwait([signal.SIGUSR1], 60).si_signo)
print(sorted(signal.pthread_sigmask(signal.SIG_SETMASK, {15})), signal.pthread_sigmask(signal.SIG_UNBLOCK, [15]))
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals()))
