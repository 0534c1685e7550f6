# Files and folders by their paths.
import os

root = f'/tmp/taipan-test-{os.getpid()}'
os.makedirs(root + '/a/b/c')
os.makedirs(root + '/a/b', exist_ok=True)
fd = os.open(root + '/a/x', os.O_CREAT | os.O_RDWR, 0o644)
print(os.write(fd, b'12345'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size)
os.ftruncate(fd, 2)
os.fsync(fd)
print(os.stat(fd).st_size, os.lseek(fd, 0, os.SEEK_END))
os.close(fd)
os.symlink('x', root + '/a/link')
os.link(root + '/a/x', root + '/a/second')
print(os.readlink(root + '/a/link'), os.path.islink(root + '/a/link'), os.stat(root + '/a/x').st_nlink)
print(sorted(os.listdir(root + '/a')), sorted(os.listdir(root.encode() + b'/a'))[:2])
with os.scandir(root + '/a') as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry.name, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_size > 0)
for folder, folders, files in os.walk(root):
    print(folder[len(root):], sorted(folders), sorted(files))
print([folder[len(root):] for folder, _, _ in os.walk(root, topdown=False)])
os.chmod(root + '/a/x', 0o600)
print(oct(os.stat(root + '/a/x').st_mode), os.access(root + '/a/x', os.R_OK), os.access(root + '/no', os.F_OK))
os.rename(root + '/a/x', root + '/a/y')
print(os.path.exists(root + '/a/x'), os.path.isfile(root + '/a/y'), os.path.getsize(root + '/a/y'))
print(os.path.lexists(root + '/a/link'), os.path.exists(root + '/a/link'))
here = os.getcwd()
os.chdir(root)
print(os.path.relpath(root + '/a/b', '.'), os.path.abspath('a') == root + '/a', os.path.samefile('a', root + '/a'))
os.chdir(here)


def shown(call):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, str(error).replace(root, ''), error.filename2 and error.filename2.replace(root, ''))


shown(lambda: os.mkdir(root))
shown(lambda: os.rmdir(root))
shown(lambda: os.remove(root + '/none'))
shown(lambda: os.rename(root + '/none', root + '/other'))
shown(lambda: os.listdir(root + '/a/y'))
shown(lambda: os.stat(root + '/none'))
shown(lambda: os.makedirs(root + '/a'))
for name in 'y', 'link', 'second':
    os.unlink(f'{root}/a/{name}')
os.removedirs(root + '/a/b/c')
print(os.path.exists(root))
for call in (lambda: os.stat('a\0b'), lambda: os.stat(1.5), lambda: os.mkdir(3)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
