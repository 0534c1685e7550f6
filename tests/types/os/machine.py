# Processors, load, terminals, and places in files.
import os

processors = os.sched_getaffinity(0)
print(type(processors), len(processors) == os.process_cpu_count() <= os.cpu_count())
os.sched_setaffinity(0, processors)
print(os.sched_getaffinity(os.getpid()) == processors)
print(len(os.getloadavg()), all(load >= 0 for load in os.getloadavg()))
for call, *arguments in [(os.sched_setaffinity, 0, []), (os.sched_setaffinity, 0, [-1]), (os.sched_getaffinity, -5),
                         (os.get_terminal_size, 999), (os.tcgetpgrp, 999)]:
    try:
        call(*arguments)
    except (OSError, ValueError) as error:
        print(call.__name__, type(error).__name__, error)
reader, writer = os.pipe()
try:
    os.get_terminal_size(reader)
except OSError as error:
    print(error)
print(os.terminal_size((80, 24)), os.terminal_size((80, 24)).columns)
os.close(reader)
os.close(writer)
name = f"/tmp/places-{os.getpid()}"
file = os.open(name, os.O_RDWR | os.O_CREAT)
os.unlink(name)
print(os.pwrite(file, b"abcdef", 2), os.pread(file, 10, 0), os.pread(file, 2, 4), os.lseek(file, 0, os.SEEK_CUR))
os.fdatasync(file)
for call, *arguments in [(os.pread, file, -1, 0), (os.pread, file, 1, -1)]:
    try:
        call(*arguments)
    except OSError as error:
        print(error)
child = os.fork()
if child == 0:
    os.setpgrp()
    os._exit(os.getpgrp() == os.getpid())
process = os.pidfd_open(child)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
os.close(process)
