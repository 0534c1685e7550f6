"""Check, then act: what was checked is no longer so when it is acted upon.

    taipan run --explore 200 docs/examples/check_then_act.py

finds seeds with which both threads find a host unconnected, and open a second connection to it. No single step is
wrong: each operation of the dictionary and of the list is whole.
"""

import threading

connections = {}
opened = []


def open_connection(host):
    opened.append(host)
    return f"connection to {host}"


def connect(hosts):
    for host in hosts:
        if host not in connections:
            connections[host] = open_connection(host)


hosts = [f"host {i}" for i in range(10)]
threads = [threading.Thread(target=connect, args=(hosts,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("opened:", len(opened), "in use:", len(connections))
