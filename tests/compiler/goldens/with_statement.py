def copy(source, target):
    with open(source) as reader, open(target, "w") as writer:
        if not reader:
            return None
        writer.write(reader.read())
    return target
