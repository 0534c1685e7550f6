# Errors about two paths have both.
import os

for call in (os.rename, os.link, os.replace):
    try:
        call("no-such-file", b"other")
    except OSError as error:
        print(type(error).__name__, error.errno, error.filename, error.filename2, error.args)
        print(error)
try:
    os.open("no-such-file", os.O_RDONLY)
except OSError as error:
    print(error, error.filename, error.filename2)
