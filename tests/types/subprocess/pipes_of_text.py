# Pipes of text: encodings, line ends, and characters that come in parts.
from subprocess import PIPE, Popen, run

with Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as process:
    print(process.stdin.write("grüße\n"))
    print(repr(process.stdout.readline()))
    process.stdin.write("no end")
    process.stdin.close()
    print(repr(process.stdout.read()), repr(process.stdout.read()))
with Popen(["printf", "a\\r\\nb\\rc\\nd"], stdout=PIPE, text=True) as process:
    print(list(process.stdout))
with Popen(["printf", "a\\r\\nb\\rc\\nd"], stdout=PIPE, universal_newlines=True) as process:
    print(repr(process.stdout.read(3)), repr(process.stdout.readline(1)), process.stdout.readlines())
script = "printf '\\303'; sleep 0.1; printf '\\274\\r'; sleep 0.1; printf '\\n\\342\\202'; sleep 0.1; printf '\\254\\n'"
with Popen(["sh", "-c", script], stdout=PIPE, text=True) as process:
    print(repr(process.stdout.readline()), repr(process.stdout.readline()), repr(process.stdout.readline()))
print(run(["printf", "\\344"], stdout=PIPE, encoding="latin-1").stdout)
print(run(["printf", "x\\377y"], stdout=PIPE, encoding="utf-8", errors="replace").stdout)
print(run(["printf", "x\\377y"], stdout=PIPE, errors="surrogateescape").stdout.encode("utf-8", "surrogateescape"))
print(run(["cat"], input="äöü", stdout=PIPE, encoding="utf-16").stdout)
try:
    run(["printf", "x\\377y"], stdout=PIPE, text=True)
except UnicodeDecodeError as error:
    print(error)
with Popen(["cat"], stdin=PIPE, text=True) as process:
    try:
        process.stdin.write(b"bytes")
    except TypeError as error:
        print(error)
    print(process.stdin.encoding.lower().replace("-", ""), process.stdin.errors, process.stdout)
