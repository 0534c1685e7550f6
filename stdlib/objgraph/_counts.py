"""Objects counted and found by the names of their types."""

import gc
import sys


def short_name(object):
    """The name of an object's type."""
    return type(object).__name__


def long_name(object):
    """The name of an object's type with that of its module."""
    cls = type(object)
    module = cls.__module__
    name = cls.__name__
    # Some write anything there.
    return f"{module}.{name}" if isinstance(module, str) else name


def count(typename, objects=None):
    """How many objects have a type of that name; a name with a dot includes the module.

    Objects are those that gc tracks, or those given.
    """
    return len(by_type(typename, objects))


def by_type(typename, objects=None):
    """The objects that have a type of that name; a name with a dot includes the module."""
    if objects is None:
        objects = gc.get_objects()
    name = long_name if "." in typename else short_name
    return [object for object in objects if name(object) == typename]


def typestats(objects=None, shortnames=True, filter=None):
    """How many objects each type has, by the name of the type.

    With shortnames=False the names include the module. Only objects are counted for which the filter is true.
    """
    if objects is None:
        objects = gc.get_objects()
    name = short_name if shortnames else long_name
    stats = {}
    for object in objects:
        if filter is None or filter(object):
            key = name(object)
            stats[key] = stats.get(key, 0) + 1
    return stats


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    """(name, count) of the types with most objects, the most common one first."""
    stats = sorted(
        typestats(objects, shortnames=shortnames, filter=filter).items(), key=lambda item: item[1], reverse=True
    )
    return stats[:limit] if limit else stats


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    """Prints most_common_types() as a table."""
    stats = most_common_types(limit, objects, shortnames=shortnames, filter=filter)
    width = max((len(name) for name, _ in stats), default=0)
    for name, number in stats:
        print(f"{name:<{width}} {number}", file=file or sys.stdout)


_peaks = {}


def growth(limit=10, peak_stats=None, shortnames=True, filter=None):
    """(name, count, difference) of types that have more objects than ever before.

    The greatest numbers so far are kept in the dictionary peak_stats; without one, for the whole program.
    """
    if peak_stats is None:
        peak_stats = _peaks
    gc.collect()
    deltas = []
    for name, number in typestats(shortnames=shortnames, filter=filter).items():
        before = peak_stats.get(name, 0)
        if number > before:
            deltas.append((name, number, number - before))
            peak_stats[name] = number
    deltas.sort(key=lambda delta: delta[2], reverse=True)
    return deltas[:limit] if limit else deltas


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    """Prints growth() as a table: name, count, difference."""
    rows = growth(limit, peak_stats, shortnames, filter)
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, number, delta in rows:
        print(f"{name:<{width}}{number:9d} {delta:+9d}", file=file or sys.stdout)


_known_ids = {}


def get_new_ids(skip_update=False, limit=10, sortby="deltas", shortnames=None, file=None, _state=None):
    """The ids of objects that are new since the last call, as sets by type, and prints a table of how many.

    The table is sorted by 'old', 'current', 'new' or 'deltas'; limit=0 prints none of it. With skip_update the
    call does not count as the last one. What is alive is found with at_addrs().
    """
    state = _known_ids if _state is None else _state
    names = state.get("shortnames", True) if shortnames is None else shortnames
    gc.collect()
    current = {}
    objects = gc.get_objects()
    name = short_name if names else long_name
    own = {id(objects), id(current), id(state)}
    for object in objects:
        if id(object) not in own:
            current.setdefault(name(object), set()).add(id(object))
    object = objects = None
    same_names = state.get("shortnames", names) == names
    old = state.get("ids", {}) if same_names else {}
    new = {key: ids - old.get(key, set()) for key, ids in current.items()}
    rows = []
    for key in {**old, **current}:
        before, now = len(old.get(key, ())), len(current.get(key, ()))
        rows.append((key, before, now, len(new.get(key, ())), now - before))
    column = {"old": 1, "current": 2, "new": 3, "deltas": 4}.get(sortby)
    if column is None:
        raise ValueError("sortby must be 'old', 'current', 'new' or 'deltas'")
    rows.sort(key=lambda row: row[column], reverse=True)
    if limit != 0:
        _print_ids(rows[:limit] if limit else rows, file or sys.stdout)
    if not skip_update:
        state["ids"] = current
        state["shortnames"] = names
    return new


def _print_ids(rows, file):
    width = max([len(row[0]) for row in rows] + [4])
    line = "=" * (width + 13 * 4)
    print(line, file=file)
    print(f"{'Type':<{width}}{'Old_ids':>13}{'Current_ids':>13}{'New_ids':>13}{'Count_Deltas':>13}", file=file)
    print(line, file=file)
    for name, old, current, new, delta in rows:
        print(f"{name:<{width}}{old:>13}{current:>13}{new:>+13}{delta:>+13}", file=file)
    print(line, file=file)


def get_leaking_objects(objects=None):
    """Objects that no other object refers to: what is left if a native reference was not given back.

    Objects that only variables of running functions refer to are among them.
    """
    if objects is None:
        gc.collect()
        objects = gc.get_objects()
    alone = {id(object) for object in objects}
    for object in objects:
        alone.difference_update([id(other) for other in gc.get_referents(object)])
    # What this function itself holds is no leak.
    alone.discard(id(objects))
    alone.discard(id(alone))
    return [object for object in objects if id(object) in alone]


def at(addr):
    """The object with that id, None if gc knows none."""
    for object in gc.get_objects():
        if id(object) == addr:
            return object
    return None


def at_addrs(address_set):
    """The objects that have an id of the set."""
    return [object for object in gc.get_objects() if id(object) in address_set]
