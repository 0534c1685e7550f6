# Signals, handlers and ways to change masks are members of enumerations.
import signal

print(repr(signal.SIGINT), str(signal.SIGINT), type(signal.SIGINT).__mro__)
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), list(signal.Sigmasks), list(signal.Handlers))
for member in signal.Signals:
    print(int(member), member.name, signal.strsignal(member))
print(signal.SIGCLD is signal.SIGCHLD, signal.SIGPOLL is signal.SIGIO, signal.SIGIOT is signal.SIGABRT)
print(signal.Signals.__module__, signal.Signals["SIGTERM"], signal.Signals(9), signal.NSIG)
print(sorted(map(int, signal.valid_signals())))
print(sorted(signal.Signals.__members__))
print(sorted(name for name in dir(signal) if name[0] != "_"))
