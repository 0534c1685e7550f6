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

thread = threading.Thread(target=change)
thread.start()
texts = ["".join(words) for _ in range(200)]
done.append(True)
thread.join()
print({len(text) for text in texts}, all(text.count("ab") + text.count("ba") <= 1 for text in texts))
