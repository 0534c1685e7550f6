total = 0

def add(n):
    global total
    total += n
    if n:
        local = n
    try:
        return local
    finally:
        del n

print(add(1), total)
