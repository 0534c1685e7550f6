# str.join sees a long list as it is at one moment, whatever another thread does to it meanwhile.
import sys
import threading

sys.setswitchinterval(1e-5)
size = 12000
words = ["a"] * size
done = []

def change():
    # At any moment the list is all of one letter, or has all of one letter before those of the other.
    letters = "ba"
    k = 0
    while not done:
        letter = letters[k % 2]
        for place in range(0, size, 500):
            words[place:place + 500] = [letter] * 500
        k += 1

def changes_of(text):
    return sum(a != b for a, b in zip(text, text[1:]))

thread = threading.Thread(target=change)
thread.start()
most, lengths = 0, set()
for _ in range(60):
    text = "".join(words)
    lengths.add(len(text))
    most = max(most, changes_of(text))
done.append(True)
thread.join()
print(lengths, most <= 1)
