# Objects whose owner changes all the time: each thread in turn writes to what the others made, in loops of plain instructions.
import threading
from harness import done, race, rounds, scaled, settle


class Account:
    dead = []

    def __init__(self, key):
        self.key = key
        self.balance = 0
        self.last = None

    def __del__(self):
        Account.dead.append(self.key)


def turns(count):
    """Strictly in turn: every write is seen by the next thread."""
    account = Account("turns")
    numbers = [0] * 8
    table = {"sum": 0}
    cell = 0
    baton = [threading.Semaphore(number == 0) for number in range(3)]

    def run(owner):
        def run():
            nonlocal cell
            for turn in range(count):
                baton[owner].acquire()
                for _ in range(10):
                    account.balance += 1
                    numbers[turn % 8] += 1
                    table["sum"] += 1
                    table[turn % 5] = table.get(turn % 5, 0) + 1
                    cell += 1
                account.last = (owner, turn, account)
                account.last = [owner, turn]
                baton[(owner + 1) % 3].release()
        return run

    race([run(owner) for owner in range(3)])
    total = 30 * count
    assert account.balance == sum(numbers) == table["sum"] == cell == total
    assert sum(value for key, value in table.items() if key != "sum") == total
    assert account.last == [2, count - 1]


def exchange(count):
    """Everybody takes out of a place what somebody put there, changes it, and puts it into another."""
    places = [Account(number) for number in range(6)]
    moved = [0] * 3

    def run(owner):
        def run():
            mine = places[owner]
            for turn in range(count):
                at = (turn * (owner + 1) + owner) % 6
                mine, places[at] = places[at], mine
                mine.balance = mine.balance + 1
                mine.last = [mine.key, turn]
                key, when = mine.last
                assert type(key) is int and 0 <= when < count
                mine.__dict__
                mine.mark = (owner,)
                del mine.last
                mine.last = None
            moved[owner] = count
        return run

    def look():
        for account in places:
            assert type(account) is Account and 0 <= account.key < 6
            try:
                last = account.last
                assert last is None or len(last) == 2
            except AttributeError:
                pass

    try:
        race([run(owner) for owner in range(3)], [look])
    except AttributeError as error:
        # Two threads may have got the same one, and one of them deleted what the other looks for.
        assert "last" in str(error), error
    except TypeError as error:
        # For the same reason, what was to be unpacked may be None already.
        assert "unpack" in str(error), error


def kept_by_containers(count):
    """Containers made by one thread, filled by the second, emptied by the third, all at once."""
    containers = [[], {}, set(), [[]], {"inner": {}}]

    def fill(owner):
        def run():
            for turn in range(count):
                account = Account((owner, turn))
                containers[0].append(account)
                containers[1][owner, turn] = account
                containers[2].add(account)
                containers[3][0].append(account)
                containers[4]["inner"][owner, turn] = account
        return run

    def empty():
        taken = 0
        try:
            account = containers[0].pop()
            account.balance += 1
            account = containers[1].pop(account.key, account)
            containers[2].discard(account)
            account = containers[3][0].pop()
            containers[4]["inner"].pop(account.key, None)
            taken += 1
        except IndexError:
            pass

    race([fill(owner) for owner in range(3)], [empty, empty])
    for account in containers[0] + containers[3][0] + list(containers[2]):
        assert type(account) is Account
    containers.clear()


for random in rounds():
    Account.dead.clear()
    count = scaled(600)
    turns(scaled(60))
    exchange(scaled(4000))
    kept_by_containers(count)
    # Nothing keeps them, but for what a thread that is gone has left to be counted.
    account = None
    settle(lambda: len(Account.dead) == 7 + 3 * count)
    assert len(set(Account.dead)) == 7 + 3 * count
done()
