# Times, owners, lengths, links, pipes with names, and what the file system says
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-attributes-{os.getpid()}")
os.mkdir(folder)
path = os.path.join(folder, "file")
with open(path, "w") as file:
    file.write("hello")


def attempt(f):
    try:
        print(repr(f()).replace(folder, "FOLDER"))
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, "FOLDER"))


def times():
    found = os.stat(path)
    return found.st_atime, found.st_mtime, found.st_atime_ns, found.st_mtime_ns


os.utime(path, (1.5, 2.25))
print(times())
os.utime(path, ns=(5, 7))
print(times())
descriptor = os.open(path, os.O_RDWR)
os.utime(descriptor, (-1.5, 3))
print(times())
os.utime(path)
print(os.stat(path).st_mtime > 1e9)
attempt(lambda: os.utime(path, (1, 2), ns=(1, 2)))
attempt(lambda: os.utime(path, (1,)))
attempt(lambda: os.utime(path, ns=3))
attempt(lambda: os.utime(path, [1, 2]))
attempt(lambda: os.utime(os.path.join(folder, "missing")))
os.truncate(path, 3)
print(open(path).read())
os.truncate(descriptor, 1)
print(open(path).read())
attempt(lambda: os.truncate(path, -1))
attempt(lambda: os.truncate(os.path.join(folder, "missing"), 1))
attempt(lambda: os.truncate(folder, 1))
os.chown(path, -1, -1)
os.chown(path, os.getuid(), os.getgid())
os.lchown(path, -1, -1)
os.fchown(descriptor, -1, -1)
os.fchmod(descriptor, 0o640)
print(oct(os.stat(path).st_mode), stat.filemode(os.stat(path).st_mode), stat.S_ISREG(os.stat(path).st_mode))
attempt(lambda: os.chown(path, -2, 1))
attempt(lambda: os.chown(path, 2**40, 1))
attempt(lambda: os.chown(path, 2**80, 1))
attempt(lambda: os.chown(path, "a", 0))
attempt(lambda: os.chown(os.path.join(folder, "missing"), 0, 0))
pipe = os.path.join(folder, "pipe")
attempt(lambda: os.mkfifo(pipe, 0o600))
attempt(lambda: os.mkfifo(pipe))
print(stat.filemode(os.stat(pipe).st_mode), stat.filemode(os.stat(folder).st_mode)[0])
found = os.statvfs(path)
print(type(found), len(found), found.f_bsize > 0, os.fstatvfs(descriptor).f_namemax == found.f_namemax)
attempt(lambda: os.statvfs(os.path.join(folder, "missing")))
with os.fdopen(descriptor, "r+") as file:
    print(file.read(), file.fileno() == descriptor)
    file.write("xyz")
print(open(path).read())
attempt(lambda: os.fdopen("a"))
attempt(lambda: os.fdopen(99999))
link = os.path.join(folder, "link")
os.symlink(path, link)
os.link(path, os.path.join(folder, "other"))
print(os.readlink(link) == path, stat.filemode(os.lstat(link).st_mode), os.stat(link).st_nlink)
for mode in [0o100644, 0o40755, 0o104755, 0o102644, 0o41777, 0o120777, 0o140000, 0o60600, 0o20600, 0]:
    print(stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), stat.S_ISDIR(mode), stat.S_ISLNK(mode))
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
